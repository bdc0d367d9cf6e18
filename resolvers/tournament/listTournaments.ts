import { Tournament, TournamentEntry } from '../../entities/tournament.ts';
import { dayOf } from '../../rules/day.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';
import { ensureDailyTournament } from './ensureDailyTournament.ts';

const newestFirst = { id: 'desc' } as const;

/** Today's, which is made if there is none. */
export async function currentTournament({ services, em }: Context): Promise<Tournament> {
  const today = await em.findOne(Tournament, { dailyDate: dayOf(services.clock.now()) });
  return today ?? em.findOneOrFail(Tournament, await ensureDailyTournament(services));
}

/** The newest first; only those that can be entered now, if so asked. */
export function tournaments(
  { services, em }: Context,
  { open, ...page }: PageArgs & { open?: boolean | null | undefined },
) {
  const now = new Date(services.clock.now());
  const where = open ? { startsAt: { $lte: now }, entryClosesAt: { $gt: now }, closedAt: null, cancelledAt: null } : {};
  return em.findByCursor(Tournament, { where, orderBy: newestFirst, ...pageOf(page) });
}

/** The caller's entries with their tournaments, the last entered first. */
export function myTournaments(context: Context, args: PageArgs) {
  const { userId } = requireViewer(context);
  return context.em.findByCursor(TournamentEntry, {
    where: { user: userId },
    orderBy: newestFirst,
    populate: ['tournament'],
    ...pageOf(args),
  });
}
