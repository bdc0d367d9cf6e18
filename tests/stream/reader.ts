import type { Feed } from '../../subscriptions/feed.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import { Notes } from './notes.ts';
import { gameId } from './testNode.ts';

/** A client of a feed that keeps what it was given, can be cut off at any time, and resumes by its last cursor. */
export class Reader extends Notes {
  failure: unknown;
  #follower: Follower<GameEvent> | undefined;
  #connection = 0;
  /** Waited for after each item: a slow reader. */
  readonly #pace: () => Promise<void>;

  constructor(pace: () => Promise<void> = () => Promise.resolve()) {
    super();
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
        this.take(item);
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
}
