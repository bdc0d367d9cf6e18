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
