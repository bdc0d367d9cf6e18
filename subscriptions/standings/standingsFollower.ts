import type { Place, Walk } from '../walk.ts';
import type { FollowedBoard, StandingsSnapshot } from './followedBoard.ts';
import type { BoardSeason } from './standing.ts';
import { Waits } from '../waits.ts';

/** What a follower needs of the standings that made it. */
export interface StandingsFollowerSource {
  /** Finds the board's current season. Called once, by the first `next()`. */
  board(): Promise<BoardSeason>;
  /** Joins those who follow it. */
  join(board: BoardSeason): JoinedBoard;
  /** Called once, however the follower ends, with what it joined. */
  release(joined: JoinedBoard | undefined): void;
  /** A follower of what is joined already. */
  fork(joined: JoinedBoard, given: StandingsSnapshot | undefined): StandingsFollower;
}

/** A board, and what stands for all who follow as many of its entries. */
export interface JoinedBoard {
  board: FollowedBoard;
  askers: object;
}

/**
 * One listener's view of a board: the current standings at once, then the newest after each change, and never the same
 * twice in a row. A slow one misses what was in between and gets the newest. It holds nothing before the first `next()`;
 * it ends only by `return()`, which also interrupts a pending `next()`, or by a board that can't be found, which `next()`
 * throws. A database that is away is waited for.
 */
export class StandingsFollower implements Walk<StandingsSnapshot> {
  readonly #source: StandingsFollowerSource;
  readonly #first: number;
  #joined: JoinedBoard | undefined;
  #given: StandingsSnapshot | undefined;
  readonly #waits = new Waits();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    source: StandingsFollowerSource,
    first: number,
    start: { joined?: JoinedBoard; given?: StandingsSnapshot | undefined } = {},
  ) {
    this.#source = source;
    this.#first = first;
    this.#joined = start.joined;
    this.#given = start.given;
  }

  get along(): object | undefined {
    return this.#joined?.askers;
  }

  /**
   * Nobody goes on with one who was given something else, not even something older: that one may miss what is between
   * them, and find what comes next to be what it has.
   */
  get place(): Place | undefined {
    return this.#given && { history: this.#given.run, seq: 0 };
  }

  get idle(): boolean {
    return this.#joined !== undefined && this.#fresh() === undefined;
  }

  fork(): StandingsFollower {
    if (!this.#joined) throw new RangeError('It has not begun');
    return this.#source.fork(this.#joined, this.#given);
  }

  /** Boards are everyone's. */
  eyes(): readonly string[] {
    return [];
  }

  /** Boards never end for one alone. */
  lastFor(): readonly string[] {
    return [];
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<StandingsSnapshot, undefined>> {
    const result = this.#turn.then(() => this.#step());
    this.#turn = result.catch(() => undefined);
    return result;
  }

  return(): Promise<IteratorResult<StandingsSnapshot, undefined>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #step(): Promise<IteratorResult<StandingsSnapshot, undefined>> {
    try {
      while (!this.#waits.over) {
        const value = this.#fresh();
        if (value) {
          this.#given = value;
          return { done: false, value };
        }
        const board = this.#joined?.board;
        if (board) await this.#waits.until((wake) => board.onRead(wake));
        else await this.#begin();
      }
      return { done: true, value: undefined };
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** What this listener has not been given yet. */
  #fresh(): StandingsSnapshot | undefined {
    const board = this.#joined?.board;
    const snapshot = this.#given ? board?.newest(this.#first) : board?.current(this.#first);
    return snapshot?.version === this.#given?.version ? undefined : snapshot;
  }

  async #begin(): Promise<void> {
    const found = this.#source.board();
    // Settles after the end, too, when nobody asks any more.
    found.catch(() => undefined);
    await this.#waits.until((wake) => void found.then(wake, wake));
    if (this.#waits.over) return;
    const board = await found;
    if (!this.#waits.over) this.#joined = this.#source.join(board);
  }

  #end(): void {
    if (!this.#waits.end()) return;
    this.#source.release(this.#joined);
  }
}
