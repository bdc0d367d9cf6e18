import type { ClientBase } from 'pg';
import { dayOf } from '../../rules/day.ts';
import { levelsPerDay } from '../../rules/levels.ts';
import { gainLevels, lockPerson, type LockedPerson } from './gainLevels.ts';
import type { Told } from './tellAll.ts';

/** Something that somebody won, by which they may gain a level. */
export interface Win {
  winnerId: string | null;
  /** Through whom it counts; nobody: it gives no level. */
  opponents: readonly string[];
  /** The game or the battle: `Game:<id>`, `Battle:<id>`. */
  source: string;
}

/**
 * Locks the winner, and what their level touches, where a win may give one. Before any scores are written in the same
 * transaction: those may count on boards that the points of a level count on too, which come after people.
 */
export async function lockWinner(
  client: ClientBase,
  { winnerId, opponents }: Pick<Win, 'winnerId' | 'opponents'>,
  at: number,
): Promise<LockedPerson | undefined> {
  if (winnerId === null || opponents.length === 0) return undefined;
  const winner = await lockPerson(client, winnerId, at);
  if (!winner) throw new RangeError(`The winner ${winnerId} is nobody`);
  return winner;
}

/**
 * Gives a locked winner one level, within the bounds against farming: five a day (UTC) by games and battles together,
 * and each pair of people once a day, whoever of them wins. Runs in the transaction that finishes what was won; once
 * per game and battle.
 */
export async function awardLevel(
  client: ClientBase,
  winner: LockedPerson,
  { opponents, source }: Pick<Win, 'opponents' | 'source'>,
  at: number,
): Promise<Told | undefined> {
  const day = dayOf(at);
  // The winner's row is the lock under which the day's gains are counted: by a statement of its own, as one that waited
  // for the lock would still count what it saw before.
  const { rows: counted } = await client.query<{ gains: number }>(
    `select count(*)::int as gains from level_gain
     where user_id = $1 and day = $2 and (source like 'Game:%' or source like 'Battle:%')`,
    [winner.userId, day],
  );
  if ((counted[0]?.gains ?? levelsPerDay) >= levelsPerDay) return undefined;
  const { rowCount: freshPairs } = await client.query(
    `insert into level_pair (day, lesser_id, greater_id)
     select day, lesser_id, greater_id from (
       select $1::date as day, least($2::uuid, o) as lesser_id, greatest($2::uuid, o) as greater_id
       from unnest($3::uuid[]) o) pair
     order by lesser_id, greater_id
     on conflict do nothing`,
    [day, winner.userId, opponents],
  );
  if (!freshPairs) return undefined;
  return gainLevels(client, winner, { levels: 1, source, at });
}
