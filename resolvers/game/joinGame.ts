import { join } from '../../rules/game.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { newcomer } from './newcomer.ts';
import { accepted } from './refusalError.ts';

/** Seats the caller. Returns the game's id. */
export async function joinGame(context: Context, { gameId }: { gameId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const changed = await changeGame(context.services, gameId, { userId }, ({ state, actor }, now) =>
    join(state, newcomer(actor, state.settings.cupsPerPlayer), now),
  );
  return accepted(changed).outcome.state.id;
}
