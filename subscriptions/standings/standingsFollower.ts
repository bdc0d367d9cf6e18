import type { FollowedBoard, StandingsSnapshot } from './followedBoard.ts';
import type { BoardSeason } from './standing.ts';

/** What a follower needs of the standings that made it. */
export interface StandingsFollowerSource {
  /** Finds the board's current season. Called once, by the first `next()`. */
  board(): Promise<BoardSeason>;
  /** Joins those who follow it. */
  join(board: BoardSeason): FollowedBoard;
  /** Called once, however the follower ends, with what it joined. */
  release(board: FollowedBoard | undefined): void;
}

/**
 * One listener's view of a board: the current standings at once, then the newest after each change, and never the same
 * twice in a row. A slow one misses what was in between and gets the newest. It holds nothing before the first `next()`;
 * it ends only by `return()`, which also interrupts a pending `next()`, or by a board that can't be found, which `next()`
 * throws. A database that is away is waited for.
 */
export class StandingsFollower implements AsyncIterableIterator<StandingsSnapshot> {
  readonly #source: StandingsFollowerSource;
  readonly #first: number;
  #board: FollowedBoard | undefined;
  #version: string | undefined;
  #done = false;
  #wake: (() => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: StandingsFollowerSource, first: number) {
    this.#source = source;
    this.#first = first;
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
          this.#version = value.version;
          return { done: false, value };
        }
        const board = this.#board;
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
    const first = this.#version === undefined;
    const snapshot = first ? this.#board?.current(this.#first) : this.#board?.newest(this.#first);
    return snapshot?.version === this.#version ? undefined : snapshot;
  }

  async #begin(): Promise<void> {
    const found = this.#source.board();
    // Settles after the end, too, when nobody asks any more.
    found.catch(() => undefined);
    await this.#until((wake) => void found.then(wake, wake));
    if (!this.#done) this.#board = this.#source.join(await found);
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
    this.#source.release(this.#board);
  }
}
