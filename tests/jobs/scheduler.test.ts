import type { Pool } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import type { Job } from '../../jobs/job.ts';
import { Scheduler } from '../../jobs/scheduler.ts';
import { eventually } from '../harness/deferred.ts';
import { openTestPool } from './testPool.ts';

interface Run {
  node: string;
  startedAt: number;
  endedAt: number;
}

/** A job that notes its runs; more than one at a time would show. */
class NotedJob {
  readonly runs: Run[] = [];
  readonly #every: string;
  running = 0;
  mostAtOnce = 0;

  constructor(every: string) {
    this.#every = every;
  }

  /** As one node has it. */
  on(node: string): Job {
    return {
      name: 'noted',
      every: this.#every,
      run: async () => {
        const run = { node, startedAt: performance.now(), endedAt: Number.NaN };
        this.runs.push(run);
        this.running += 1;
        this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        this.running -= 1;
        run.endedAt = performance.now();
      },
    };
  }
}

async function startScheduler(pool: Pool, jobs: readonly Job[]) {
  const failures: unknown[] = [];
  const ran: string[] = [];
  const begun: { job: string; lateMs: number }[] = [];
  const scheduler = new Scheduler({
    pool,
    jobs,
    began: (job, lateMs) => begun.push({ job, lateMs }),
    ran: (job) => ran.push(job),
    failed: (error) => failures.push(error),
  });
  await scheduler.start();
  onTestFinished(() => scheduler.stop());
  return { scheduler, failures, ran, begun };
}

const rowsOf = async (pool: Pool) =>
  (
    await pool.query<{ name: string; next_run_at: Date | null; locked_at: Date | null }>(
      'select name, next_run_at, locked_at from agenda_jobs order by name',
    )
  ).rows;

it('runs a job on one of two nodes at a time, as often as it should run', async () => {
  const pool = await openTestPool();
  const job = new NotedJob('1 second');
  const begun = performance.now();
  const schedulers = await Promise.all(['a', 'b'].map((node) => startScheduler(pool, [job.on(node)])));
  expect(await rowsOf(pool)).toHaveLength(1);
  await eventually(
    'Four runs',
    () => job.runs.length,
    (runs) => runs >= 4,
  );
  const seconds = (performance.now() - begun) / 1_000;
  expect(job.mostAtOnce).toBe(1);
  expect(job.runs.length).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  expect(schedulers.flatMap(({ failures }) => failures)).toEqual([]);
});

it('keeps to its time when a node starts again, and catches up with an overdue run at once', async () => {
  const pool = await openTestPool();
  const job = new NotedJob('1 hour');
  const first = await startScheduler(pool, [job.on('a')]);
  await eventually(
    'The first run',
    () => first.ran.length,
    (runs) => runs === 1,
  );
  await first.scheduler.stop();
  const [before] = await rowsOf(pool);
  expect(before?.next_run_at?.getTime()).toBeGreaterThan(Date.now() + 59 * 60_000);

  const second = await startScheduler(pool, [job.on('b')]);
  expect(await rowsOf(pool)).toMatchObject([{ name: 'noted', next_run_at: before?.next_run_at }]);
  await second.scheduler.stop();

  const overdue = new Date(Date.now() - 600_000);
  await pool.query('update agenda_jobs set next_run_at = $1', [overdue]);
  const third = await startScheduler(pool, [job.on('c')]);
  await eventually(
    'The overdue run',
    () => third.ran.length,
    (runs) => runs === 1,
  );
  expect(job.runs.map(({ node }) => node)).toEqual(['a', 'c']);
  const [lateMs = 0] = third.begun.map(({ lateMs }) => lateMs);
  expect(third.begun).toEqual([{ job: 'noted', lateMs }]);
  expect(lateMs).toBeGreaterThanOrEqual(600_000);
  expect(lateMs).toBeLessThanOrEqual(Date.now() - overdue.getTime());
});

it('catches up with a run of the calendar whose worker died, too', async () => {
  const pool = await openTestPool();
  const yearly = new NotedJob('0 0 1 1 *');
  const first = await startScheduler(pool, [yearly.on('a')]);
  expect((await rowsOf(pool))[0]?.next_run_at?.getTime()).toBeGreaterThan(Date.now());
  await first.scheduler.stop();
  const overdue = new Date(Date.now() - 600_000);
  // A dead worker's lock holds for fifteen seconds.
  await pool.query('update agenda_jobs set next_run_at = $1, locked_at = $2', [overdue, new Date(Date.now() - 14_000)]);
  const second = await startScheduler(pool, [yearly.on('b')]);
  expect((await rowsOf(pool))[0]?.next_run_at).toEqual(overdue);
  await eventually(
    'The overdue run',
    () => second.ran.length,
    (runs) => runs === 1,
  );
  expect(yearly.runs.map(({ node }) => node)).toEqual(['b']);
});

it('takes a new cadence over', async () => {
  const pool = await openTestPool();
  const slow = await startScheduler(pool, [new NotedJob('1 hour').on('a')]);
  await eventually(
    'The first run',
    () => slow.ran.length,
    (runs) => runs === 1,
  );
  await slow.scheduler.stop();
  const fast = await startScheduler(pool, [new NotedJob('1 second').on('b')]);
  await eventually(
    'Two runs',
    () => fast.ran.length,
    (runs) => runs >= 2,
  );
  expect(await rowsOf(pool)).toHaveLength(1);
});

it('runs a job again that failed, and tells of it', async () => {
  const pool = await openTestPool();
  let tries = 0;
  const run = async () => {
    tries += 1;
    if (tries === 1) throw new Error('The first time fails');
  };
  const { failures, ran } = await startScheduler(pool, [{ name: 'failing', every: '1 second', run }]);
  await eventually(
    'A run that succeeds',
    () => ran.length,
    (runs) => runs >= 1,
  );
  expect(failures.map(String)).toContain('Error: The first time fails');
});

it('finishes a run before it stops, and gives back what it had locked ahead', async () => {
  const pool = await openTestPool();
  const job = new NotedJob('1 second');
  const { scheduler } = await startScheduler(pool, [job.on('a')]);
  await eventually(
    'A run under way',
    () => job.running,
    (running) => running === 1,
  );
  await scheduler.stop();
  expect(job.running).toBe(0);
  expect((await rowsOf(pool)).every(({ locked_at: lockedAt }) => lockedAt === null)).toBe(true);
});
