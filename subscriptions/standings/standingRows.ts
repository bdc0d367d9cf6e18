import pg from 'pg';
import type { LogDatabase } from '../eventLog.ts';
import type { BoardSeason, WrittenStanding } from './standing.ts';

const columns = `user_id as "userId", score, rank_key as "rankKey", revision::text, achieved_at as "achievedAt"`;
const season = 'scoreboard_id = $1 and season = $2';
type RawRow = Omit<WrittenStanding, 'revision'> & { revision: string };

/**
 * Up to `limit` standings that were not yet committed as a snapshot before was taken, and the snapshot they were now read
 * in. Who commits first has nothing to do with whose number is the lesser, so it takes snapshots to tell.
 */
export async function rowsSince(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  snapshot: string,
  limit: number,
): Promise<{ rows: WrittenStanding[]; snapshot: string }> {
  const { rows } = await pool.query<(RawRow | { userId: null }) & { snapshot: string }>({
    name: 'standings-since',
    text: `
      select now.snapshot, changed.*
      from (select pg_current_snapshot()::text as snapshot) now left join (
        select ${columns} from standing
        where ${season} and xid >= pg_snapshot_xmin($3::pg_snapshot) and not pg_visible_in_snapshot(xid, $3::pg_snapshot)
        order by xid limit $4
      ) changed on true`,
    values: [scoreboardId, number, snapshot, limit],
    types: pg.types,
  });
  const found = rows.flatMap((row) => (row.userId === null ? [] : [parse(row)]));
  return { rows: found, snapshot: rows[0]?.snapshot ?? snapshot };
}

/** For whoever reads a board from now on. */
export async function snapshotNow(pool: LogDatabase): Promise<string> {
  const { rows } = await pool.query<{ snapshot: string }>({
    name: 'standings-snapshot',
    text: 'select pg_current_snapshot()::text as snapshot',
  });
  const [row] = rows;
  if (!row) throw new RangeError('There is always a snapshot');
  return row.snapshot;
}

/** Up to `limit` standings of the board, by user id, after that one or from the first. */
export async function rowsAfter(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  userId: string | null,
  limit: number,
): Promise<WrittenStanding[]> {
  const { rows } = await pool.query<RawRow>({
    name: userId === null ? 'standings-first' : 'standings-after',
    text: `select ${columns} from standing where ${season} and ${userId === null ? '$3::uuid is null' : 'user_id > $3::uuid'}
           order by user_id limit $4`,
    values: [scoreboardId, number, userId, limit],
    types: pg.types,
  });
  return rows.map((row) => parse(row));
}

/** The standings of these people, and whether each was committed as the snapshot was taken. */
export async function rowsOf(
  pool: LogDatabase,
  { scoreboardId, season: number }: BoardSeason,
  userIds: readonly string[],
  snapshot: string,
): Promise<(WrittenStanding & { seen: boolean })[]> {
  const { rows } = await pool.query<RawRow & { seen: boolean }>({
    name: 'standings-of',
    text: `select ${columns}, pg_visible_in_snapshot(xid, $4::pg_snapshot) as seen from standing
           where ${season} and user_id = any($3::uuid[])`,
    values: [scoreboardId, number, userIds, snapshot],
    types: pg.types,
  });
  return rows.map((row) => ({ ...parse(row), seen: row.seen }));
}

function parse({ userId, score, rankKey, revision, achievedAt }: RawRow): WrittenStanding {
  return { userId, score, rankKey, revision: Number(revision), achievedAt };
}
