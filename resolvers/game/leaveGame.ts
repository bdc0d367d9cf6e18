import { leave } from '../../rules/game.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { accepted } from './refusalError.ts';

/** Takes the caller out of the game; a running one is forfeited. Returns its id. */
export async function leaveGame(context: Context, { gameId }: { gameId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const changed = await changeGame(context.services, gameId, {}, ({ state }, now) => leave(state, userId, now));
  return accepted(changed).outcome.state.id;
}
