import type { Deadline } from '../entities/deadline.ts';
import type { GameState } from './gameState.ts';
import { isOpen, lobbyDueAt, throwDueAt } from './settle.ts';

/** The windows that are open in a game, each with the moment it closes by itself. */
export function openWindows(state: GameState): Deadline[] {
  const lobby: Deadline[] =
    state.status === 'LOBBY' ? [{ kind: 'LOBBY', subject: state.id, dueAt: lobbyDueAt(state) }] : [];
  const balls = state.throws.filter(isOpen).map((ball): Deadline => {
    const kind = ball.status === 'CHALLENGED' ? 'ANSWER' : 'THROW';
    return { kind, subject: ball.id, dueAt: throwDueAt(ball) };
  });
  return [...lobby, ...balls];
}
