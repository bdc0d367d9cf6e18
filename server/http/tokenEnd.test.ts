import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onTokenEnd } from './tokenEnd.ts';

const dayMs = 86_400_000;
const clock = { now: () => Date.now() };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it.each([-1, 0, 1, 15 * 60_000, 24 * dayMs, 25 * dayMs, 365 * dayMs])(
  'comes %d ms from now, and not before',
  (lifeMs) => {
    const ended = vi.fn<() => void>();
    onTokenEnd(clock, Date.now() + lifeMs, ended);
    vi.advanceTimersByTime(Math.max(0, lifeMs - 1));
    if (lifeMs > 0) expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ended).toHaveBeenCalledOnce();
  },
);

it('never comes for a token without one', () => {
  const ended = vi.fn<() => void>();
  onTokenEnd(clock, Number.POSITIVE_INFINITY, ended);
  vi.advanceTimersByTime(1_000 * dayMs);
  expect(ended).not.toHaveBeenCalled();
});

it.each([1, 100])('does not come once it is called off, %d days ahead', (days) => {
  const ended = vi.fn<() => void>();
  const callOff = onTokenEnd(clock, Date.now() + days * dayMs, ended);
  vi.advanceTimersByTime(days * dayMs - 1);
  callOff();
  vi.advanceTimersByTime(100 * dayMs);
  expect(ended).not.toHaveBeenCalled();
});
