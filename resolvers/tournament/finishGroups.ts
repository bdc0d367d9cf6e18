import type { ClientBase } from 'pg';
import type { RewardBand } from '../../entities/tournament.ts';
import { rewardFor } from '../../rules/tournament.ts';
import { queueing } from '../telegram/queueNotices.ts';
import type { Services } from '../services.ts';
import { inTransaction, retrying } from '../transaction.ts';

/** Fixes rank and reward of everyone in a tournament that is over, group by group, where that was not done before. */
export async function finishGroups(
  { pool, clock, observer }: Services,
  { id, name, groupSize, rewards }: { id: string; name: string; groupSize: number; rewards: readonly RewardBand[] },
): Promise<void> {
  const rewardByRank = Array.from({ length: groupSize }, (_, index) => rewardFor(index + 1, rewards));
  const { rows } = await pool.query<{ id: string }>(
    'select id from tournament_group where tournament_id = $1 and finished_at is null order by number',
    [id],
  );
  for (const group of rows) {
    await retrying(observer, () =>
      inTransaction(pool, (client) =>
        finishGroup(client, { id: group.id, tournamentId: id, name, rewardByRank }, clock.now()),
      ),
    );
  }
}

async function finishGroup(
  client: ClientBase,
  group: { id: string; tournamentId: string; name: string; rewardByRank: readonly number[] },
  at: number,
): Promise<void> {
  // A statement of its own: it waits for everyone whose level counts here, and the next one sees what they did.
  const { rowCount } = await client.query(
    'select from tournament_group where id = $1 and finished_at is null for no key update',
    [group.id],
  );
  if (!rowCount) return;
  await client.query({
    name: 'finish-group',
    text: `
      with ranked as (
        select user_id, row_number() over (order by rank_key, revision)::int as rank
        from standing where scoreboard_id = $1 and season = 1),
      placed as (
        update tournament_entry e set final_rank = r.rank, reward = ($2::int[])[r.rank]
        from ranked r where e.group_id = $1 and e.user_id = r.user_id),
      queued as (${queueing(
        'TOURNAMENT_RESULT',
        `select user_id, $4::uuid as subject, $3::timestamptz as at, 'infinity'::timestamptz as useful_until,
           jsonb_build_object('tournament', $5::text, 'rank', rank, 'players', count(*) over (),
             'coins', ($2::int[])[rank]) as data from ranked`,
      )})
      update tournament_group set finished_at = $3 where id = $1`,
    values: [group.id, group.rewardByRank, new Date(at), group.tournamentId, group.name],
  });
}
