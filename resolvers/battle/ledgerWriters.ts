import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

/** First, then twice as long each time. */
const firstLookMs = 2;
const longestLookMs = 20;

/**
 * Waits until every transaction is over that has begun to write into the ledger of scores by now, and so whatever it does
 * with what it has read. Those that write elsewhere are not waited for. False when some are still at it after
 * `patienceMs`.
 */
export async function ledgerWritersGone(pool: Pool, patienceMs: number): Promise<boolean> {
  let writers = await ledgerWriters(pool);
  const until = performance.now() + patienceMs;
  for (let pause = firstLookMs; writers.length > 0; pause = Math.min(2 * pause, longestLookMs)) {
    if (performance.now() > until) return false;
    await sleep(pause);
    writers = await ledgerWriters(pool, writers);
  }
  return true;
}

/** Transactions that hold the lock which whoever inserts into the ledger takes first and keeps to its end; of those given. */
async function ledgerWriters(pool: Pool, among: readonly string[] | null = null): Promise<string[]> {
  const { rows } = await pool.query<{ transaction: string }>({
    name: 'ledger-writers',
    text: `
      select distinct virtualtransaction as transaction from pg_locks
      where locktype = 'relation' and relation = 'score_entry'::regclass and mode = 'RowExclusiveLock' and granted
        and database = (select oid from pg_database where datname = current_database())
        and ($1::text[] is null or virtualtransaction = any($1))`,
    values: [among],
  });
  return rows.map(({ transaction }) => transaction);
}
