import type { FeedItem } from '../../subscriptions/channel.ts';
import type { Cursor } from '../../subscriptions/cursor.ts';
import type { Feed } from '../../subscriptions/feed.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import type { Gap } from '../../subscriptions/resume.ts';
import { gameId } from './testNode.ts';

/** A client of a feed that keeps what it was given, can be cut off at any time, and resumes by its last cursor. */
export class Reader {
  /** Numbers of the events it has, in order; empty again after a RESTORED, as a client starts anew then. */
  has: number[] = [];
  readonly gaps: Gap[] = [];
  /** What should never come: items out of order. */
  readonly wrong: string[] = [];
  last: Cursor | undefined;
  /** Sequence number of the first event it ever got or was told to have missed. */
  first: number | undefined;
  failure: unknown;
  #follower: Follower<GameEvent> | undefined;
  #connection = 0;
  /** Waited for after each item: a slow reader. */
  readonly #pace: () => Promise<void>;

  constructor(pace: () => Promise<void> = () => Promise.resolve()) {
    this.#pace = pace;
  }

  get connected(): boolean {
    return this.#connection > 0;
  }

  async connect(feed: Feed): Promise<void> {
    const connection = Math.random();
    this.#connection = connection;
    try {
      const follower = await feed.follow('Game', gameId, this.last);
      if (!follower) throw new Error('The cursor is another stream’s');
      if (this.#connection !== connection) return void (await follower.return());
      this.#follower = follower;
      for await (const item of follower) {
        if (this.#connection !== connection) return;
        this.#take(item);
        await this.#pace();
        if (this.#connection !== connection) return;
      }
    } catch (error) {
      if (this.#connection !== connection) return;
      this.failure = error;
      this.#connection = 0;
    }
  }

  async cut(): Promise<void> {
    this.#connection = 0;
    await this.#follower?.return();
    this.#follower = undefined;
  }

  #take({ stream, epoch, seq, event, gap }: FeedItem<GameEvent>): void {
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
    if (event.type !== 'GameStarted') throw new Error(`Nobody appended a ${event.type}`);
    this.has.push(event.startedAt);
  }
}
