import { notificationKinds, notificationOutcomes } from '../../entities/telegram.ts';
import type { Meter } from './meter.ts';

/** What the bot says, and what is said to it. */
export function telegramMetrics(meter: Meter) {
  return {
    notifications: meter.counter('notifications_total', 'Notifications that came to an end, by kind and outcome.', {
      kind: notificationKinds,
      outcome: notificationOutcomes,
    }),
    calls: meter.counter('telegram_calls_total', 'Messages handed to Telegram, by what it said.', {
      said: ['TAKEN', 'WAIT', 'BLOCKED', 'REFUSED', 'UNKNOWN_BOT', 'NOTHING'],
    }),
    updates: meter.counter('telegram_updates_total', 'Updates from Telegram, by what they were.', {
      what: ['start', 'standings', 'battles', 'stop', 'help', 'member', 'limited', 'ignored', 'unreadable'],
    }),
  };
}
