import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  type Attempt,
  attemptOf,
  backOffMs,
  firstBackOffMs,
  longestBackOffMs,
  longestOutageMs,
  outageMs,
  paced,
} from './delivery.ts';

const now = Date.UTC(2026, 10, 21, 12);
const made = (attempt: Attempt, more: Partial<Parameters<typeof afterAttempt>[0]> = {}) =>
  afterAttempt({ attempt, attempts: 1, now, chance: 0, perChatMs: 1_000, ...more });

describe('an error of the Bot API', () => {
  it.each([
    [429, 'Too Many Requests: retry after 7', 7, { said: 'WAIT', retryAfterMs: 7_000 }],
    [429, 'Too Many Requests', undefined, { said: 'WAIT', retryAfterMs: 1_000 }],
    [429, 'Too Many Requests: retry after 0', 0, { said: 'WAIT', retryAfterMs: 1_000 }],
    [429, 'Too Many Requests: retry after -1', -1, { said: 'WAIT', retryAfterMs: 1_000 }],
    [429, 'Too Many Requests: retry after a while', Number.NaN, { said: 'WAIT', retryAfterMs: 1_000 }],
    [429, 'Too Many Requests: retry after 1e12', 1e12, { said: 'WAIT', retryAfterMs: 24 * 3_600_000 }],
    [403, 'Forbidden: bot was blocked by the user', undefined, { said: 'BLOCKED' }],
    [403, 'Forbidden: user is deactivated', undefined, { said: 'BLOCKED' }],
    [400, 'Bad Request: chat not found', undefined, { said: 'BLOCKED' }],
    [400, 'Bad Request: message text is empty', undefined, { said: 'REFUSED' }],
    [401, 'Unauthorized', undefined, { said: 'UNKNOWN_BOT' }],
    [404, 'Not Found', undefined, { said: 'UNKNOWN_BOT' }],
    [409, 'Conflict', undefined, { said: 'REFUSED' }],
    [500, 'Internal Server Error', undefined, { said: 'NOTHING' }],
    [502, 'Bad Gateway', undefined, { said: 'NOTHING' }],
  ])('%i %s', (code, description, retryAfter, attempt) => {
    expect(attemptOf(code, description, retryAfter)).toEqual({ reason: `${code} ${description}`, ...attempt });
  });
});

describe('after an attempt', () => {
  const reason = 'because';
  it.each<[Attempt, number, ReturnType<typeof afterAttempt>]>([
    [{ said: 'TAKEN' }, 1, { outcome: 'SENT', chatAt: now + 1_000 }],
    [{ said: 'WAIT', reason, retryAfterMs: 30_000 }, 1, { outcome: null, chatAt: now + 30_000 }],
    [{ said: 'BLOCKED', reason }, 3, { outcome: 'BLOCKED', chatAt: now + 10_000 }],
    [{ said: 'REFUSED', reason }, 3, { outcome: 'REFUSED', chatAt: now + 1_000 }],
    [{ said: 'UNKNOWN_BOT', reason }, 3, { outcome: null, chatAt: now }],
    [{ said: 'NOTHING', reason }, 1, { outcome: null, chatAt: now + 1_000 }],
    [{ said: 'NOTHING', reason }, 4, { outcome: null, chatAt: now + 8_000 }],
  ])('%j, the %ith', (attempt, attempts, expected) => {
    expect(made(attempt, { attempts })).toEqual(expected);
  });

  it('no chat is written to again before its time, however soon it would be tried', () => {
    expect(made({ said: 'NOTHING', reason }, { chance: 1, perChatMs: 900 }).chatAt).toBe(now + 900);
  });
});

it('tries come twice as far apart each time up to ten minutes, of which chance takes up to half', () => {
  expect([1, 2, 3, 10, 11, 1_000].map((attempts) => backOffMs(attempts, 0))).toEqual([
    1_000, 2_000, 4_000, 512_000, 600_000, 600_000,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
      const [pause, whole] = [backOffMs(attempts, chance), backOffMs(attempts, 0)];
      expect(pause).toBeGreaterThanOrEqual(Math.floor(whole / 2));
      expect(pause).toBeLessThanOrEqual(Math.min(whole, longestBackOffMs));
      expect(backOffMs(attempts + 1, chance)).toBeGreaterThanOrEqual(pause);
    }),
  );
});

it('failures that follow one another hold up everyone, from the tenth on and for a minute at most', () => {
  expect([0, 1, 9, 10, 11, 15, 16, 500].map(outageMs)).toEqual([
    0,
    0,
    0,
    firstBackOffMs,
    2_000,
    32_000,
    longestOutageMs,
    longestOutageMs,
  ]);
});

it('whatever is taken when, no more goes out than the pace allows', () => {
  const takes = fc.array(fc.record({ waited: fc.nat(500), most: fc.integer({ min: 1, max: 10 }) }), { maxLength: 50 });
  fc.assert(
    fc.property(takes, fc.integer({ min: 1, max: 200 }), (takes, intervalMs) => {
      const sent: number[] = [];
      let [at, from] = [now, 0];
      for (const { waited, most } of takes) {
        at += waited;
        const turn = paced(from, at, most, intervalMs);
        expect(Math.min(...turn.at)).toBeGreaterThanOrEqual(at);
        sent.push(...turn.at);
        from = turn.next;
      }
      for (const [index, time] of sent.entries()) {
        if (index > 0) expect(time - (sent[index - 1] ?? 0)).toBeGreaterThanOrEqual(intervalMs);
      }
    }),
  );
  // What nobody used is not saved up.
  expect(paced(now - 60_000, now, 2, 33)).toEqual({ at: [now, now + 33], next: now + 66 });
});
