import { start } from '../../rules/game.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { accepted } from './refusalError.ts';

/** Starts the game the caller hosts. Returns its id. */
export async function startGame(context: Context, { gameId }: { gameId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const changed = await changeGame(context.services, gameId, {}, ({ state }, now) => start(state, userId, now));
  return accepted(changed).outcome.state.id;
}
