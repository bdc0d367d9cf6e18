import type { ClientBase, Pool } from 'pg';
import type { ScoreOperator, SortOrder } from '../../entities/scoreboard.ts';
import type { WrittenStanding } from '../../subscriptions/standings/standing.ts';

/** One score as the ledger keeps it. */
export interface Score {
  userId: string;
  points: number;
  /** What earned it, in the integrator's words. */
  action: string | null;
  /** Once per board: the same key again is the same score. */
  key: string;
  /** Whoever submitted it: `Service:<token id>`, `User:<id>`, or what of the server's own. */
  source: string;
}

export interface ScoredBoard {
  id: string;
  season: number;
  operator: ScoreOperator;
  sortOrder: SortOrder;
}

/**
 * What a person's new scores come to, by operator: the points, the place in the list they got there at, and whether their
 * score was another in between, so that they got there anew even where it ends as it began.
 */
const sums: Record<ScoreOperator, (sortOrder: SortOrder) => { points: string; position: string; moved: string }> = {
  INCREMENT: () => ({
    points: 'sum(i.points)::int',
    position: 'coalesce(max(i.position) filter (where i.points <> 0), min(i.position))',
    moved: 'bool_or(i.points <> 0)',
  }),
  SET: () => ({
    points: '(array_agg(i.points order by i.position desc))[1]',
    position: 'max(i.position) filter (where i.points is distinct from i.previous)',
    moved: 'count(distinct i.points) > 1',
  }),
  BEST: (sortOrder) => {
    const best = `order by i.points ${sortOrder === 'HIGHEST_FIRST' ? 'desc' : 'asc'}, i.position`;
    return {
      points: `(array_agg(i.points ${best}))[1]`,
      position: `(array_agg(i.position ${best}))[1]`,
      moved: 'false',
    };
  },
};

function merged(operator: ScoreOperator, sortOrder: SortOrder): string {
  if (operator === 'INCREMENT') return 's.score + excluded.score';
  if (operator === 'SET') return 'excluded.score';
  return sortOrder === 'HIGHEST_FIRST' ? 'greatest(s.score, excluded.score)' : 'least(s.score, excluded.score)';
}

/**
 * Writes scores into a board's ledger and what follows from them into its standings, in one statement. Scores whose key
 * is known are left out. Ledger rows and standings are written in the order of their keys, so that writers who meet wait
 * for each other in one order. Returns the keys that were new, and the standings that changed.
 *
 * Throws the database's own errors: 23503 for a person there is none of, 22003 for a total beyond 32 bits.
 */
export async function recordScores(
  connection: ClientBase | Pool,
  { id, season, operator, sortOrder }: ScoredBoard,
  scores: readonly Score[],
  at: number,
): Promise<{ fresh: Set<string>; changed: WrittenStanding[] }> {
  const { points, position, moved } = sums[operator](sortOrder);
  const after = merged(operator, sortOrder);
  // Negated twice where the least ranks first, so that what has no opposite in 32 bits is out of range on every board.
  const rankKeyOf = (score: string) => (sortOrder === 'HIGHEST_FIRST' ? `-(${score})` : `-(-(${score}))`);
  const { rows } = await connection.query<{ fresh: string[]; changed: StandingRow[] }>({
    name: `record-scores-${operator}-${sortOrder}`,
    // A revision is drawn before the wait for another writer of the same standing; whoever overtook has a greater one.
    text: `
      with input as (
        select * from rows from (jsonb_to_recordset($1) as ("userId" uuid, points int, action text, key text, source text))
          with ordinality as i(user_id, points, action, key, source, position)),
      logged as (
        insert into score_entry (scoreboard_id, idempotency_key, season, user_id, points, action, source, at)
        select $2, key, $3, user_id, points, action, source, $4 from input order by key
        on conflict do nothing returning idempotency_key),
      totals as (
        select i.user_id, ${points} as points, ${position} as position, ${moved} as moved
        from (
          select input.*, lag(points) over (partition by user_id order by position) as previous
          from input join logged on logged.idempotency_key = input.key) i
        group by i.user_id),
      numbered as materialized (
        select user_id, points, moved, nextval('standing_revision') as revision
        from (select * from totals order by position) in_order),
      put as (
        insert into standing as s (scoreboard_id, season, user_id, score, rank_key, revision, achieved_at)
        select $2, $3, user_id, points, ${rankKeyOf('points')}, revision, $4 from numbered order by user_id
        on conflict (scoreboard_id, season, user_id) do update
        set score = ${after}, rank_key = ${rankKeyOf(after)},
          revision = case when excluded.revision > s.revision then excluded.revision else nextval('standing_revision') end,
          achieved_at = greatest(excluded.achieved_at, s.achieved_at), xid = excluded.xid
        where s.score <> ${after}
          or exists (select from numbered n where n.user_id = excluded.user_id and n.moved)
        returning user_id, score, rank_key, revision, achieved_at)
      select coalesce((select jsonb_agg(idempotency_key) from logged), '[]') as fresh,
        coalesce((select jsonb_agg(put) from put), '[]') as changed`,
    values: [JSON.stringify(scores), id, season, new Date(at)],
  });
  const { fresh = [], changed = [] } = rows[0] ?? {};
  return { fresh: new Set(fresh), changed: changed.map((row) => writtenStanding(row)) };
}

export interface StandingRow {
  user_id: string;
  score: number;
  rank_key: number;
  revision: number;
  achieved_at: string;
}

export function writtenStanding(row: StandingRow): WrittenStanding {
  return {
    userId: row.user_id,
    score: row.score,
    rankKey: row.rank_key,
    revision: row.revision,
    achievedAt: new Date(row.achieved_at),
  };
}
