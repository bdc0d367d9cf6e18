import type { Pool } from 'pg';
import { deadlineKinds, type Deadline } from '../entities/deadline.ts';
import type { Job } from './job.ts';

/** A clock has this long before the sweep calls its deadline missed. */
const graceMs = 2_000;
const batchSize = 200;

export type MissedDeadline = Pick<Deadline, 'kind' | 'subject'> & { gameId: string | null };

export interface SweepOptions {
  pool: Pool;
  now(): number;
  settle(deadline: MissedDeadline): Promise<void>;
  /** How many a sweep settled that a deadline clock should have. It should stay zero. */
  found(count: number): void;
}

/** Once a second: settles what every deadline clock missed. */
export function sweep({ pool, now, settle, found }: SweepOptions): Job {
  return {
    name: 'sweep',
    every: '1 second',
    async run() {
      const { rows } = await pool.query<MissedDeadline>(
        `select kind, subject, game_id as "gameId" from deadline
         where greatest(due_at, coalesce(retry_at, due_at)) <= $1 and kind = any($3) order by due_at limit $2`,
        [new Date(now() - graceMs), batchSize, deadlineKinds],
      );
      const settled = await Promise.allSettled(rows.map((row) => settle(row)));
      found(settled.filter(({ status }) => status === 'fulfilled').length);
      const failure = settled.find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}
