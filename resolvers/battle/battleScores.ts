import type { ClientBase } from 'pg';
import type { Ranked } from '../../rules/battleState.ts';
import type { BattleScore } from '../../subscriptions/battleEvent.ts';

/** What was seen when a battle's scores were last told. After an import transactions are numbered anew: then nothing. */
const seen = `case when pg_snapshot_xmax(b.told_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
  then b.told_snapshot else '1:1:'::pg_snapshot end`;

/**
 * Of a `battle b` each `standing s` of somebody who scored, and that was not yet committed when its scores were last told.
 * Who commits first has nothing to do with whose number is the lesser, so it takes a snapshot to tell.
 */
export const untold = `
  s.scoreboard_id = b.id and s.season = 1 and s.revision > b.began_revision
  and s.xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(s.xid, ${seen})`;

/** The scores of everyone who scored since it was last told, the best first; from now on they are told. */
export async function takeScores(client: ClientBase, battleId: string): Promise<BattleScore[]> {
  const { rows } = await client.query<{ scores: BattleScore[] }>({
    name: 'take-battle-scores',
    // The snapshot kept is the one that the scores are read in: both are of one statement.
    text: `
      with scored as (
        select jsonb_agg(jsonb_build_object('score', s.score,
          'person', jsonb_build_object('id', u.id, 'handle', u.handle, 'displayName', u.display_name))
          order by s.rank_key, s.revision) as scores
        from battle b join standing s on ${untold} join users u on u.id = s.user_id where b.id = $1)
      update battle set told_snapshot = pg_current_snapshot() from scored
      where id = $1 and scored.scores is not null returning scored.scores`,
    values: [battleId],
  });
  return rows[0]?.scores ?? [];
}

/** A score with what was missed: as the rule of derived boards has it, within 32 bits. */
const after = 'least(greatest(s.score::bigint + m.points, -2147483647), 2147483647)::int';

/**
 * Counts what the ledger has of a battle's fighters since it began and its board has not: what was recorded by who looked
 * before the beginning was there. A score and what follows from it are committed together, so in any one snapshot the
 * difference is just that; doing it twice changes nothing. Linear in what was scored since it began.
 */
export async function countMissed(client: ClientBase, battleId: string): Promise<void> {
  await client.query({
    name: 'count-missed-scores',
    text: `
      with missed as (
        select s.user_id, sum(e.points) - s.score as points, max(e.at) as at
        from battle b join standing s on s.scoreboard_id = b.id and s.season = 1
        join score_entry e on e.user_id = s.user_id and e.at >= b.began_at and e.at < b.ends_at
        join scoreboard o on o.id = e.scoreboard_id and o.operator = 'INCREMENT' and o.sort_order = 'HIGHEST_FIRST'
        where b.id = $1 group by s.user_id, s.score having sum(e.points) <> s.score),
      locked as (
        select s.user_id from standing s join missed m on m.user_id = s.user_id
        where s.scoreboard_id = $1 and s.season = 1 order by s.user_id for no key update of s)
      update standing s
      set score = ${after}, rank_key = -${after}, revision = nextval('standing_revision'),
        achieved_at = greatest(s.achieved_at, m.at), xid = pg_current_xact_id()
      from missed m join locked l on l.user_id = m.user_id
      where s.scoreboard_id = $1 and s.season = 1 and s.user_id = m.user_id`,
    values: [battleId],
  });
}

/** A fighter's place, and whether they are a guest, who gains no levels and gives none. */
export interface RankedFighter extends Ranked {
  guest: boolean;
}

/** All fighters of a battle that began, first to last. */
export async function readRanking(client: ClientBase, battleId: string): Promise<RankedFighter[]> {
  const { rows } = await client.query<Omit<RankedFighter, 'person'> & RankedFighter['person']>({
    name: 'battle-ranking',
    text: `
      select u.id, u.handle, u.display_name as "displayName", u.guest, s.score,
        row_number() over (order by s.rank_key, s.revision)::int as rank
      from fighter f join users u on u.id = f.user_id
      join standing s on s.scoreboard_id = f.battle_id and s.season = 1 and s.user_id = f.user_id
      where f.battle_id = $1 order by rank`,
    values: [battleId],
  });
  return rows.map(({ id, handle, displayName, ...place }) => ({ ...place, person: { id, handle, displayName } }));
}
