import { Tournament } from '../../entities/tournament.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { TournamentEvent } from '../../subscriptions/tournamentEvent.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { followStream } from '../stream/followStream.ts';

/** Follows a tournament. Anyone with a token may watch. */
export async function tournamentEvents(
  context: Context,
  { tournamentId, after }: { tournamentId: string; after?: string | null | undefined },
): Promise<Follower<TournamentEvent>> {
  const { em, services } = context;
  const known =
    services.feed.follows('Tournament', tournamentId) || (await em.count(Tournament, { id: tournamentId })) > 0;
  if (!known) throw badUserInput('There is no such tournament. Check tournamentId.');
  return followStream(context, 'Tournament', tournamentId, after);
}
