import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { openTestPool } from '../jobs/testPool.ts';
import type { SortOrder } from '../../entities/scoreboard.ts';
import type {
  BoardSeason,
  RankedEntry,
  StandingsStore,
  WrittenStanding,
} from '../../subscriptions/standings/standing.ts';

/** As `openTestPool`; a connection that the dropping of its database overtakes as it closes is nobody's error. */
export async function openPool(): Promise<Pool> {
  const pool = await openTestPool();
  pool.on('error', () => undefined);
  return pool;
}

/** People without a past, by id in ascending order. */
export async function addPeople(pool: Pool, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into users (id, handle, display_name, guest, created_at)
     select id, id::text, 'Person ' || number, false, now()
     from (select gen_random_uuid() as id, number from generate_series(1, $1::int) number) people returning id`,
    [count],
  );
  return rows.map(({ id }) => id).toSorted();
}

export async function addBoard(pool: Pool, sortOrder: SortOrder = 'HIGHEST_FIRST', large = true): Promise<TestBoard> {
  const id = randomUUID();
  await pool.query(
    `insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
     values ($1::uuid, $1::text, 'CUSTOM', 'Test', 'SET', $2, now())`,
    [id, sortOrder],
  );
  return new TestBoard(pool, { scoreboardId: id, season: 1, large }, sortOrder);
}

/** A board whose standings tests write themselves, in the way operations do. */
export class TestBoard {
  readonly season: BoardSeason;
  readonly sortOrder: SortOrder;
  readonly #pool: Pool;
  #seconds = 0;

  constructor(pool: Pool, season: BoardSeason, sortOrder: SortOrder) {
    this.#pool = pool;
    this.season = season;
    this.sortOrder = sortOrder;
  }

  /** Commits a score, or writes it over a connection whose transaction is the caller's. */
  async put(userId: string, score: number, connection: Pool | PoolClient = this.#pool): Promise<WrittenStanding> {
    const [written] = await this.putAll([userId], score, connection);
    if (!written) throw new Error('Nothing was written');
    return written;
  }

  /** The same score for all, in one statement and the order given. */
  async putAll(
    userIds: readonly string[],
    score: number,
    connection: Pool | PoolClient = this.#pool,
  ): Promise<WrittenStanding[]> {
    const { scoreboardId, season } = this.season;
    this.#seconds += 1;
    const { rows } = await connection.query<Omit<WrittenStanding, 'revision'> & { revision: string }>(
      `insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
       select $1, $2, id, $4::int, $5::int, $6 from unnest($3::uuid[]) with ordinality as people(id, place) order by place
       on conflict (scoreboard_id, season, user_id) do update
       set score = excluded.score, rank_key = excluded.rank_key, revision = nextval('standing_revision'),
         achieved_at = excluded.achieved_at, xid = pg_current_xact_id()
       returning user_id as "userId", score, rank_key as "rankKey", revision, achieved_at as "achievedAt"`,
      [
        scoreboardId,
        season,
        userIds,
        score,
        this.sortOrder === 'HIGHEST_FIRST' ? 0 - score : score,
        new Date(Date.UTC(2026, 10, 21) + this.#seconds * 1_000),
      ],
    );
    return rows.map((row) => ({ ...row, revision: Number(row.revision) }));
  }

  /** Everyone, as the table has them. */
  async model(): Promise<StandingsModel> {
    const { rows } = await this.#pool.query<Omit<WrittenStanding, 'revision'> & { revision: string }>(
      `select user_id as "userId", score, rank_key as "rankKey", revision, achieved_at as "achievedAt" from standing
       where scoreboard_id = $1 and season = $2`,
      [this.season.scoreboardId, this.season.season],
    );
    const model = new StandingsModel();
    for (const row of rows) model.put({ ...row, revision: Number(row.revision) });
    return model;
  }
}

/** Where people stand, worked out naively. */
export class StandingsModel {
  readonly #standings = new Map<string, WrittenStanding>();

  put(written: WrittenStanding): void {
    this.#standings.set(written.userId, written);
  }

  get ranked(): RankedEntry[] {
    return [...this.#standings.values()]
      .toSorted((one, other) => one.rankKey - other.rankKey || one.revision - other.revision)
      .map(({ userId, score, achievedAt }, index) => ({ userId, rank: index + 1, score, achievedAt }));
  }

  around(userId: string, radius: number): RankedEntry[] {
    const { ranked } = this;
    const place = ranked.findIndex((entry) => entry.userId === userId);
    return place < 0 ? [] : ranked.slice(Math.max(0, place - radius), place + radius + 1);
  }
}

/** What a store says of a whole board, read in every way there is; the ways must agree. */
export async function readAll(store: StandingsStore, board: BoardSeason, people: readonly string[]) {
  const [top, entries, size, rounds] = await Promise.all([
    store.top(board, 0, people.length + 1),
    store.entries(board, people),
    store.size(board),
    Promise.all(people.slice(0, 3).map((id) => store.around(board, id, 2))),
  ]);
  return { top, entries: byRank(entries), size, rounds };
}

/** What `readAll` is to come to. */
export function expected(model: StandingsModel, people: readonly string[]) {
  const { ranked } = model;
  return {
    top: ranked,
    entries: ranked.filter(({ userId }) => people.includes(userId)),
    size: ranked.length,
    rounds: people.slice(0, 3).map((id) => model.around(id, 2)),
  };
}

export function byRank(entries: readonly RankedEntry[]): RankedEntry[] {
  return entries.toSorted((one, other) => one.rank - other.rank);
}
