import type { ClientBase } from 'pg';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { dayOf } from '../../rules/day.ts';
import { coinsPerLevel, tournamentPointsFor } from '../../rules/levels.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { moveCoins } from '../coins/moveCoins.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import { recordScores } from '../scoreboard/recordScores.ts';
import { setLevelStanding } from '../scoreboard/setLevelStanding.ts';
import { appendEvents } from '../stream/appendEvents.ts';
import { LostRaceError } from '../transaction.ts';
import type { Told } from './tellAll.ts';

/** A person whose row is locked, and the groups of tournaments under way that their levels count in. */
export interface LockedPerson {
  userId: string;
  level: number;
  /** In ascending order; each kept from finishing until the transaction ends. */
  groups: string[];
}

/** Locks what a level touches, groups before people as everywhere. Undefined: there is no such person. */
export async function lockPerson(client: ClientBase, userId: string, at: number): Promise<LockedPerson | undefined> {
  const groups = await groupsUnderWay(client, userId, at, true);
  const { rows } = await client.query<{ level: number }>('select level from users where id = $1 for no key update', [
    userId,
  ]);
  const [person] = rows;
  if (!person) return undefined;
  // Someone who entered a tournament meanwhile has another group by now, and that comes before the person.
  const now = await groupsUnderWay(client, userId, at, false);
  if (now.some((group) => !groups.includes(group))) throw new LostRaceError();
  return { userId, level: person.level, groups };
}

async function groupsUnderWay(client: ClientBase, userId: string, at: number, lock: boolean): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select g.id from tournament_group g join tournament t on t.id = g.tournament_id
     where g.id in (select e.group_id from tournament_entry e where e.user_id = $1)
       and t.starts_at <= $2 and t.ends_at > $2 and g.finished_at is null
     order by g.id ${lock ? 'for share of g' : ''}`,
    [userId, new Date(at)],
  );
  return rows.map(({ id }) => id);
}

export interface LevelGain {
  levels: number;
  /** What they were gained by, once: the same source gives nothing again. */
  source: string;
  /** Unix time in milliseconds. */
  at: number;
}

/**
 * Gives a locked person levels, and what comes with them: coins, their place on the global board, points in every
 * tournament under way, the events that say so. Undefined when the source was used before.
 */
export async function gainLevels(
  client: ClientBase,
  { userId, level: oldLevel, groups }: LockedPerson,
  { levels, source, at }: LevelGain,
): Promise<Told | undefined> {
  const newLevel = oldLevel + levels;
  const { rowCount: fresh } = await client.query(
    `with gain as (
       insert into level_gain (source, user_id, level, levels, day) values ($2, $1, $3, $4, $5)
       on conflict do nothing returning level)
     update users set level = gain.level from gain where id = $1`,
    [userId, source, newLevel, levels, dayOf(at)],
  );
  if (!fresh) return undefined;
  const reference = `LevelUp:${source}`;
  const coinsEarned = levels * coinsPerLevel;
  const paid = await moveCoins(client, { reference, userId, amount: coinsEarned, reason: 'LEVEL_UP', at });
  const standings: Told['standings'] = [
    {
      board: { scoreboardId: globalBoardId, season: 1, large: true },
      written: await setLevelStanding(client, userId, newLevel, at),
    },
  ];
  const score = { userId, points: tournamentPointsFor(newLevel), action: 'level-up', key: reference, source };
  for (const scoreboardId of groups) {
    const board = { id: scoreboardId, season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' } as const;
    const { changed } = await recordScores(client, board, [score], at);
    standings.push({ board: onlySeasonOf(scoreboardId), written: changed });
  }
  const levelUp = newEntry('User', { type: 'LevelUp', oldLevel, newLevel, coinsEarned });
  const events = await appendEvents(client, streamId('User', userId), [levelUp, paid], at);
  return { events: [events], standings, gain: { userId, from: oldLevel, to: newLevel, source, at } };
}
