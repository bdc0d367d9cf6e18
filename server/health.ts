import type { Pool } from 'pg';
import type { Bus } from './bus.ts';
import { within } from './within.ts';

export interface HealthOptions {
  background: Pool;
  bus: Bus;
  /** Whether the job runner has started and not been stopped. */
  jobsRun(): boolean;
}

export interface Readiness {
  ready: boolean;
  checks: { database: 'up' | 'down'; redis: 'up' | 'down' | 'none'; jobs: 'up' | 'down' };
}

/** A check that takes longer counts as failed. */
const checkMs = 2_000;

/** Ready: the database answers and jobs run. Redis is reported but not required: streams go on without it. */
export async function checkReadiness({ background, bus, jobsRun }: HealthOptions): Promise<Readiness> {
  const [database, redis] = await Promise.all([
    within(
      checkMs,
      background.query('select 1').then(() => 'up' as const),
      'down' as const,
    ),
    within(checkMs, bus.health(), 'down' as const),
  ]);
  const jobs = jobsRun() ? 'up' : 'down';
  return { ready: database === 'up' && jobs === 'up', checks: { database, redis, jobs } };
}
