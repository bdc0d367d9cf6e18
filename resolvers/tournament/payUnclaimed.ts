import pLimit from 'p-limit';
import type { Services } from '../services.ts';
import { payReward } from './payReward.ts';

const batchSize = 200;
/** People paid at once on this node. */
const concurrency = 4;
const lowestId = '00000000-0000-0000-0000-000000000000';

export interface Unclaimed {
  /** Only of this tournament. */
  tournamentId?: string;
  /** About how many, at most; all when left out. */
  most?: number;
}

/**
 * Pays the rewards that nobody claimed in time, each person in a transaction of its own; one that fails holds up no
 * other, and is tried again by the next call. Says how many were paid.
 */
export async function payUnclaimed(
  services: Services,
  { tournamentId, most = Number.POSITIVE_INFINITY }: Unclaimed = {},
): Promise<number> {
  const { pool, clock, policy } = services;
  const finishedBy = new Date(clock.now() - policy.rewardClaimMs);
  const limit = pLimit(concurrency);
  const failures: unknown[] = [];
  let paid = 0;
  let after: string | undefined = lowestId;
  while (after && paid + failures.length < most) {
    const { rows }: { rows: { id: string }[] } = await pool.query(
      `select e.id from tournament_entry e join tournament t on t.id = e.tournament_id
       where e.reward > 0 and e.claimed_at is null and t.finished_at <= $1 and e.id > $2
         and ($3::uuid is null or t.id = $3) order by e.id limit $4`,
      [finishedBy, after, tournamentId, batchSize],
    );
    const done = await Promise.allSettled(rows.map(({ id }) => limit(() => payReward(services, id))));
    for (const result of done) {
      if (result.status === 'rejected') failures.push(result.reason);
      else if (result.value) paid += 1;
    }
    after = rows.at(-1)?.id;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} rewards could not be paid`);
  return paid;
}
