import type { Pool } from 'pg';
import { dayMs, dayOf } from '../rules/day.ts';
import type { Job } from './job.ts';

export interface PurgeOptions {
  pool: Pool;
  now(): number;
}

/** Ended sessions are kept this long, so that a late reuse is still told apart from nonsense. */
const sessionGraceMs = 7 * dayMs;
const pairsKeptMs = 2 * dayMs;
const failedJobsKeptMs = 7 * dayMs;
const notificationsKeptMs = 7 * dayMs;
/** Messages to webhooks, from when they were delivered or parked. */
const deliveredKeptMs = 7 * dayMs;
const parkedKeptMs = 30 * dayMs;
/** Deleted by one statement. */
const batchSize = 10_000;

/**
 * Hourly: forgets sessions long over, yesterday's level pairs, one-off jobs that failed long ago, what became of
 * notifications, and messages to webhooks that were delivered or given up long ago, or whose webhook is gone.
 */
export function purge({ pool, now }: PurgeOptions): Job {
  return {
    name: 'purge',
    every: '1 hour',
    async run() {
      const today = now();
      const ago = (ms: number) => new Date(today - ms);
      await pool.query('delete from session where least(expires_at, ended_at) < $1', [ago(sessionGraceMs)]);
      await pool.query('delete from level_pair where day < $1', [dayOf(today - pairsKeptMs)]);
      await pool.query('delete from telegram_code where expires_at < $1', [ago(0)]);
      await pool.query('delete from telegram_notification where made_at < $1', [ago(notificationsKeptMs)]);
      await pool.query(
        'delete from agenda_jobs where repeat_interval is null and next_run_at is null and failed_at < $1',
        [ago(failedJobsKeptMs)],
      );
      await forget(pool, `state = 'DELIVERED' and settled_at < $1`, [ago(deliveredKeptMs)]);
      await forget(pool, `state = 'PARKED' and settled_at < $1`, [ago(parkedKeptMs)]);
      const { rows } = await pool.query<{ id: string }>('select id from webhook where deleted_at is not null');
      for (const { id } of rows) {
        await forget(pool, 'webhook_id = $1', [id]);
        await pool.query('delete from webhook_lane where webhook_id = $1', [id]);
      }
      // Until then deleting it again is a no-op.
      await pool.query('delete from webhook where deleted_at < $1', [ago(parkedKeptMs)]);
    },
  };
}

/** Deletes messages to webhooks that are so, a batch at a time. */
async function forget(pool: Pool, so: string, values: unknown[]): Promise<void> {
  for (let gone = batchSize; gone === batchSize;) {
    const text = `delete from webhook_delivery where id in (select id from webhook_delivery where ${so} limit ${batchSize})`;
    gone = (await pool.query(text, values)).rowCount ?? 0;
  }
}
