import type { Update } from 'grammy/types';
import { z } from 'zod';

const wholeNumber = z.number().int();
const person = z.looseObject({ id: wholeNumber, is_bot: z.boolean(), first_name: z.string() });
const chat = z.looseObject({ id: wholeNumber, type: z.string() });
const entity = z.looseObject({ type: z.string(), offset: wholeNumber.min(0), length: wholeNumber.min(0) });

/** As much of an update as is read here; https://core.telegram.org/bots/api#update has the rest. */
const update = z.looseObject({
  update_id: wholeNumber,
  message: z
    .looseObject({
      message_id: wholeNumber,
      date: wholeNumber,
      chat,
      from: person.optional(),
      text: z.string().optional(),
      entities: z.array(entity).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, from: person, date: wholeNumber, new_chat_member: z.looseObject({ status: z.string() }) })
    .optional(),
});

/** Kinds of updates that Telegram is asked for. */
export const allowedUpdates = ['message', 'my_chat_member'] as const;

/** The update in a body; undefined when it is none. */
export function readUpdate(body: string): Update | undefined {
  try {
    return update.parse(JSON.parse(body)) as unknown as Update;
  } catch {
    return undefined;
  }
}
