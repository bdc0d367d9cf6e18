import { describe, expect, it } from 'vitest';
import { longestRetryAfterMs, longestRetryMs, retryDelayMs, retryForMs, verdictOf } from './webhook.ts';

const now = Date.UTC(2026, 10, 21, 12);
const pace = { now, giveUpAt: now + retryForMs, failures: 1, chance: 0.5 };
const failed = { status: 500, error: 'Answered 500.', retryAfterMs: null };

describe('what follows from a try', () => {
  it('is an end when it succeeded, also when it comes late', () => {
    const delivered = { status: 204, error: null, retryAfterMs: null };
    expect(verdictOf(delivered, pace)).toEqual({ state: 'DELIVERED' });
    expect(verdictOf(delivered, { ...pace, giveUpAt: now - 1 })).toEqual({ state: 'DELIVERED' });
  });

  it('is another, ever later, until the time is over, the last at its very end', () => {
    const waits: number[] = [];
    let at = now;
    for (let failures = 1; ; failures += 1) {
      const verdict = verdictOf(failed, { ...pace, now: at, failures });
      if (verdict.state !== 'PENDING') {
        expect(verdict).toEqual({ state: 'PARKED' });
        break;
      }
      waits.push(verdict.nextAt - at);
      at = verdict.nextAt;
    }
    expect(at).toBe(now + retryForMs);
    expect(waits.slice(0, 4)).toEqual([2_000, 6_000, 18_000, 54_000]);
    expect(waits.length).toBeGreaterThan(15);
    expect(waits.length).toBeLessThan(25);
  });

  it('is that nobody is there at 410, also when the time is over', () => {
    const gone = { ...failed, status: 410 };
    for (const giveUpAt of [now, now + 1]) expect(verdictOf(gone, { ...pace, giveUpAt })).toEqual({ state: 'GONE' });
  });

  const asked: [retryAfterMs: number, waits: number][] = [
    [0, 2_000],
    [1_000, 2_000],
    [60_000, 60_000],
    [longestRetryAfterMs, longestRetryAfterMs],
    [30 * 86_400_000, longestRetryAfterMs],
  ];
  it.each(asked)('is a pause when the server asks for one of %d ms', (retryAfterMs, waits) => {
    const verdict = verdictOf({ ...failed, status: 429, retryAfterMs }, pace);
    const pauseUntil = now + Math.min(retryAfterMs, longestRetryAfterMs);
    expect(verdict).toEqual({ state: 'PENDING', nextAt: now + waits, pauseUntil });
  });

  it('waits a fifth more or less, by chance, and two hours and a fifth at most', () => {
    for (const failures of [1, 5, 9, 50, 10_000]) {
      const [least, usual, most] = [0, 0.5, 1].map((chance) => retryDelayMs(failures, chance));
      expect([least, most]).toEqual([Math.round((usual ?? 0) * 0.8), Math.round((usual ?? 0) * 1.2)]);
      expect(usual).toBeLessThanOrEqual(longestRetryMs);
    }
  });
});
