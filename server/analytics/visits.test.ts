import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gapMs, type Stay, Visits, type VisitsOptions } from './visits.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const minuteMs = 60_000;

/** Visits by a clock that is set by hand, with a Redis that can be away; `told` is what it heard. */
function visiting(more: Partial<VisitsOptions> = {}) {
  const time = { now: 0 };
  const redis = { away: false };
  const told: [user: string, from: number, til: number, over: boolean][] = [];
  const tried: Stay[][] = [];
  const dropped = vi.fn<(count: number) => void>();
  const visits = new Visits({
    clock: { now: () => time.now, reach: () => new Promise(() => undefined) },
    async write(stays) {
      tried.push([...stays]);
      if (redis.away) return stays;
      told.push(...stays.map(({ user, from, til, over }): (typeof told)[number] => [user, from, til, over]));
      return [];
    },
    end: () => Promise.resolve(true),
    most: 5,
    gatherMs: 500,
    retryMs: 2_000,
    dropped,
    ...more,
  });
  const seenAt = (minute: number, user = 'ada') => {
    time.now = minute * minuteMs;
    visits.seen(user);
  };
  return { visits, time, redis, told, tried, dropped, seenAt };
}

it('tells once of somebody who is seen many times', async () => {
  const { seenAt, told } = visiting();
  for (const minute of [0, 1, 2, 31]) seenAt(minute);
  seenAt(31, 'ben');
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual([
    ['ada', 0, 31 * minuteMs, false],
    ['ben', 31 * minuteMs, 31 * minuteMs, false],
  ]);
});

it('keeps apart what half an hour lies between', async () => {
  const { visits, time, seenAt, told, tried } = visiting();
  seenAt(0);
  time.now = gapMs;
  visits.seen('ada');
  time.now = 2 * gapMs + 1;
  visits.seen('ada');
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual([
    ['ada', 0, gapMs, false],
    ['ada', 2 * gapMs + 1, 2 * gapMs + 1, false],
  ]);
  expect(new Set(tried[0]?.flatMap(({ visit, ending }) => [visit, ending])).size).toBe(4);
});

it('tells of a sign-out, unless they are back at once', async () => {
  const { visits, seenAt, told } = visiting();
  seenAt(1);
  visits.signedOut('ada');
  visits.signedOut('ben');
  visits.seen('ben');
  await vi.advanceTimersByTimeAsync(500);
  expect(told.map(([user, , , over]) => [user, over])).toEqual([
    ['ada', true],
    ['ben', false],
  ]);
});

it('puts what Redis did not hear before what came since, under the same ids', async () => {
  const { visits, redis, seenAt, told, tried } = visiting();
  redis.away = true;
  seenAt(0);
  await vi.advanceTimersByTimeAsync(500);
  seenAt(10);
  seenAt(50);
  await vi.advanceTimersByTimeAsync(2_000);
  seenAt(55);
  expect([told, visits.size]).toEqual([[], 2]);
  redis.away = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual([
    ['ada', 0, 10 * minuteMs, false],
    ['ada', 50 * minuteMs, 55 * minuteMs, false],
  ]);
  expect(tried.at(-1)?.[0]).toMatchObject({ visit: tried[0]?.[0]?.visit, ending: tried[0]?.[0]?.ending });
  expect(visits.size).toBe(0);
});

it('joins what came while Redis was being told to what it did not hear', async () => {
  const write = Promise.withResolvers<void>();
  const told: Stay[][] = [];
  const { visits, time, seenAt } = visiting({
    async write(stays) {
      told.push(structuredClone([...stays]));
      if (told.length > 1) return [];
      await write.promise;
      return stays;
    },
  });
  seenAt(0);
  await vi.advanceTimersByTimeAsync(500);
  time.now = 5 * minuteMs;
  visits.seen('ada');
  write.resolve();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(told.map((stays) => stays.map(({ from, til }) => [from, til]))).toEqual([[[0, 0]], [[0, 5 * minuteMs]]]);
});

it('notes no more people than it may, and counts the others', async () => {
  const { visits, redis, seenAt, dropped } = visiting();
  redis.away = true;
  for (const user of 'abcdefg') seenAt(0, user);
  expect([visits.size, dropped.mock.calls.length]).toEqual([5, 2]);
  seenAt(1, 'a');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([visits.size, dropped.mock.calls.length]).toEqual([5, 2]);
});

it('ends visits by the clock, after what waits is told', async () => {
  const order: string[] = [];
  let reached = () => undefined as void;
  const { visits, time, seenAt } = visiting({
    clock: { now: () => time.now, reach: () => new Promise((resolve) => (reached = resolve)) },
    write: async () => (order.push('write'), []),
    end: async (before) => order.push(`end before ${before}`) > 0,
  });
  visits.start();
  seenAt(60);
  reached();
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['write', `end before ${60 * minuteMs - gapMs - 10_000}`]);
});

it('ends no visits before it could tell who is there, and tries again', async () => {
  const end = vi.fn<(before: number) => Promise<boolean>>().mockResolvedValue(true);
  let reached = () => undefined as void;
  const { visits, time, redis, seenAt, told } = visiting({
    clock: { now: () => time.now, reach: () => new Promise((resolve) => (reached = resolve)) },
    end,
    retryMs: 1,
  });
  redis.away = true;
  visits.start();
  seenAt(60);
  reached();
  await vi.waitFor(() => expect(visits.size).toBe(1));
  expect(end).not.toHaveBeenCalled();
  redis.away = false;
  vi.useRealTimers();
  await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(1));
  expect(told).toHaveLength(1);
  await visits.stop();
});

it('writes what is seen during a write by the flush after it', async () => {
  const writes = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const heard: string[][] = [];
  const { visits } = visiting({
    async write(stays) {
      heard.push(stays.map(({ user }) => user));
      await writes[heard.length - 1]?.promise;
      return [];
    },
  });
  visits.seen('ada');
  const first = visits.flush();
  visits.seen('ben');
  const second = visits.flush();
  for (const { resolve } of writes) resolve();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(heard).toEqual([['ada'], ['ben']]);
});
