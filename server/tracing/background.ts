import type { Job } from '../../jobs/job.ts';
import type { DueWindow } from '../../resolvers/settleDue.ts';
import type { NodeTracing } from './nodeTracing.ts';

/** Looks that are taken all the time, and mostly find nothing. */
const everySecond = '1 second';

/** Makes a trace of every window that is settled. */
export function settling<Window extends DueWindow>(
  tracing: NodeTracing | undefined,
  settle: (deadline: Window) => Promise<void>,
): (deadline: Window) => Promise<void> {
  if (!tracing) return settle;
  return (deadline) => {
    const { kind, subject, gameId } = deadline;
    const attributes = {
      'cupbearer.deadline.subject': subject,
      ...(gameId !== null && { 'cupbearer.game.id': gameId }),
    };
    return tracing.spans.whole(`deadline ${kind}`, { attributes }, () => settle(deadline));
  };
}

/** Makes a trace of every run of a job, save those that only look whether there is something to do. */
export function tracedJob(tracing: NodeTracing | undefined, job: Job): Job {
  if (!tracing || job.every === everySecond) return job;
  return { ...job, run: () => tracing.spans.whole(`job ${job.name}`, {}, () => job.run()) };
}
