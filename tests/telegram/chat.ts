import { randomInt } from 'node:crypto';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { webhookSecret } from './botApi.ts';
import * as documents from './documents.ts';
import { messageIn } from './updates.ts';

/** Of nobody else in these tests, most of them too large for 32 bits, as today's are. */
export const newChat = () => randomInt(1, 2 ** 40);

export interface Reply {
  status: number;
  /** What the chat gets to read in return; undefined for nothing. */
  text: string | undefined;
}

/** Sends an update as Telegram would. */
export async function sendUpdate(
  app: Pick<App, 'url'>,
  update: unknown,
  { secret = webhookSecret as string | null, method = 'POST' } = {},
): Promise<Reply & { body: unknown }> {
  const response = await fetch(`${app.url}/telegram/webhook`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(secret !== null && { 'x-telegram-bot-api-secret-token': secret }),
    },
    ...(method === 'POST' && { body: typeof update === 'string' ? update : JSON.stringify(update) }),
  });
  const body = (await response.json()) as { method?: string; text?: string };
  return { status: response.status, text: body.method === 'sendMessage' ? body.text : undefined, body };
}

/** Says something to the bot in a private chat. */
export async function says(app: Pick<App, 'url'>, chatId: number, text: string): Promise<string | undefined> {
  const { status, text: answer } = await sendUpdate(app, messageIn(chatId, text));
  if (status !== 200) throw new Error(`The webhook answered ${status}`);
  return answer;
}

export async function linkOf(app: Pick<App, 'url'>, { token }: Pick<TestPlayer, 'token'>) {
  return expectPayload((await execute(app, token, documents.linkTelegram)).linkTelegram);
}

/** Somebody with a chat. */
export async function seedReader(app: App, person?: TestPlayer): Promise<TestPlayer & { chat: number }> {
  const reader = person ?? (await seedPlayer(app));
  const chat = newChat();
  const { code } = await linkOf(app, reader);
  await says(app, chat, `/start ${code}`);
  return { ...reader, chat };
}

export async function telegramOf(app: Pick<App, 'url'>, { token }: Pick<TestPlayer, 'token'>) {
  return (await execute(app, token, documents.myTelegram)).me?.telegram;
}
