import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogDatabase } from '../eventLog.ts';
import { patiently } from './patiently.ts';
import type { BoardKeys, RedisBoards } from './redisBoards.ts';
import type { BoardSeason } from './standing.ts';
import { rowsAfter, snapshotNow } from './standingRows.ts';

const batchSize = 2_000;
/** After a load that failed, or while another node is at it. */
const pauseMs = 1_000;

export interface BoardLoaderOptions {
  boards: RedisBoards;
  pool: LogDatabase;
  epoch: () => string;
  failed(error: unknown): void;
}

/** Copies boards into Redis in the background: each once at a time on this node, and as a rule by one node. */
export class BoardLoader {
  readonly #options: BoardLoaderOptions;
  readonly #node = randomUUID();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(options: BoardLoaderOptions) {
    this.#options = options;
  }

  has({ held }: BoardKeys): boolean {
    return this.#loading.has(held);
  }

  /** Sees to it that the board is loaded, or brought up to date in batches if it is. Never waits, never fails. */
  load(board: BoardSeason, keys: BoardKeys, why: 'ABSENT' | 'BEHIND'): void {
    const { signal } = this.#stopping;
    if (this.has(keys) || signal.aborted) return;
    const done = this.#load(board, keys, why)
      .catch((error: unknown) => {
        if (!signal.aborted) this.#options.failed(error);
        return false;
      })
      .then((loaded) => (loaded ? undefined : sleep(pauseMs, undefined, { signal })))
      .catch(() => undefined)
      .finally(() => this.#loading.delete(keys.held));
    this.#loading.set(keys.held, done);
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loading.values());
  }

  async #load(board: BoardSeason, keys: BoardKeys, why: 'ABSENT' | 'BEHIND'): Promise<boolean> {
    const { boards } = this.#options;
    if (!(await boards.claim(keys, this.#node))) return false;
    try {
      return await this.#copy(board, keys, why);
    } finally {
      await boards.giveUpClaim(keys).catch(() => undefined);
    }
  }

  async #copy(board: BoardSeason, keys: BoardKeys, why: 'ABSENT' | 'BEHIND'): Promise<boolean> {
    const { boards, pool, epoch } = this.#options;
    const begun = await boards.begin(keys, randomUUID());
    if (begun.snapshot && why === 'ABSENT') return true;
    // After `begin`: from there on changes are told to Redis by whoever makes them, so it is not behind when complete.
    const state = { ...begun, snapshot: await snapshotNow(pool) };
    for (let last: string | null = null; ;) {
      const rows = await rowsAfter(pool, board, last, batchSize);
      // The rows may be another database's, which was put in the place of the one the keys are named for.
      if (this.#stopping.signal.aborted || boards.keys(epoch(), board).held !== keys.held) return false;
      last = rows.at(-1)?.userId ?? null;
      const end = rows.length < batchSize;
      const applied = await patiently(
        () => (end ? boards.complete(keys, rows, state) : boards.apply(keys, rows, state.generation)),
        this.#stopping.signal,
      );
      if (end || !applied) return applied;
      await boards.renewClaim(keys).catch(() => undefined);
    }
  }
}
