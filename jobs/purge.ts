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

/** Hourly: forgets sessions long over, yesterday's level pairs, one-off jobs that failed long ago, and what became of notifications. */
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
    },
  };
}
