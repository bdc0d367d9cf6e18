import type { LogDatabase } from '../eventLog.ts';
import { decodeUserId, encodeUserId } from './member.ts';
import { patiently } from './patiently.ts';
import { type Answer, type BoardKeys, type CopyState, type RedisBoards } from './redisBoards.ts';
import { nothingSeen } from './boardLook.ts';
import type { BoardSeason, WrittenStanding } from './standing.ts';
import { rowsAfter, rowsOf } from './standingRows.ts';

const batchSize = 500;

export interface DriftOptions {
  boards: RedisBoards;
  pool: LogDatabase;
  epoch: string;
  /** Brings a copy up to date; false when it can't be. */
  sync(board: BoardSeason, keys: BoardKeys, state: CopyState): Promise<boolean>;
}

/** A copy that is being made anew, or was lost while it was compared. */
class NoCopyError extends Error {}

/**
 * Compares the copies of boards with the table, a batch at a time and while both change: how many entries are missing,
 * too many or other than they should be. A copy that has such is given up, and so made anew by the next read.
 */
export async function standingsDrift({ boards, pool, epoch, sync }: DriftOptions): Promise<number> {
  let drifted = 0;
  for (const board of await boards.loaded(epoch)) {
    const comparison = new Comparison(board, boards.keys(epoch, board), { boards, pool, epoch, sync });
    try {
      drifted += await comparison.run();
    } catch (error) {
      if (!(error instanceof NoCopyError)) throw error;
    }
  }
  return drifted;
}

class Comparison {
  readonly #board: BoardSeason;
  readonly #keys: BoardKeys;
  readonly #options: DriftOptions;

  constructor(board: BoardSeason, keys: BoardKeys, options: DriftOptions) {
    this.#board = board;
    this.#keys = keys;
    this.#options = options;
  }

  async run(): Promise<number> {
    const { boards } = this.#options;
    const state = await patiently(() => boards.ask(this.#keys, -1, ['SIZE']));
    if (state.state === 'ABSENT') {
      await boards.notLoaded(this.#keys);
      return 0;
    }
    const suspects = [...(await this.#otherThanRows()), ...(await this.#withoutRow())];
    let drifted = 0;
    for (let index = 0; index < suspects.length; index += batchSize) {
      drifted += await this.#convict(suspects.slice(index, index + batchSize));
    }
    if (drifted > 0) await boards.forget(this.#keys);
    return drifted;
  }

  /** Who is in the table, and in the copy otherwise or not at all: maybe only because they changed meanwhile. */
  async #otherThanRows(): Promise<string[]> {
    const suspects: string[] = [];
    let rows: WrittenStanding[] = [];
    do {
      rows = await rowsAfter(this.#options.pool, this.#board, rows.at(-1)?.userId ?? null, batchSize);
      const { copies } = await this.#copies(rows.map(({ userId }) => userId));
      suspects.push(...rows.filter((row) => !same(row, copies.get(row.userId))).map(({ userId }) => userId));
    } while (rows.length === batchSize);
    return suspects;
  }

  async #withoutRow(): Promise<string[]> {
    const suspects = new Set<string>();
    for await (const people of this.#options.boards.people(this.#keys)) {
      const ids = people.map((person) => decodeUserId(person));
      const there = new Set(
        (await rowsOf(this.#options.pool, this.#board, ids, nothingSeen)).map(({ userId }) => userId),
      );
      for (const id of ids) if (!there.has(id)) suspects.add(id);
    }
    return [...suspects];
  }

  /** How many of these differ where the copy, just synced, has no excuse. */
  async #convict(userIds: readonly string[]): Promise<number> {
    const { boards, pool, sync } = this.#options;
    await patiently(async () => {
      const state = fresh(await boards.ask(this.#keys, undefined, ['SIZE']));
      if (!(await sync(this.#board, this.#keys, state))) throw new NoCopyError();
    });
    const { copies, snapshot } = await this.#copies(userIds);
    const rows = new Map((await rowsOf(pool, this.#board, userIds, snapshot)).map((row) => [row.userId, row]));
    return userIds.filter((id) => {
      const [copy, row] = [copies.get(id), rows.get(id)];
      if (!row) return copy !== undefined;
      // Written after the sync: the copy may not have it yet.
      if (!row.seen && row.revision > (copy?.revision ?? 0)) return false;
      return !same(row, copy);
    }).length;
  }

  async #copies(userIds: readonly string[]): Promise<{ copies: Map<string, WrittenStanding>; snapshot: string }> {
    const people = userIds.map((id) => encodeUserId(id));
    const { boards } = this.#options;
    const answer = fresh(await patiently(() => boards.ask(this.#keys, undefined, ['ENTRIES', ...people])));
    return {
      copies: new Map(answer.standings.map((copy) => [copy.userId, copy])),
      snapshot: answer.snapshot,
    };
  }
}

function fresh(answer: Answer): Extract<Answer, { state: 'FRESH' }> {
  if (answer.state !== 'FRESH') throw new NoCopyError();
  return answer;
}

function same(row: WrittenStanding, copy: WrittenStanding | undefined): boolean {
  return (
    copy?.revision === row.revision &&
    copy.rankKey === row.rankKey &&
    copy.score === row.score &&
    copy.achievedAt.getTime() === row.achievedAt.getTime()
  );
}
