import { Game } from '../../entities/game.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import { badUserInput, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { followStream } from '../stream/followStream.ts';

/** Follows a game. Anyone signed in may watch. */
export async function gameEvents(
  context: Context,
  { gameId, after }: { gameId: string; after?: string | null | undefined },
): Promise<Follower<GameEvent>> {
  requireViewer(context);
  const { em, services } = context;
  const known = services.feed.follows('Game', gameId) || (await em.count(Game, { id: gameId })) > 0;
  if (!known) throw badUserInput('There is no such game. Check gameId.');
  return followStream(context, 'Game', gameId, after);
}
