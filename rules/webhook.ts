const secondMs = 1_000;
const hourMs = 3_600_000;

/** A message is tried so long; what fails then is parked. */
export const retryForMs = 24 * hourMs;
/** After the first failure, then three times as long after each. The first waits are short: one message holds up its stream. */
const firstRetryMs = 2 * secondMs;
const retryFactor = 3;
export const longestRetryMs = 2 * hourMs;
/** A part of each wait, more or less, so that what failed together is not tried together. */
const jitter = 0.2;
/** A server that asks to be left alone for longer is asked again after this. */
export const longestRetryAfterMs = hourMs;

/** How a try to deliver a message came out. */
export interface Attempt {
  /** Of the answer; null when none came. */
  status: number | null;
  /** What went wrong, in words; null when nothing did. */
  error: string | null;
  /** What the server asked for, in milliseconds. */
  retryAfterMs: number | null;
}

export type Verdict =
  | { state: 'DELIVERED' }
  /** The server says that nobody listens there any more. */
  | { state: 'GONE' }
  | { state: 'PARKED' }
  /** `pauseUntil`: the server wants nothing at all before. */
  | { state: 'PENDING'; nextAt: number; pauseUntil: number | null };

export interface Pace {
  now: number;
  /** From then on a failure parks the message. */
  giveUpAt: number;
  /** Failures since the last success in this stream, this one included. */
  failures: number;
  /** From 0 to 1. */
  chance: number;
}

/** What follows from a try. */
export function verdictOf(attempt: Attempt, { now, giveUpAt, failures, chance }: Pace): Verdict {
  if (attempt.error === null) return { state: 'DELIVERED' };
  if (attempt.status === 410) return { state: 'GONE' };
  if (now >= giveUpAt) return { state: 'PARKED' };
  const asked = attempt.retryAfterMs === null ? null : Math.min(attempt.retryAfterMs, longestRetryAfterMs);
  const nextAt = Math.min(giveUpAt, now + Math.max(retryDelayMs(failures, chance), asked ?? 0));
  return { state: 'PENDING', nextAt, pauseUntil: asked === null ? null : now + asked };
}

/** How long to wait after so many failures in a row, 1 at least. */
export function retryDelayMs(failures: number, chance: number): number {
  const wait = Math.min(longestRetryMs, firstRetryMs * retryFactor ** Math.min(failures - 1, 20));
  return Math.round(wait * (1 - jitter + 2 * jitter * chance));
}
