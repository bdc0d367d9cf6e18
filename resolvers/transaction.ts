import pg, { type ClientBase, type Pool } from 'pg';
import type { OperationObserver } from './services.ts';

/** Runs `work` between BEGIN and COMMIT on one connection; whatever it throws rolls back and is passed on. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    // A connection that can't even roll back is not given back.
    client.release(broken);
  }
}

/** Somebody else's change came in between; all of it is to be done again. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
}

const mostTries = 6;

/**
 * Repeats `work` when the database gave it up for another's sake: a deadlock, a wait for a lock past `lock_timeout`, or
 * a unique value that somebody else took first, which a second look will see.
 */
export async function retrying<Result>(
  observer: Pick<OperationObserver, 'retried'>,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const why =
        error instanceof LostRaceError
          ? 'lost_race'
          : reasons.get((error instanceof pg.DatabaseError && error.code) || '');
      if (!why || tries === mostTries) throw error;
      observer.retried(why);
    }
  }
}

const reasons = new Map<string, Parameters<OperationObserver['retried']>[0]>([
  ['40P01', 'deadlock'],
  ['55P03', 'lock_timeout'],
  ['23505', 'lost_race'],
]);
