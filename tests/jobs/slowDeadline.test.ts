import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { DeadlineClock } from '../../jobs/deadlineClock.ts';
import { eventually } from '../harness/deferred.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { openTestPool } from './testPool.ts';

it('a deadline that takes long holds up no other, is not begun again, and is waited for at the end', async () => {
  const pool = await openTestPool();
  const clock = new ManualClock();
  const began: string[] = [];
  const settled: string[] = [];
  let finish: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (finish = resolve));
  const deadlines = new DeadlineClock({
    pool,
    clock,
    settle: async ({ kind, subject }) => {
      began.push(kind);
      if (kind === 'FINISH') await slow;
      else await pool.query('delete from deadline where kind = $1 and subject = $2', [kind, subject]);
      settled.push(kind);
    },
    observer: { settled: () => undefined, failed: (error) => settled.push(String(error)) },
  });
  const put = async (kind: string) => {
    await pool.query('insert into deadline (kind, subject, due_at) values ($1, $2, $3)', [
      kind,
      randomUUID(),
      new Date(clock.now()),
    ]);
    deadlines.wake();
  };
  const until = (label: string, expected: string[]) =>
    eventually(
      label,
      () => settled,
      (now) => now.join() === expected.join(),
    );
  await put('FINISH');
  deadlines.start();
  await eventually(
    'One that is begun',
    () => began,
    (now) => now.length === 1,
  );
  await put('ENTRY');
  await until('Another', ['ENTRY']);
  // Past the lease of the one that takes long.
  clock.advance(5_000);
  await put('RESET');
  await until('A third', ['ENTRY', 'RESET']);
  expect(began).toEqual(['FINISH', 'ENTRY', 'RESET']);
  const stopped = deadlines.stop();
  finish();
  await stopped;
  expect(settled).toEqual(['ENTRY', 'RESET', 'FINISH']);
});
