import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Guessed, Guesses } from './guesses.ts';
import type { RateLimit } from './limits.ts';

const limit = (points: number, seconds: number): RateLimit => ({ points, seconds, what: 'tries', shared: true });
const windows = { few: limit(3, 30), some: limit(5, 3_600), most: limit(8, 86_400) };
const right = () => Promise.resolve('room');
const wrong = () => Promise.resolve(undefined);

/** What was found, or the seconds to wait. */
async function outcome<Result>(guessed: Promise<Guessed<Result>>): Promise<Result | number | undefined> {
  const answer = await guessed;
  return 'wait' in answer ? answer.wait.seconds : answer.found;
}

describe('Guesses', () => {
  let guesses: Guesses;
  const guess = (look: () => Promise<string | undefined>, key = 'ada') => outcome(guesses.guess(key, look));
  const wrongs = async (count: number) => {
    for (let done = 0; done < count; done += 1) expect(await guess(wrong)).toBeUndefined();
  };

  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    guesses = new Guesses(windows, null);
  });
  afterEach(() => void vi.useRealTimers());

  it('refuses after so many wrong ones, without looking, and others not at all', async () => {
    await wrongs(3);
    const look = vi.fn(right);
    expect(await guess(look)).toBe(30);
    expect(look).not.toHaveBeenCalled();
    expect(await guess(right, 'bob')).toBe('room');
  });

  it('counts no right ones', async () => {
    for (let done = 0; done < 20; done += 1) expect(await guess(right)).toBe('room');
    await wrongs(3);
    expect(await guess(right)).toBe(30);
  });

  it('counts none that failed', async () => {
    const failing = () => Promise.reject(new Error('The database is away'));
    for (let done = 0; done < 5; done += 1) await expect(guess(failing)).rejects.toThrow('away');
    await wrongs(3);
  });

  it('makes nobody wait longer for trying while they wait', async () => {
    await wrongs(3);
    for (const left of [29, 20, 10, 1]) {
      vi.advanceTimersByTime(30_000 - left * 1_000 - Date.now());
      for (let done = 0; done < 5; done += 1) expect(await guess(wrong)).toBe(left);
    }
    vi.advanceTimersByTime(1_000);
    await wrongs(2);
    // Five in an hour by now; those that were refused are none of them.
    expect(await guess(right)).toBe(3_570);
  });

  it('goes from the shortest window to the longest', async () => {
    await wrongs(3);
    vi.advanceTimersByTime(30_000);
    await wrongs(2);
    expect(await guess(wrong)).toBe(3_570);
    vi.advanceTimersByTime(3_600_000);
    await wrongs(3);
    expect(await guess(wrong)).toBe(86_400 - 3_630);
    vi.advanceTimersByTime(86_400_000);
    await wrongs(3);
  });

  it('holds against guesses in parallel', async () => {
    let looked = 0;
    const look = async () => {
      looked += 1;
      await Promise.resolve();
      return undefined;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(look)));
    expect(looked).toBe(3);
    expect(answers.filter((answer) => answer === 30)).toHaveLength(47);
  });

  it('refuses no right ones in parallel', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(right)));
    expect(answers).toEqual(Array.from({ length: 50 }, () => 'room'));
  });

  it('takes nothing off the next window for what was counted in this one', async () => {
    await wrongs(3);
    vi.advanceTimersByTime(29_500);
    // Refused, or right, just before the window ends.
    for (let done = 0; done < 20; done += 1) expect(await guess(wrong)).toBe(1);
    vi.advanceTimersByTime(500);
    await wrongs(2);
    vi.advanceTimersByTime(30_000);
    const slow = guesses.guess('bob', () => {
      vi.advanceTimersByTime(30_500);
      return right();
    });
    expect(await outcome(slow)).toBe('room');
    for (let done = 0; done < 3; done += 1) expect(await guess(wrong, 'bob')).toBeUndefined();
    expect(await guess(wrong, 'bob')).toBe(30);
  });
});

/** As much of Redis as it takes to count. */
class FakeRedis {
  status = 'ready';
  /** Counts, and answers too late. */
  late = false;
  readonly counts = new Map<string, number>();
  defineCommand(): void {}
  rlflxIncr([key = '', points, seconds]: string[]): Promise<[number, number]> {
    const count = (this.counts.get(key) ?? 0) + Number(points);
    this.counts.set(key, count);
    return this.late
      ? Promise.reject(new Error('Command timed out'))
      : Promise.resolve([count, Number(seconds) * 1_000]);
  }
}

describe('Guesses of several nodes', () => {
  const nodes = (redis: FakeRedis) => {
    const shared = { client: redis as unknown as Redis, prefix: 'test:' };
    return [new Guesses(windows, shared), new Guesses(windows, shared)] as const;
  };

  it('count together', async () => {
    const [one, two] = nodes(new FakeRedis());
    for (const node of [one, two, one]) expect(await outcome(node.guess('ada', wrong))).toBeUndefined();
    expect(await outcome(two.guess('ada', right))).toBe(30);
  });

  it('count for each node while Redis is away, and are given back where they were counted', async () => {
    const redis = new FakeRedis();
    const [one, two] = nodes(redis);
    await one.guess('ada', wrong);
    const away = one.guess('ada', async () => {
      redis.status = 'end';
      return right();
    });
    expect(await outcome(away)).toBe('room');
    for (let count = 0; count < 3; count += 1) expect(await outcome(one.guess('ada', wrong))).toBeUndefined();
    expect(await outcome(one.guess('ada', right))).toBe(30);
    const back = two.guess('ada', () => {
      redis.status = 'ready';
      return right();
    });
    expect(await outcome(back)).toBe('room');
    // The wrong one, and the right one that could not be given back.
    expect(redis.counts.get('test:limit:few:ada')).toBe(2);
  });

  it('cost nothing more when Redis counts but answers too late', async () => {
    const redis = new FakeRedis();
    const [one] = nodes(redis);
    redis.late = true;
    for (let count = 0; count < 5; count += 1) expect(await outcome(one.guess('ada', right))).toBe('room');
    expect(redis.counts.get('test:limit:few:ada')).toBe(0);
    for (let count = 0; count < 3; count += 1) expect(await outcome(one.guess('ada', wrong))).toBeUndefined();
    expect(await outcome(one.guess('ada', right))).toBe(30);
  });
});
