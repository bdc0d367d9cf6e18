import type { Place, Walk } from '../fanout.ts';
import type { FollowedBoard, StandingsSnapshot } from './followedBoard.ts';
import type { BoardSeason } from './standing.ts';

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
  #done = false;
  #wake: (() => void) | undefined;
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

  get place(): Place | undefined {
    return this.#joined && this.#given && { history: this.#joined.board, seq: this.#given.read };
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
      while (!this.#done) {
        const value = this.#fresh();
        if (value) {
          this.#given = value;
          return { done: false, value };
        }
        const board = this.#joined?.board;
        if (board) await this.#until((wake) => board.onRead(wake));
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
    await this.#until((wake) => void found.then(wake, wake));
    if (!this.#done) this.#joined = this.#source.join(await found);
  }

  /** Waits for what `begin` arranges to wake it, or for the end. `begin` may return how to call that off. */
  async #until(begin: (wake: () => void) => (() => void) | void): Promise<void> {
    if (this.#done) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const callOff = begin(resolve);
    await promise;
    callOff?.();
  }

  #end(): void {
    if (this.#done) return;
    this.#done = true;
    this.#wake?.();
    this.#source.release(this.#joined);
  }
}
