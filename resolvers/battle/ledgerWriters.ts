import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

/** First, then twice as long each time. */
const firstLookMs = 2;
const longestLookMs = 50;
/**
 * Longer than any transaction of a node lives that does nothing: the database ends those after 15 s, and waits for a
 * lock after one. What outlasts this is a writer of the operator's own.
 */
const patienceMs = 20_000;

/**
 * Waits until every transaction is over that has written into the ledger of scores, or is about to with what it read
 * before now: from then on, what was committed before the call has been heeded by all. Those that write elsewhere are
 * not waited for. False when some are still under way after 20 s.
 */
export async function ledgerWritersGone(pool: Pool, patience = patienceMs): Promise<boolean> {
  let writers = await writing(pool);
  const until = performance.now() + patience;
  for (let pause = firstLookMs; writers.length > 0; pause = Math.min(2 * pause, longestLookMs)) {
    if (performance.now() > until) return false;
    await sleep(pause);
    writers = await writing(pool, writers);
  }
  return true;
}

/** Transactions that hold the lock which whoever inserts into the ledger takes first and keeps to its end; of those given. */
async function writing(pool: Pool, among: readonly string[] | null = null): Promise<string[]> {
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
