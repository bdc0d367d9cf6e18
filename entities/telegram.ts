import { defineEntity, p } from '@mikro-orm/core';

/** What a person may be told of over Telegram. */
export const notificationKinds = ['BATTLE_STARTING', 'THROW_CHALLENGED', 'TOURNAMENT_RESULT'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/**
 * What became of a notification: it was sent; too late to be of use; not wanted any more; the chat takes none; Telegram
 * refused it for good; it could not be sent for a day.
 */
export const notificationOutcomes = ['SENT', 'LATE', 'UNWANTED', 'BLOCKED', 'REFUSED', 'GAVE_UP'] as const;
export type NotificationOutcome = (typeof notificationOutcomes)[number];

const TelegramLinkSchema = defineEntity({
  name: 'TelegramLink',
  properties: {
    userId: p.uuid().primary(),
    /** The chat the person is written to, a whole number; null while there is none. */
    chatId: p.bigint('string').nullable(),
    kinds: p.array().$type<NotificationKind[]>(),
    linkedAt: p.datetime().nullable(),
    /** Since when the chat takes no messages. */
    blockedAt: p.datetime().nullable(),
  },
});

export class TelegramLink extends TelegramLinkSchema.class {}
TelegramLinkSchema.setClass(TelegramLink);
