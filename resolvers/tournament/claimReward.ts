import pg from 'pg';
import { TournamentEntry } from '../../entities/tournament.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NotAParticipantError, NotFoundError, TournamentNotFinishedError } from '../errors.ts';
import type { Services } from '../services.ts';
import { payReward } from './payReward.ts';
import { takeSteps } from './takeSteps.ts';

interface Claim {
  /** Null for someone who did not enter. */
  entryId: string | null;
  endsAt: Date;
  /** Null until the group is finished. */
  reward: number | null;
}

/**
 * Pays the caller what they earned in a tournament that is over, once; claiming again is the same entry. Where nobody
 * has finished it yet, that is done first. Without a tournament: the latest that owes the caller something, else the one
 * they claimed last or that ended last, so that a claim sent twice is the same claim.
 */
export async function claimReward(
  context: Context,
  { tournamentId = null }: { tournamentId?: string | null | undefined },
): Promise<TournamentEntry> {
  const { services, em } = context;
  const { userId } = requireViewer(context);
  for (const id of await endedUnfinished(services, userId, tournamentId)) await takeSteps(services, id);
  const claim = await (tournamentId ? claimOf(services, userId, tournamentId) : latestClaim(services, userId));
  if (!claim?.entryId) throw new NotAParticipantError();
  if (claim.reward === null) throw new TournamentNotFinishedError(claim.endsAt);
  await payReward(services, claim.entryId);
  em.clear();
  return em.findOneOrFail(TournamentEntry, claim.entryId);
}

/** Tournaments of this person that are over, and whose end nobody has brought about. */
async function endedUnfinished({ pool, clock }: Services, userId: string, only: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'ended-unfinished',
    text: `
      select t.id from tournament_entry e join tournament t on t.id = e.tournament_id
      where e.user_id = $1 and e.reward is null and t.ends_at <= $2 and t.cancelled_at is null
        and ($3::uuid is null or t.id = $3)
      order by t.ends_at`,
    values: [userId, new Date(clock.now()), only],
  });
  return rows.map(({ id }) => id);
}

async function claimOf({ pool }: Services, userId: string, tournamentId: string): Promise<Claim> {
  const { rows } = await pool.query<Claim>({
    name: 'claim',
    text: `
      select e.id as "entryId", t.ends_at as "endsAt", e.reward
      from tournament t left join tournament_entry e on e.tournament_id = t.id and e.user_id = $1 where t.id = $2`,
    values: [userId, tournamentId],
    types: pg.types,
  });
  const [claim] = rows;
  if (!claim) throw new NotFoundError('tournament');
  return claim;
}

async function latestClaim({ pool }: Services, userId: string): Promise<Claim | undefined> {
  const { rows } = await pool.query<Claim>({
    name: 'latest-claim',
    text: `
      select e.id as "entryId", t.ends_at as "endsAt", e.reward
      from tournament_entry e join tournament t on t.id = e.tournament_id
      where e.user_id = $1 and t.cancelled_at is null
      order by coalesce(e.reward > 0 and e.claimed_at is null, false) desc, e.reward is not null desc,
        coalesce(e.claimed_at, t.ends_at) desc, e.id desc limit 1`,
    values: [userId],
    types: pg.types,
  });
  return rows[0];
}
