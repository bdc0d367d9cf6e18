import type { EntityManager } from '@mikro-orm/postgresql';
import { Scoreboard } from '../../entities/scoreboard.ts';
import type { BoardSeason } from '../../subscriptions/standings/standing.ts';
import type { Services } from '../services.ts';
import { resetScoreboard } from './resetScoreboard.ts';

/**
 * A board in the season that is on now, or null. What was read stays true until the board's next reset, so it is kept;
 * a reset that is due and that nobody has carried out yet is carried out first.
 */
export async function findBoard(
  { services, em }: { services: Services; em: EntityManager },
  key: string,
): Promise<Scoreboard | null> {
  const now = services.clock.now();
  const known = services.boards.get(key);
  if (known && !isDue(known, now)) return known;
  services.boards.delete(key);
  // PostgreSQL could not even be asked for what is no key.
  if (!/^[\x21-\x7e]{1,80}$/.test(key)) return null;
  let board = await em.fork().findOne(Scoreboard, { key });
  if (board && isDue(board, now)) {
    await resetScoreboard(services, board.id);
    board = await em.fork().findOne(Scoreboard, { key });
  }
  if (board) services.boards.set(key, board);
  return board;
}

function isDue({ resetsAt }: Scoreboard, now: number): boolean {
  return resetsAt !== null && resetsAt !== undefined && resetsAt.getTime() <= now;
}

/** The one season of a board that the server keeps for a game or for a tournament's group, whose id it has. */
export function onlySeasonOf(scoreboardId: string): BoardSeason {
  return { scoreboardId, season: 1, large: false };
}

/** What reading a season of a board takes; the one under way when none is named. */
export function seasonOf({ id, kind, season }: Scoreboard, number = season): BoardSeason {
  const large = kind === 'CUSTOM' || kind === 'GLOBAL';
  return { scoreboardId: id, season: number, large, ...((kind === 'GROUP' || kind === 'BATTLE') && { guarded: true }) };
}
