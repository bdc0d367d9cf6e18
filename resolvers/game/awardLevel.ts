import type { ClientBase } from 'pg';
import { dayOf } from '../../rules/day.ts';
import type { GameState } from '../../rules/gameState.ts';
import { levelsPerDay, opponentsThatCount } from '../../rules/levels.ts';
import { gainLevels, lockPerson } from '../progress/gainLevels.ts';
import type { Told } from '../progress/tellAll.ts';

/**
 * Gives the winner of a finished game one level, within the bounds against farming: five a day (UTC), and each pair of
 * people once a day, whoever of them wins. Runs in the transaction that finishes the game; once per game.
 */
export async function awardLevel(client: ClientBase, state: GameState, at: number): Promise<Told | undefined> {
  const opponents = opponentsThatCount(state);
  const { winnerId } = state;
  if (opponents.length === 0 || winnerId === null) return undefined;
  const day = dayOf(at);
  // The winner's row is the lock under which the day's gains are counted: by a statement of its own, as one that waited
  // for the lock would still count what it saw before.
  const winner = await lockPerson(client, winnerId, at);
  if (!winner) throw new RangeError(`The winner ${winnerId} is nobody`);
  const { rows: counted } = await client.query<{ gains: number }>(
    `select count(*)::int as gains from level_gain where user_id = $1 and day = $2 and source like 'Game:%'`,
    [winnerId, day],
  );
  if ((counted[0]?.gains ?? levelsPerDay) >= levelsPerDay) return undefined;
  const { rowCount: freshPairs } = await client.query(
    `insert into level_pair (day, lesser_id, greater_id)
     select $1, least($2::uuid, o), greatest($2::uuid, o) from unnest($3::uuid[]) o order by o
     on conflict do nothing`,
    [day, winnerId, opponents],
  );
  if (!freshPairs) return undefined;
  return gainLevels(client, winner, { levels: 1, source: `Game:${state.id}`, at });
}
