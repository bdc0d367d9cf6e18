import pg, { type QueryResultRow } from 'pg';
import type { LogDatabase } from '../eventLog.ts';
import type { BoardSeason, RankedEntry, StandingsStore } from './standing.ts';

/**
 * Standings as the database has them: always exact, and seen as soon as they are committed.
 *
 * Every call is one statement; errors are the database's. Ranks are counted along the index `standing_rank`, which is
 * linear in the greatest rank asked for, and `size` in the size of the board: fine to some 100,000 people.
 */
export class TableStandings implements StandingsStore {
  readonly #pool: LogDatabase;

  constructor(pool: LogDatabase) {
    this.#pool = pool;
  }

  async top(board: BoardSeason, offset: number, count: number): Promise<RankedEntry[]> {
    const rows = await this.#query<Omit<RankedEntry, 'rank'>>(top, board, [offset, count]);
    return rows.map((row, index) => ({ ...row, rank: offset + index + 1 }));
  }

  /** In one snapshot. */
  async best(board: BoardSeason, count: number): Promise<{ entries: RankedEntry[]; size: number }> {
    if (count < 1) return { entries: [], size: await this.size(board) };
    const rows = await this.#query<Omit<RankedEntry, 'rank'> & { size: number }>(best, board, [count]);
    const entries = rows.map(({ userId, score, achievedAt }, index) => ({
      userId,
      rank: index + 1,
      score,
      achievedAt,
    }));
    return { entries, size: rows[0]?.size ?? 0 };
  }

  entries(board: BoardSeason, userIds: readonly string[]): Promise<RankedEntry[]> {
    return this.#query(entries, board, [userIds]);
  }

  around(board: BoardSeason, userId: string, radius: number): Promise<RankedEntry[]> {
    return this.#query(around, board, [userId, radius]);
  }

  async size(board: BoardSeason): Promise<number> {
    const [row] = await this.#query<{ size: number }>(size, board, []);
    return row?.size ?? 0;
  }

  async #query<Row extends QueryResultRow>(
    statement: { name: string; text: string },
    { scoreboardId, season }: BoardSeason,
    values: unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.#pool.query<Row>({
      ...statement,
      values: [scoreboardId, season, ...values],
      // The ORM's pool reads times as text.
      types: pg.types,
    });
    return rows;
  }
}

const top = {
  name: 'standings-top',
  text: `
    select user_id as "userId", score, achieved_at as "achievedAt" from standing
    where scoreboard_id = $1 and season = $2
    order by rank_key, revision offset $3 limit $4`,
};

const best = {
  name: 'standings-best',
  text: `
    select user_id as "userId", score, achieved_at as "achievedAt",
      (select count(*)::int from standing where scoreboard_id = $1 and season = $2) as size
    from standing where scoreboard_id = $1 and season = $2
    order by rank_key, revision limit $3`,
};

/** Counts from each of those named to the next, so that many cost no more than the last of them. */
const entries = {
  name: 'standings-entries',
  text: `
    with named as (
      select user_id, score, achieved_at, rank_key, revision,
        coalesce(lag(rank_key) over best_first, -2147483648) as previous_key,
        coalesce(lag(revision) over best_first, 0) as previous_revision
      from standing where scoreboard_id = $1 and season = $2 and user_id = any($3::uuid[])
      window best_first as (order by rank_key, revision)
    ), counted as (
      select named.*, (
        select count(*) from standing other where other.scoreboard_id = $1 and other.season = $2
          and (other.rank_key, other.revision) >= (named.previous_key, named.previous_revision)
          and (other.rank_key, other.revision) < (named.rank_key, named.revision)
      ) as since_previous from named
    )
    select user_id as "userId", score, achieved_at as "achievedAt",
      1 + (sum(since_previous) over (order by rank_key, revision))::int as rank
    from counted`,
};

/** Compares with values, not by a join, which would walk the whole index to find where the neighbours begin. */
const around = {
  name: 'standings-around',
  text: `
    with person as (
      select rank_key, revision from standing where scoreboard_id = $1 and season = $2 and user_id = $3::uuid
    ), before as (
      select * from standing where scoreboard_id = $1 and season = $2
        and (rank_key, revision) < ((select rank_key from person), (select revision from person))
      order by rank_key desc, revision desc limit $4::int
    ), from_there as (
      select * from standing where scoreboard_id = $1 and season = $2
        and (rank_key, revision) >= ((select rank_key from person), (select revision from person))
      order by rank_key, revision limit $4::int + 1
    ), skipped as (
      select count(*) - (select count(*) from before) as people from standing
      where scoreboard_id = $1 and season = $2
        and (rank_key, revision) < ((select rank_key from person), (select revision from person))
    )
    select user_id as "userId", score, achieved_at as "achievedAt",
      (skipped.people + row_number() over (order by rank_key, revision))::int as rank
    from (select * from before union all select * from from_there) neighbours, skipped
    order by rank_key, revision`,
};

const size = {
  name: 'standings-size',
  text: 'select count(*)::int as size from standing where scoreboard_id = $1 and season = $2',
};
