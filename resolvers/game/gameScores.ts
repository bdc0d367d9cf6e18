import type { GameState } from '../../rules/gameState.ts';
import type { NewEntry } from '../../subscriptions/eventLog.ts';

/** What a change does to one player's place on the game's board. */
export interface GameScore {
  user_id: string;
  /** What the score becomes. */
  score: number;
  /** What the ledger notes; none for a place taken at the start. */
  points: number;
  /** Once per board: the number of the change's last event, and whose score. */
  key: string;
  /** The event that scored. */
  action: string;
}

const scoring = new Set(['ThrowSettled', 'PlayerPenalised']);

/** Scores that differ between two states, and, as the game starts, everybody's place at zero, by seat. */
export function gameScores(
  before: GameState | undefined,
  after: GameState,
  head: number,
  entries: readonly NewEntry[],
): GameScore[] {
  const starts = after.status === 'ACTIVE' && before?.status !== 'ACTIVE';
  const old = new Map(before?.players.map(({ person, score }) => [person.id, score]));
  const action = entries.findLast(({ type }) => scoring.has(type))?.type ?? 'GameStarted';
  return after.players
    .map(({ person, score }) => ({ id: person.id, score, points: score - (old.get(person.id) ?? 0) }))
    .filter(({ points }) => starts || points !== 0)
    .map(({ id, score, points }) => ({ user_id: id, score, points, key: `${head + entries.length}:${id}`, action }));
}
