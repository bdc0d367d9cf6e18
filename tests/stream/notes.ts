import type { FeedItem } from '../../subscriptions/channel.ts';
import type { Cursor } from '../../subscriptions/cursor.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import type { Gap } from '../../subscriptions/resume.ts';

/** What a client of a stream was given, and where it would resume. */
export class Notes {
  /** Numbers of the events it has, in order; empty again after a RESTORED, as a client starts anew then. */
  has: number[] = [];
  readonly gaps: Gap[] = [];
  /** What should never come: items out of order. */
  readonly wrong: string[] = [];
  last: Cursor | undefined;
  /** Sequence number of the first event it ever got or was told to have missed. */
  first: number | undefined;

  take({ stream, epoch, seq, at, gap }: FeedItem<GameEvent>): void {
    const before = this.last;
    this.first ??= gap?.missedFrom ?? seq;
    this.last = { stream, epoch, seq };
    if (gap) {
      this.gaps.push(gap);
      if (gap.reason === 'RESTORED') this.has = [];
      else if (gap.missedTo !== seq || (before && gap.missedFrom !== before.seq + 1)) {
        this.wrong.push(`${gap.missedFrom} to ${gap.missedTo} missed after ${before?.seq}, at ${seq}`);
      }
      return;
    }
    if (before && (seq !== before.seq + 1 || epoch !== before.epoch)) {
      this.wrong.push(`${epoch} ${seq} after ${before?.epoch} ${before?.seq}`);
    }
    // A memory database gives each event it commits a number of its own for a time.
    this.has.push(at);
  }
}
