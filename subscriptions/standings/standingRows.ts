import pg from 'pg';
import type { LogDatabase } from '../eventLog.ts';
import type { BoardSeason, WrittenStanding } from './standing.ts';

/** A standing's row, with the number of the transaction that wrote it. */
export interface StandingRow extends WrittenStanding {
  xid: string;
}

const columns = `user_id as "userId", score, rank_key as "rankKey", revision::text, achieved_at as "achievedAt", xid::text`;
const season = 'scoreboard_id = $1 and season = $2';
type RawRow = Omit<StandingRow, 'revision'> & { revision: string };

/**
 * Up to `limit` standings that transactions since `watermark` wrote, and the watermark for the next time: all that
 * transactions before it wrote is among these, or was there to be read the time before.
 */
export async function rowsSince(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  watermark: string,
  limit: number,
): Promise<{ rows: StandingRow[]; watermark: string }> {
  const { rows } = await pool.query<(RawRow | { userId: null }) & { watermark: string }>({
    name: 'standings-since',
    text: `
      select snapshot.watermark, changed.*
      from (select pg_snapshot_xmin(pg_current_snapshot())::text as watermark) snapshot left join (
        select ${columns} from standing where ${season} and standing.xid >= $3::xid8 order by standing.xid limit $4
      ) changed on true`,
    values: [scoreboardId, number, watermark, limit],
    types: pg.types,
  });
  const found = rows.flatMap((row) => (row.userId === null ? [] : [parse(row)]));
  return { rows: found, watermark: rows[0]?.watermark ?? watermark };
}

/** A watermark for whoever reads a board from now on. */
export async function watermarkNow(pool: LogDatabase): Promise<string> {
  const { rows } = await pool.query<{ watermark: string }>({
    name: 'standings-watermark',
    text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as watermark',
  });
  const [row] = rows;
  if (!row) throw new RangeError('A snapshot has an xmin');
  return row.watermark;
}

/** Up to `limit` standings of the board, by user id, after that one or from the first. */
export async function rowsAfter(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  userId: string | null,
  limit: number,
): Promise<StandingRow[]> {
  const { rows } = await pool.query<RawRow>({
    name: userId === null ? 'standings-first' : 'standings-after',
    text: `select ${columns} from standing where ${season} and ${userId === null ? '$3::uuid is null' : 'user_id > $3::uuid'}
           order by user_id limit $4`,
    values: [scoreboardId, number, userId, limit],
    types: pg.types,
  });
  return rows.map((row) => parse(row));
}

/** The standings of these people. */
export async function rowsOf(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  userIds: readonly string[],
): Promise<StandingRow[]> {
  const { rows } = await pool.query<RawRow>({
    name: 'standings-of',
    text: `select ${columns} from standing where ${season} and user_id = any($3::uuid[])`,
    values: [scoreboardId, number, userIds],
    types: pg.types,
  });
  return rows.map((row) => parse(row));
}

function parse({ userId, score, rankKey, revision, achievedAt, xid }: RawRow): StandingRow {
  return { userId, score, rankKey, revision: Number(revision), achievedAt, xid };
}
