import type { Cursor } from './cursor.ts';

export const gapReasons = ['TRIMMED', 'RESTORED'] as const;
export type GapReason = (typeof gapReasons)[number];

/** What a stream holds now: `tail` is the oldest sequence number kept, `head` the newest given (tail = head + 1: nothing kept). */
export interface StreamExtent {
  stream: string;
  epoch: string;
  head: number;
  tail: number;
}

/**
 * The one way a stream may skip. TRIMMED: events `missedFrom`–`missedTo` were past retention. RESTORED: the database's
 * history is another than the cursor's, so what was missed can't be counted; everything kept follows.
 */
export interface Gap {
  reason: GapReason;
  missedFrom: number | null;
  missedTo: number | null;
}

/** Where delivery begins: after sequence number `after`, with the gap to say first, if any. */
export interface Resumption {
  after: number;
  gap?: Gap;
}

/**
 * Decides how a subscriber who has seen everything up to `cursor` goes on.
 *
 * Without a cursor all that is kept is replayed. A cursor of another stream is the caller's mistake and gives
 * `undefined`.
 */
export function resume(
  cursor: Cursor | undefined,
  { stream, epoch, head, tail }: StreamExtent,
): Resumption | undefined {
  const beforeKept = tail - 1;
  if (!cursor) return { after: beforeKept };
  if (cursor.stream !== stream) return undefined;
  if (cursor.epoch !== epoch || cursor.seq > head) {
    return { after: beforeKept, gap: { reason: 'RESTORED', missedFrom: null, missedTo: null } };
  }
  if (cursor.seq < beforeKept) {
    return { after: beforeKept, gap: { reason: 'TRIMMED', missedFrom: cursor.seq + 1, missedTo: beforeKept } };
  }
  return { after: cursor.seq };
}
