import type { Pool } from 'pg';
import { calendar } from '../jobs/calendar.ts';
import { DeadlineClock } from '../jobs/deadlineClock.ts';
import type { Notifications } from '../jobs/notifications.ts';
import { purge } from '../jobs/purge.ts';
import { retention } from '../jobs/retention.ts';
import { Scheduler } from '../jobs/scheduler.ts';
import { standingsDrift } from '../jobs/standingsDrift.ts';
import { sweep } from '../jobs/sweep.ts';
import { unclaimedRewards } from '../jobs/unclaimedRewards.ts';
import { settleDue } from '../resolvers/settleDue.ts';
import type { Services } from '../resolvers/services.ts';
import { ensureDailyTournament } from '../resolvers/tournament/ensureDailyTournament.ts';
import { payUnclaimed } from '../resolvers/tournament/payUnclaimed.ts';
import { takeSteps } from '../resolvers/tournament/takeSteps.ts';
import type { Config } from './config.ts';
import type { Failures } from './failures.ts';
import type { Logger, Say } from './log.ts';
import type { Metrics } from './metrics.ts';
import { settling, tracedJob } from './tracing/background.ts';
import type { NodeTracing } from './tracing/nodeTracing.ts';

export interface WorkerOptions {
  config: Pick<Config, 'retentionDays'>;
  /** Of this node. */
  nodeId: string;
  services: Services;
  pool: Pool;
  /** How many entries of copied boards differ from the table; see `RedisStandings`. Left out: there are no copies. */
  copiesDrift?: (() => Promise<number>) | undefined;
  /** Left out: nobody is told anything elsewhere. */
  notifications?: Notifications | undefined;
  metrics: Metrics;
  log: Logger;
  /** For what an outage would repeat. */
  warn: Say;
  failures: Failures;
  tracing: NodeTracing | undefined;
}

export interface Workers {
  /** An earlier deadline may have been set. */
  wake(): void;
  /** Lets what runs finish. */
  stop(): Promise<void>;
}

/** The deadline clock and the Agenda jobs of this node. */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { config, nodeId, services, pool, notifications, metrics, log, warn, failures, tracing } = options;
  const { copiesDrift = () => Promise.resolve(0) } = options;
  const settle = settling(tracing, (deadline) => settleDue(services, deadline));
  const now = () => services.clock.now();
  metrics.watchStates(pool, now);
  const deadlineClock = new DeadlineClock({
    pool,
    clock: services.clock,
    settle,
    observer: metrics.timers.observer(warn, failures),
  });
  const scheduler = new Scheduler({
    nodeId,
    pool,
    jobs: [
      sweep({
        pool,
        now,
        settle,
        found: (count) => metrics.timers.swept.inc(count),
      }),
      retention({
        pool,
        now,
        retentionDays: config.retentionDays,
        dropped: (days) => log.info({ days }, 'events past retention were dropped'),
      }),
      purge({ pool, now }),
      standingsDrift({
        pool,
        copies: copiesDrift,
        found: (copies, ledger) => {
          metrics.standings.drift.set(copies);
          metrics.standings.ledgerDrift.set(ledger);
          if (copies + ledger > 0) log.warn({ copies, ledger }, 'standings differed from their copies or the ledger');
        },
      }),
      calendar({
        pool,
        now,
        beginDay: () => ensureDailyTournament(services),
        takeSteps: (tournamentId) => takeSteps(services, tournamentId),
        missed: (count) => metrics.timers.tournamentStepsMissed.inc(count),
      }),
      ...(notifications ? [notifications] : []),
      unclaimedRewards({
        pay: (most) => payUnclaimed(services, { most }),
        paid: (count) => {
          metrics.timers.rewardsPaid.inc(count);
          log.info({ count }, 'rewards that nobody claimed were paid');
        },
      }),
    ].map((job) => tracedJob(tracing, job)),
    began: (job, lateMs) => {
      metrics.timers.jobLateness.observe({ job }, Math.max(0, lateMs) / 1000);
      // Its first failure is to show.
      metrics.timers.jobs.inc({ job, outcome: 'failed' }, 0);
    },
    ran: (job, { ms }) => {
      metrics.timers.jobs.inc({ job, outcome: 'ok' });
      metrics.timers.jobSeconds.observe({ job }, ms / 1000);
    },
    failed: (error, job) => {
      metrics.timers.jobs.inc({ job: job ?? 'scheduler', outcome: 'failed' });
      if (job !== undefined) failures.report(error, { job });
      warn({ err: error }, job ? `job ${job} failed and will run again` : 'jobs could not be looked for; trying again');
    },
  });
  await ensureDailyTournament(services);
  await scheduler.start();
  deadlineClock.start();
  return {
    wake: () => deadlineClock.wake(),
    async stop() {
      const told = notifications?.stop();
      await deadlineClock.stop();
      await scheduler.stop();
      await told;
    },
  };
}
