import type { ClientBase, Pool } from 'pg';
import type { GameState } from '../../rules/gameState.ts';
import { levelsPerDay, opponentsThatCount } from '../../rules/levels.ts';

/**
 * Gives the winner of a finished game one level, within the bounds against farming: five a day (UTC), and each pair of
 * people once a day, whoever of them wins. Runs in the transaction that finishes the game; once per game.
 */
export async function awardLevel(connection: ClientBase | Pool, state: GameState, at: number): Promise<void> {
  const opponents = opponentsThatCount(state);
  if (opponents.length === 0) return;
  const day = new Date(at).toISOString().slice(0, 10);
  // The winner's row is the lock under which the day's gains are counted: by a statement of its own, as one that waited
  // for the lock would still count what it saw before.
  await connection.query('select from users where id = $1 for no key update', [state.winnerId]);
  const { rows: counted } = await connection.query<{ gains: number }>(
    'select count(*)::int as gains from level_gain where user_id = $1 and day = $2',
    [state.winnerId, day],
  );
  if ((counted[0]?.gains ?? levelsPerDay) >= levelsPerDay) return;
  const { rowCount: freshPairs } = await connection.query(
    `insert into level_pair (day, lesser_id, greater_id)
     select $1, least($2::uuid, o), greatest($2::uuid, o) from unnest($3::uuid[]) o order by o
     on conflict do nothing`,
    [day, state.winnerId, opponents],
  );
  if (!freshPairs) return;
  await connection.query(
    `with risen as (update users set level = level + 1 where id = $1 returning id, level)
     insert into level_gain (source, user_id, level, day) select $2, id, level, $3 from risen`,
    [state.winnerId, `Game:${state.id}`, day],
  );
}
