import { hash } from 'node:crypto';
import type { PersonRef } from '../gameEvent.ts';
import { Pace } from './pace.ts';
import type { People } from './people.ts';
import type { BoardSeason, RankedEntry, StandingsStore } from './standing.ts';

export interface StandingsSnapshotEntry {
  user: PersonRef;
  rank: number;
  score: number;
  achievedAt: Date;
}

/** The best of a board as they stood at `at`. Frozen: all who asked for as many share it. */
export interface StandingsSnapshot {
  scoreboardId: string;
  entries: readonly StandingsSnapshotEntry[];
  /** How many people are on the board. */
  size: number;
  /** Of entries and size; equal means unchanged. */
  version: string;
  at: Date;
  /** Stands for this and whatever equal ones were read right before and after it. */
  run: object;
}

export interface FollowedBoardOptions {
  store: Pick<StandingsStore, 'best'>;
  people: Pick<People, 'refs'>;
  now: () => number;
  /** Reads begin at least this far apart, in milliseconds. */
  tickMs: number;
  failed(error: unknown): void;
}

interface Read {
  entries: readonly StandingsSnapshotEntry[];
  size: number;
  at: Date;
  /** How many of the best these are; endless when they are all. */
  covers: number;
  /** How many changes of the board had been heard of when it began. */
  changes: number;
}

/**
 * One board on this node, shared by all who follow it here: read once per tick at most while it changes, however many
 * follow it. A read that failed is made again when `retry` is called.
 */
export class FollowedBoard {
  /** Who asked for how many entries. */
  readonly #askers = new Map<number, { count: number }>();
  readonly #waiting = new Set<() => void>();
  readonly #options: FollowedBoardOptions;
  readonly #pace: Pace;
  #board: BoardSeason;
  #read: Read | undefined;
  #slices = new Map<number, StandingsSnapshot>();
  /** The last of each slice. */
  readonly #runs = new Map<number, { version: string }>();
  #changes = 0;
  #failed = false;

  constructor(board: BoardSeason, options: FollowedBoardOptions) {
    this.#board = board;
    this.#options = options;
    this.#pace = new Pace(options.tickMs, () => this.#readOnce());
  }

  get board(): BoardSeason {
    return this.#board;
  }

  get followers(): number {
    let count = 0;
    for (const askers of this.#askers.values()) count += askers.count;
    return count;
  }

  /** Returns what stands for all who follow as many. */
  join(first: number): object {
    const askers = this.#askers.get(first) ?? { count: 0 };
    askers.count += 1;
    this.#askers.set(first, askers);
    if (!this.newest(first)) this.#pace.request();
    return askers;
  }

  leave(first: number): void {
    const askers = this.#askers.get(first);
    if (!askers) return;
    askers.count -= 1;
    if (askers.count > 0) return;
    this.#askers.delete(first);
    this.#runs.delete(first);
  }

  stop(): void {
    this.#pace.stop();
  }

  /** Something changed on the board, or might have. */
  changed(): void {
    this.#changes += 1;
    this.#pace.request();
  }

  retry(): void {
    if (this.#failed) this.#pace.request();
  }

  /** The board's current season is this one. */
  turnTo(season: number): void {
    if (season === this.#board.season) return;
    this.#board = { ...this.#board, season };
    this.changed();
  }

  /** The best `first` as read last; undefined before the first read of as many. */
  newest(first: number): StandingsSnapshot | undefined {
    const read = this.#read;
    if (!read || read.covers < first) return undefined;
    const found = this.#slices.get(first);
    if (found) return found;
    const entries = Object.freeze(read.entries.slice(0, first));
    const { scoreboardId } = this.#board;
    const { size, at } = read;
    const version = versionOf(entries, size);
    const snapshot = Object.freeze({ scoreboardId, entries, size, version, at, run: this.#run(first, version) });
    this.#slices.set(first, snapshot);
    return snapshot;
  }

  #run(first: number, version: string): object {
    const last = this.#runs.get(first);
    if (last?.version === version) return last;
    const run = { version };
    this.#runs.set(first, run);
    return run;
  }

  /** As `newest`, and undefined while the board is known to have changed since. */
  current(first: number): StandingsSnapshot | undefined {
    return this.#read?.changes === this.#changes ? this.newest(first) : undefined;
  }

  /** Calls `wake` once something was read, unless called off by what this returns. */
  onRead(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }

  async #readOnce(): Promise<void> {
    const [board, changes] = [this.#board, this.#changes];
    const first = Math.max(0, ...this.#askers.keys());
    try {
      const { store, now } = this.#options;
      const at = new Date(now());
      const { entries: top, size } = await store.best(board, first);
      const entries = await this.#named(top);
      // The board turned to another season meanwhile, which is read next.
      if (board !== this.#board) return;
      this.#read = { entries, size, at, covers: top.length < first ? Infinity : first, changes };
      this.#slices = new Map();
      this.#failed = false;
      this.#notify();
    } catch (error) {
      this.#failed = true;
      this.#options.failed(error);
    }
  }

  async #named(top: readonly RankedEntry[]): Promise<StandingsSnapshotEntry[]> {
    const people = await this.#options.people.refs(top.map(({ userId }) => userId));
    return top.flatMap(({ userId, rank, score, achievedAt }) => {
      const user = people.get(userId);
      return user ? [Object.freeze({ user, rank, score, achievedAt })] : [];
    });
  }

  #notify(): void {
    const woken = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of woken) wake();
  }
}

function versionOf(entries: readonly StandingsSnapshotEntry[], size: number): string {
  return hash('sha256', JSON.stringify([entries, size]), 'base64url').slice(0, 16);
}
