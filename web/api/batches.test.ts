import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inBatches } from './batches.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands on at once what comes alone, and together what comes within the pause, in order', () => {
  const taken: (readonly number[])[] = [];
  const batches = inBatches<number>(80, (items) => taken.push(items));
  batches.add(1);
  expect(taken).toEqual([[1]]);
  batches.add(2);
  vi.advanceTimersByTime(79);
  batches.add(3);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(1);
  expect(taken).toEqual([[1], [2, 3]]);
  vi.advanceTimersByTime(40);
  batches.add(4);
  expect(taken).toHaveLength(2);
  vi.advanceTimersByTime(40 + 80);
  batches.add(5);
  expect(taken).toEqual([[1], [2, 3], [4], [5]]);
});

it('hands on nothing once it is stopped, and goes on though whoever takes fails', () => {
  const taken: (readonly number[])[] = [];
  const batches = inBatches<number>(80, (items) => {
    taken.push(items);
    if (items[0] === 1) throw new Error('no');
  });
  expect(() => batches.add(1)).toThrow('no');
  batches.add(2);
  vi.advanceTimersByTime(80);
  expect(taken).toEqual([[1], [2]]);
  batches.add(3);
  batches.stop();
  vi.advanceTimersByTime(1_000);
  expect(taken).toHaveLength(2);
});
