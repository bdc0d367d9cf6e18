import { atLeastDefaultDifficulty } from './gameSettings.ts';
import type { GameState } from './gameState.ts';

/** Levels are worth coins, so wins give only so many. */
export const levelsPerDay = 5;

/**
 * The opponents through whom a finished game may give its winner a level: all of them in a game at default settings or
 * harder in which nobody is a guest, else none. The caller checks the day's counts.
 */
export function opponentsThatCount({ status, winnerId, settings, players }: GameState): string[] {
  if (status !== 'FINISHED' || !atLeastDefaultDifficulty(settings)) return [];
  if (winnerId === null || players.some(({ guest }) => guest)) return [];
  return players.map(({ person }) => person.id).filter((id) => id !== winnerId);
}

/** A shorter battle gives its winner no level. */
export const leastBattleSeconds = 60;

/**
 * The rivals through whom a finished battle may give its winner a level: of a battle of a minute or longer whose winner
 * is no guest, all other fighters who are none and ended with more than nothing. The caller checks the day's counts, which
 * games and battles share.
 */
export function rivalsThatCount({
  seconds,
  winnerId,
  fighters,
}: {
  seconds: number;
  winnerId: string | null;
  fighters: readonly { userId: string; guest: boolean; score: number }[];
}): string[] {
  const winner = fighters.find(({ userId }) => userId === winnerId);
  if (!winner || winner.guest || seconds < leastBattleSeconds) return [];
  return fighters
    .filter(({ userId, guest, score }) => userId !== winnerId && !guest && score > 0)
    .map(({ userId }) => userId);
}

/** Coins that every level brings. */
export const coinsPerLevel = 100;

/** What reaching a level adds to the score in each tournament under way. */
export function tournamentPointsFor(newLevel: number): number {
  return newLevel * 10;
}

/** Where a level stands on the global board. */
export function globalScoreOf(level: number): number {
  return level * 100;
}

/** More levels than this at once, or in all, are a mistake; the global score has to stay within 32 bits. */
export const mostLevels = 1_000_000;
