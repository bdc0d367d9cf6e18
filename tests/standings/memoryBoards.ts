import type { QueryConfig, QueryResultRow } from 'pg';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { BoardSeason, RankedEntry } from '../../subscriptions/standings/standing.ts';

interface MemoryBoard {
  season: number;
  /** The best first, by season. */
  seasons: Map<number, { userId: string; score: number }[]>;
  /** Of the transaction that last wrote a season. */
  written: Map<number, number>;
}

/**
 * Boards in memory, as several nodes share them: the store, the people and the one query of live standings. `pass` is
 * waited for before and after each is read; `broken` may refuse any. A board's people are named by their places.
 */
export class MemoryBoards {
  epoch = 'epoch';
  pass = (): Promise<void> => Promise.resolve();
  broken = (): boolean => false;
  readonly asked = { top: 0, look: 0, firsts: [] as number[] };
  readonly doubted: string[] = [];
  readonly #boards = new Map<string, MemoryBoard>();
  #xid = 10;

  readonly people = {
    refs: (ids: readonly string[]): Promise<Map<string, PersonRef>> =>
      Promise.resolve(new Map(ids.map((id) => [id, { id, handle: id, displayName: id.toUpperCase() }]))),
  };

  season(scoreboardId: string): BoardSeason {
    return { scoreboardId, season: this.#board(scoreboardId).season, large: true };
  }

  /** Commits a season's standings, from the best down. */
  write(scoreboardId: string, scores: readonly (readonly [userId: string, score: number])[], season?: number): void {
    const board = this.#board(scoreboardId);
    this.#xid += 1;
    board.written.set(season ?? board.season, this.#xid);
    board.seasons.set(
      season ?? board.season,
      scores.map(([userId, score]) => ({ userId, score })),
    );
  }

  turnTo(scoreboardId: string, season: number): void {
    this.#board(scoreboardId).season = season;
  }

  best({ scoreboardId, season }: BoardSeason, count: number): Promise<{ entries: RankedEntry[]; size: number }> {
    this.asked.top += 1;
    this.asked.firsts.push(count);
    return this.#read(() => {
      const all = this.#board(scoreboardId).seasons.get(season) ?? [];
      const entries = all
        .slice(0, count)
        .map((entry, index) => ({ ...entry, rank: index + 1, achievedAt: new Date(entry.score) }));
      return { entries, size: all.length };
    });
  }

  doubt({ scoreboardId }: BoardSeason): void {
    this.doubted.push(scoreboardId);
  }

  /** The look at boards that live standings take once per beat. */
  async query<Row extends QueryResultRow>({ values = [] }: QueryConfig<unknown[]>): Promise<{ rows: Row[] }> {
    this.asked.look += 1;
    const [ids, since] = values as [string[], string];
    const rows = await this.#read(() =>
      ids.map((scoreboardId) => {
        const { season, written } = this.#board(scoreboardId);
        const changed = (written.get(season) ?? -1) >= Number.parseInt(since, 10);
        return { scoreboardId, season, changed, seen: `${this.#xid + 1}:${this.#xid + 1}:` };
      }),
    );
    return { rows: rows as unknown as Row[] };
  }

  async #read<Result>(answer: () => Result): Promise<Result> {
    await this.pass();
    if (this.broken()) throw new Error('The database is away');
    const result = answer();
    await this.pass();
    return result;
  }

  #board(scoreboardId: string): MemoryBoard {
    const found = this.#boards.get(scoreboardId) ?? { season: 1, seasons: new Map(), written: new Map() };
    this.#boards.set(scoreboardId, found);
    return found;
  }
}
