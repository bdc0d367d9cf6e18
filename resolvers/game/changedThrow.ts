import type { EntityManager } from '@mikro-orm/postgresql';
import { Challenge, type Hop, Throw } from '../../entities/throw.ts';
import type { ChangedGame } from './changeGame.ts';
import { challengeRows, throwRows } from './gameRows.ts';

/**
 * The throw as the change left it, with its challenge, without asking the database again for what is known. Reads it
 * when a part is not known: a retry of a throw that is over.
 */
export async function changedThrow(em: EntityManager, changed: ChangedGame, throwId: string): Promise<Throw> {
  em.clear();
  const { outcome, hops, receipts } = changed;
  const row = throwRows(outcome.state).find(({ id }) => id === throwId);
  const trail = trailOf(changed, throwId);
  const receipt = receipts.get(throwId) ?? null;
  if (!row || !trail || (row.status === 'LANDED' && receipt === null && !hops.has(throwId))) {
    return em.findOneOrFail(Throw, throwId);
  }
  const challenge = challengeRows(outcome.state).find(({ throw_id }) => throw_id === throwId);
  if (challenge) em.map(Challenge, { ...challenge });
  return em.map(Throw, { ...row, hops: trail, receipt, challenge_id: challenge?.id ?? null });
}

/** All hops of the throw, when they are known: it is new, or was named by the query that loaded the game. */
function trailOf({ earlierHops, hops, outcome }: ChangedGame, throwId: string): Hop[] | undefined {
  const added = hops.get(throwId) ?? [];
  if (earlierHops) return [...earlierHops, ...added];
  const isNew = outcome.events.some(
    (event) => 'hops' in event && event.throwId === throwId && added[0]?.name === 'RECEIVED',
  );
  return isNew ? added : undefined;
}
