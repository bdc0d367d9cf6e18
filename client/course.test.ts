import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';
import { Course } from './course.ts';
import { endingOf, StreamFailedError, type Ending } from './ending.ts';
import { Ladder, transportNames } from './ladder.ts';

const course = (tries = 3) =>
  new Course(new Ladder(transportNames, tries), new Backoff({ baseMs: 100, capMs: 1_000 }, () => 1));
const notOpened = { opened: false, progressed: false };
const opened = { opened: true, progressed: false };
const progressed = { opened: true, progressed: true };
const lost: Ending = { kind: 'lost', why: 'cut' };
const refused: Ending = { kind: 'refused', why: 'who are you?', errors: [] };
const error = (code?: string, more = {}) => ({ message: code ?? 'no', extensions: { ...(code && { code }), ...more } });

describe('back-off', () => {
  it('is drawn between nothing and a bound that doubles up to its cap', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (draws) => {
        let index = 0;
        const backoff = new Backoff({ baseMs: 100, capMs: 1_000 }, () => draws[index] ?? 0);
        for (; index < draws.length; index += 1)
          expect(backoff.next()).toBe((draws[index] ?? 0) * Math.min(1_000, 100 * 2 ** index));
        backoff.reset();
        expect(backoff.next()).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the ladder', () => {
  it('goes down after failures in a row, and round to the top', () => {
    const stream = course();
    const used = Array.from({ length: 12 }, () => {
      const { current } = stream.ladder;
      stream.after(lost, notOpened);
      return current;
    });
    expect(used).toEqual(
      [...Array(3).fill('websocket'), ...Array(3).fill('sse'), ...Array(3).fill('polling')].concat(
        Array(3).fill('websocket'),
      ),
    );
  });

  it('stays where it opens now and then', () => {
    const stream = course();
    for (const passage of [notOpened, notOpened, opened, notOpened, notOpened]) stream.after(lost, passage);
    expect(stream.ladder.current).toBe('websocket');
  });

  it('goes down from what opens in vain twice as often, though not from what brings something now and then', () => {
    const stream = course();
    const almost = [opened, opened, opened, opened, opened];
    for (const passage of [...almost, progressed, ...almost]) stream.after(lost, passage);
    expect(stream.ladder.current).toBe('websocket');
    expect(stream.after(lost, opened)).toMatchObject({ why: 'websocket opens in vain, sse is next: cut' });
    stream.after({ kind: 'better', why: '', to: 'websocket' }, progressed);
    stream.after(lost, opened);
    expect(stream.ladder.current).toBe('sse');
  });

  it('has nowhere to go with one transport', () => {
    const stream = new Course(new Ladder(['sse'], 1), new Backoff({ baseMs: 1, capMs: 1 }));
    for (const passage of [notOpened, opened, opened, opened])
      expect(stream.after(lost, passage)).toMatchObject({ why: expect.not.stringContaining('is next') as string });
    expect(stream.ladder.current).toBe('sse');
  });

  it('climbs to what was seen to open, and comes back after one failure', () => {
    const stream = course(1);
    stream.after(lost, notOpened);
    stream.after(lost, notOpened);
    expect(stream.ladder).toMatchObject({ current: 'polling', better: ['websocket', 'sse'] });
    expect(stream.after({ kind: 'better', why: '', to: 'websocket' }, opened)).not.toHaveProperty('waitMs');
    expect(stream.ladder).toMatchObject({ current: 'websocket', better: [] });
    stream.after(lost, notOpened);
    expect(stream.ladder.current).toBe('sse');
  });
});

describe('after', () => {
  it('a cut, the pause grows until there is progress', () => {
    const stream = course();
    const waits = [opened, opened, opened, progressed, opened].map((passage) => stream.after(lost, passage));
    expect(waits.map((next) => 'waitMs' in next && next.waitMs)).toEqual([100, 200, 400, 100, 200]);
  });

  it('a refused or ended token, another is asked for, three times at most', () => {
    const stream = course();
    expect(stream.renew).toBe(false);
    stream.after(refused, notOpened);
    expect(stream.renew).toBe(true);
    stream.after({ kind: 'noToken', why: 'offline' }, notOpened);
    expect(stream.renew).toBe(true);
    stream.after(refused, notOpened);
    expect(stream.after(refused, notOpened)).toMatchObject({ over: 'failed', error: { message: 'who are you?' } });
  });

  it('a token’s end every few minutes of a quiet stream, it goes on for ever', () => {
    const stream = course();
    for (let day = 0; day < 100; day += 1)
      expect(stream.after({ kind: 'expired', why: '4410' }, progressed)).toHaveProperty('waitMs', 100);
  });

  it('the server’s own failures, it tries six times in all', () => {
    const stream = course();
    const troubled = endingOf([error('INTERNAL_SERVER_ERROR')]);
    for (let times = 1; times < 6; times += 1) expect(stream.after(troubled, opened)).toHaveProperty('waitMs');
    expect(stream.after(troubled, opened)).toHaveProperty('over', 'failed');
  });

  it('too many requests, it waits as long as it was told', () => {
    const busy = endingOf([error('RATE_LIMITED', { retryAfter: 7 })]);
    expect(course().after(busy, opened)).toHaveProperty('waitMs', 7_100);
  });

  it.each(['RESUME_ELSEWHERE', 'UNAUTHENTICATED', 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED'])(
    '%s, it goes on',
    (code) => {
      expect(course().after(endingOf([error(code)]), opened)).toHaveProperty('waitMs');
    },
  );

  it.each([['BAD_USER_INPUT'], ['FORBIDDEN'], [undefined], ['RESUME_ELSEWHERE', 'FORBIDDEN']])(
    '%j %j, it fails with the errors',
    (...codes) => {
      const errors = codes.map((code) => error(code));
      const next = course().after(endingOf(errors), opened);
      const failure = 'over' in next && next.over === 'failed' ? next.error : undefined;
      expect(failure).toBeInstanceOf(StreamFailedError);
      expect(failure).toHaveProperty('errors', errors);
    },
  );

  it('completion, it is over', () => {
    expect(course().after({ kind: 'completed' }, progressed)).toEqual({ over: 'completed' });
  });
});
