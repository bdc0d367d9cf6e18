import { notificationKinds, TelegramLink, type NotificationKind } from '../../entities/telegram.ts';
import type { Context } from '../context.ts';

/** Somebody's chat with the bot, and what they want to be told there. */
export interface TelegramState {
  linkedAt: Date | null;
  blockedAt: Date | null;
  notifications: NotificationKind[];
}

/** As it stands; all kinds for somebody who never chose. */
export async function telegramOf({ em }: Context, userId: string): Promise<TelegramState> {
  const link = await em.findOne(TelegramLink, { userId }, { refresh: true });
  return {
    linkedAt: link?.linkedAt ?? null,
    blockedAt: link?.blockedAt ?? null,
    notifications: notificationKinds.filter((kind) => link?.kinds.includes(kind) ?? true),
  };
}
