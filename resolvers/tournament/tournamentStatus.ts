import type { Tournament, TournamentStatus } from '../../entities/tournament.ts';
import { statusAt } from '../../rules/tournament.ts';
import type { Context } from '../context.ts';

/** How far a tournament is at this moment. */
export function tournamentStatus({ services }: Context, tournament: Tournament): TournamentStatus {
  return statusAt(tournament, services.clock.now());
}
