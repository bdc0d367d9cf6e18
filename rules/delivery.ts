import type { NotificationOutcome } from '../entities/telegram.ts';

/** A chat that is to be left alone for longer is tried again after this. */
export const longestChatWaitMs = 24 * 3_600_000;
/** For so long what is said of chats holds up everybody. */
export const longestFloodMs = 3_600_000;

/** What came of sending a message. */
export type Attempt =
  | { said: 'TAKEN' }
  /** Too many: nothing more for so long. */
  | { said: 'WAIT'; reason: string; retryAfterMs: number }
  /** Its person has blocked the bot, or is gone. */
  | { said: 'BLOCKED'; reason: string }
  /** The message is none, and won't ever be. */
  | { said: 'REFUSED'; reason: string }
  /** No message of this bot's is taken: its token is none. */
  | { said: 'UNKNOWN_BOT'; reason: string }
  /** Nothing that could be relied on: an error of theirs, no answer in time, no connection. */
  | { said: 'NOTHING'; reason: string };

/** What an error of the Bot API means. */
export function attemptOf(code: number, description: string, retryAfterSeconds = 1): Attempt {
  const reason = `${code} ${description}`;
  if (code === 429) return { said: 'WAIT', reason, retryAfterMs: waitMs(retryAfterSeconds) };
  if (code === 403) return { said: 'BLOCKED', reason };
  if (code === 400) return { said: gone.test(description) ? 'BLOCKED' : 'REFUSED', reason };
  if (code === 401 || code === 404) return { said: 'UNKNOWN_BOT', reason };
  return { said: code >= 400 && code < 500 ? 'REFUSED' : 'NOTHING', reason };
}

function waitMs(seconds: number): number {
  return Math.min(longestChatWaitMs, (seconds > 1 ? seconds : 1) * 1000);
}

const gone = /chat not found|user not found|PEER_ID_INVALID|deactivated/i;

export interface AttemptMade {
  attempt: Attempt;
  /** This one among them. */
  attempts: number;
  now: number;
  /** From 0 to 1, by chance. */
  chance: number;
  /** The least time between two messages of one chat. */
  perChatMs: number;
}

/** What follows: how the notification ends, or null for another try, and from when on its chat may be written to again. */
export function afterAttempt({ attempt, attempts, now, chance, perChatMs }: AttemptMade): {
  outcome: Extract<NotificationOutcome, 'SENT' | 'BLOCKED' | 'REFUSED'> | null;
  chatAt: number;
} {
  switch (attempt.said) {
    case 'TAKEN':
      return { outcome: 'SENT', chatAt: now + perChatMs };
    case 'BLOCKED':
      // For as long as it takes to end all that waits there.
      return { outcome: 'BLOCKED', chatAt: now + firstBackOffMs * 10 };
    case 'REFUSED':
      return { outcome: 'REFUSED', chatAt: now + perChatMs };
    case 'WAIT':
      return { outcome: null, chatAt: now + attempt.retryAfterMs };
    case 'UNKNOWN_BOT':
      return { outcome: null, chatAt: now };
    case 'NOTHING':
      return { outcome: null, chatAt: now + Math.max(perChatMs, backOffMs(attempts, chance)) };
  }
}

export const firstBackOffMs = 1_000;
export const longestBackOffMs = 10 * 60_000;

/** Twice as long each time up to ten minutes, of which chance takes up to half: those that failed together part ways. */
export function backOffMs(attempts: number, chance: number): number {
  const whole = Math.min(longestBackOffMs, firstBackOffMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(whole * (1 - chance / 2));
}

/** So many failures in a row, of different chats, are not the chats'. */
const outageAfter = 10;
export const longestOutageMs = 60_000;

/** How long nobody is written to, after so many attempts in a row came to nothing; 0: it need not be them all. */
export function outageMs(failuresInRow: number): number {
  if (failuresInRow < outageAfter) return 0;
  return Math.min(longestOutageMs, firstBackOffMs * 2 ** Math.min(failuresInRow - outageAfter, 30));
}

/** When `most` messages go out at the earliest, one every `intervalMs` over all, none before `from`. */
export function paced(from: number, now: number, most: number, intervalMs: number): { at: number[]; next: number } {
  const first = Math.max(from, now);
  return {
    at: Array.from({ length: most }, (_, index) => first + index * intervalMs),
    next: first + most * intervalMs,
  };
}
