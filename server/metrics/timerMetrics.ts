import { deadlineKinds } from '../../entities/deadline.ts';
import type { DeadlineObserver } from '../../jobs/deadlineClock.ts';
import type { Failures } from '../failures.ts';
import type { Say } from '../log.ts';
import { lateSeconds, type Meter } from './meter.ts';

const lateness = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000];

/** What happens by itself: windows that close, and jobs. */
export function timerMetrics(meter: Meter) {
  const deadlineLateness = meter.histogram(
    'deadline_lateness_milliseconds',
    'From when a window was due to when it was settled, by kind.',
    lateness,
    ['kind'],
  );
  const deadlineFailures = meter.counter('deadline_failures_total', 'Deadlines whose settling failed.', {
    kind: [...deadlineKinds, 'NONE'],
  });
  return {
    swept: meter.counter('sweep_settled_total', 'Windows a sweep closed that a clock missed. Should stay zero.'),
    tournamentStepsMissed: meter.counter(
      'tournament_steps_missed_total',
      'Tournaments with steps that every clock and sweep missed. Should stay zero.',
    ),
    rewardsPaid: meter.counter('unclaimed_rewards_paid_total', 'Rewards paid that nobody claimed in time.'),
    jobs: meter.counter('jobs_total', 'Jobs run, by outcome.', ['job', 'outcome']),
    jobLateness: meter.histogram('job_lateness_seconds', 'From when a job was due to when it began.', lateSeconds, [
      'job',
    ]),
    jobSeconds: meter.histogram('job_seconds', 'How long jobs ran that did not fail.', lateSeconds, ['job']),
    observer: (warn: Say, failures: Failures): DeadlineObserver => ({
      settled: ({ kind }, lateMs) => deadlineLateness.observe({ kind }, lateMs),
      failed: (error, deadline) => {
        deadlineFailures.inc({ kind: deadline?.kind ?? 'NONE' });
        if (deadline) {
          const { kind, subject, gameId } = deadline;
          failures.report(error, { deadline: kind, subject, ...(gameId !== null && { game: gameId }) });
        }
        warn(
          { err: error, deadline },
          deadline
            ? 'a deadline could not be settled and will be tried again'
            : 'deadlines could not be looked for; trying again',
        );
      },
    }),
  };
}
