import type { Pool } from 'pg';
import { DeadlineClock } from '../jobs/deadlineClock.ts';
import { purge } from '../jobs/purge.ts';
import { retention } from '../jobs/retention.ts';
import { Scheduler } from '../jobs/scheduler.ts';
import { sweep } from '../jobs/sweep.ts';
import { settleDeadline } from '../resolvers/game/settleDeadline.ts';
import type { Services } from '../resolvers/services.ts';
import type { Config } from './config.ts';
import type { Logger, Say } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface WorkerOptions {
  config: Pick<Config, 'retentionDays'>;
  services: Services;
  pool: Pool;
  metrics: Metrics;
  log: Logger;
  /** For what an outage would repeat. */
  warn: Say;
}

export interface Workers {
  /** An earlier deadline may have been set. */
  wake(): void;
  /** Lets what runs finish. */
  stop(): Promise<void>;
}

/** The deadline clock and the Agenda jobs of this node. */
export async function startWorkers({ config, services, pool, metrics, log, warn }: WorkerOptions): Promise<Workers> {
  const now = () => services.clock.now();
  const deadlineClock = new DeadlineClock({
    pool,
    clock: services.clock,
    settle: (deadline) => settleDeadline(services, deadline, deadline.gameId),
    observer: metrics.deadlineObserver(warn),
  });
  const scheduler = new Scheduler({
    pool,
    jobs: [
      sweep({
        pool,
        now,
        settle: (deadline, gameId) => settleDeadline(services, deadline, gameId),
        found: (count) => metrics.swept.inc(count),
      }),
      retention({
        pool,
        now,
        retentionDays: config.retentionDays,
        dropped: (days) => log.info({ days }, 'events past retention were dropped'),
      }),
      purge({ pool, now }),
    ],
    ran: (job) => metrics.jobs.inc({ job, outcome: 'ok' }),
    failed: (error, job) => {
      metrics.jobs.inc({ job: job ?? 'scheduler', outcome: 'failed' });
      warn({ err: error }, job ? `job ${job} failed and will run again` : 'jobs could not be looked for; trying again');
    },
  });
  await scheduler.start();
  deadlineClock.start();
  return {
    wake: () => deadlineClock.wake(),
    async stop() {
      await deadlineClock.stop();
      await scheduler.stop();
    },
  };
}
