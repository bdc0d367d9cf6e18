import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EventBuffer, type EventBufferOptions } from './eventBuffer.ts';
import type { Entry, ProductEvent } from './productEvent.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const opened = (tournament: string): ProductEvent<'tournament_finished'> => {
  return { type: 'tournament_finished', at: 1, user: null, props: { tournament } };
};
const tournamentOf = (entry: Entry) => (JSON.parse(entry[11] ?? '') as { tournament: string }).tournament;
const idOf = (entry: Entry) => entry[1];

/** A buffer with a Redis that can be away; `written` is what came to be there, write by write. */
function buffered(more: Partial<EventBufferOptions> = {}) {
  const written: string[][] = [];
  const tried: (string | undefined)[][] = [];
  const redis = { takes: Number.POSITIVE_INFINITY };
  const dropped = vi.fn<(count: number) => void>();
  const buffer = new EventBuffer({
    async write(entries) {
      tried.push(entries.map(idOf));
      const taken = entries.slice(0, redis.takes);
      if (taken.length > 0) written.push(taken.map(tournamentOf));
      return entries.slice(taken.length);
    },
    most: 10,
    batch: 3,
    gatherMs: 500,
    retryMs: 2_000,
    dropped,
    ...more,
  });
  const add = (...names: string[]) => names.forEach((name) => buffer.add(opened(name)));
  return { buffer, add, written, tried, redis, dropped };
}

it('writes what came within half a second together, in order and in batches', async () => {
  const { add, written } = buffered();
  add('a', 'b');
  await vi.advanceTimersByTimeAsync(499);
  add('c', 'd', 'e');
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  add('f');
  await vi.advanceTimersByTimeAsync(500);
  expect(written.at(-1)).toEqual(['f']);
});

it('tries again under the same ids what could not be written, before what came later', async () => {
  const { buffer, add, written, tried, redis } = buffered();
  redis.takes = 1;
  add('a', 'b', 'c');
  await vi.advanceTimersByTimeAsync(500);
  add('d');
  expect([written, buffer.size]).toEqual([[['a']], 3]);
  redis.takes = Number.POSITIVE_INFINITY;
  await vi.advanceTimersByTimeAsync(1_999);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([['a'], ['b', 'c'], ['d']]);
  expect(tried[1]).toEqual(tried[0]?.slice(1));
  expect(buffer.size).toBe(0);
});

it('drops and counts what comes while too much waits', async () => {
  const { buffer, add, written, redis, dropped } = buffered();
  redis.takes = 0;
  add(...'abcdefghijkl');
  expect([buffer.size, dropped.mock.calls]).toEqual([10, [[1], [1]]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(buffer.size).toBe(10);
  redis.takes = Number.POSITIVE_INFINITY;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(written.flat().join('')).toBe('abcdefghij');
});

it('writes at once what waits when it stops, and counts what it must leave', async () => {
  const { buffer, add, written } = buffered();
  add('a', 'b', 'c', 'd');
  await buffer.stop();
  expect(written.flat()).toEqual(['a', 'b', 'c', 'd']);

  const away = buffered();
  away.redis.takes = 0;
  away.add('a', 'b');
  await away.buffer.stop();
  expect(away.dropped.mock.calls).toEqual([[2]]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(away.tried).toHaveLength(1);
});

it('makes the id of what happens once from what it is, and of anything else anew', async () => {
  const { add, buffer, tried } = buffered({ batch: 10 });
  buffer.add({ ...opened('a'), once: 'a' });
  buffer.add({ ...opened('a'), at: 2, once: 'a' });
  buffer.add({ ...opened('a'), once: 'b' });
  buffer.add({ ...opened('a'), user: 'ada', once: 'a' });
  add('a', 'a');
  await buffer.flush();
  const [[first, again, ...others] = []] = tried;
  expect(first).toBe(again);
  expect(new Set([first, ...others]).size).toBe(5);
});
