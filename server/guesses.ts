import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { KeyedQueue } from '../resolvers/keyedQueue.ts';
import type { RateLimit } from './limits.ts';

/** Redis, and what comes before each of this installation's keys. */
export interface SharedCounts {
  client: Redis;
  prefix: string;
}

export type Wait = { limit: RateLimit; seconds: number };
export type Guessed<Result> = { found: Result | undefined } | { wait: Wait };

/** One counted in one window, by whoever counted it. */
interface Taken {
  limiter: RateLimiterAbstract;
  /** When the window ends and forgets it, on `performance.now()`'s clock; a little early rather than late. */
  endsAt: number;
  waitMs: number;
}

/**
 * Nothing is given back this shortly before a window ends: what came too late would be taken off the next window, and
 * whoever timed it well would have guesses to spare there.
 */
const nearEndMs = 1_000;
/** One at a time: many right guesses by one key, such as a class behind one address, wait for each other unrefused. */
const atOnce = 1;

/**
 * Counts guesses that were wrong, in several windows together. Each is counted before anybody looks whether it is right
 * and given back when it was, so that guesses in parallel, here or on other nodes, are no more than guesses in a row.
 * Counted in Redis while it answers and in this process while it doesn't; given back where it was counted, or not at all.
 */
export class Guesses {
  readonly #windows: readonly GuessWindow[];
  readonly #queue = new KeyedQueue(atOnce);

  constructor(limits: Record<string, RateLimit>, redis: SharedCounts | null) {
    this.#windows = Object.entries(limits).map(([name, limit]) => new GuessWindow(name, limit, redis));
  }

  /** Looks when every window has room, else says how long the longest wait is. Undefined is what a wrong guess finds. */
  guess<Result>(key: string, look: () => Promise<Result | undefined>): Promise<Guessed<Result>> {
    return this.#queue.run(key, async () => {
      const taken = await Promise.all(this.#windows.map((window) => window.take(key)));
      const waits = this.#windows.map(({ limit }, index): Wait => {
        return { limit, seconds: Math.ceil((taken[index]?.waitMs ?? 0) / 1000) };
      });
      const wait = waits.reduce((longest, one) => (one.seconds > longest.seconds ? one : longest));
      let wrong = false;
      try {
        if (wait.seconds > 0) return { wait };
        const found = await look();
        wrong = found === undefined;
        return { found };
      } finally {
        if (!wrong) await Promise.all(taken.map((one) => giveBack(key, one)));
      }
    });
  }
}

class GuessWindow {
  readonly limit: RateLimit;
  readonly #together: RateLimiterAbstract | null;
  readonly #own: RateLimiterAbstract;

  constructor(name: string, limit: RateLimit, redis: SharedCounts | null) {
    const { points, seconds } = limit;
    const options = { points, duration: seconds, keyPrefix: `${redis?.prefix ?? ''}limit:${name}` };
    this.limit = limit;
    this.#own = new RateLimiterMemory(options);
    // No insurance: it would not say which of the two counted.
    this.#together =
      redis && new RateLimiterRedis({ ...options, storeClient: redis.client, rejectIfRedisNotReady: true });
  }

  /** Counts one, even where there is no room. A window ends when it would have anyway. */
  async take(key: string): Promise<Taken> {
    const together = this.#together;
    if (!together) return counted(this.#own, key);
    return counted(together, key).catch(() => {
      // An answer that was too late may have counted all the same. Commands keep their order.
      together.reward(key).catch(() => undefined);
      return counted(this.#own, key);
    });
  }
}

async function counted(limiter: RateLimiterAbstract, key: string): Promise<Taken> {
  const mark = performance.now();
  try {
    const { msBeforeNext } = await limiter.consume(key);
    return { limiter, endsAt: mark + msBeforeNext, waitMs: 0 };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { limiter, endsAt: mark + reason.msBeforeNext, waitMs: Math.max(1, reason.msBeforeNext) };
  }
}

/** What can't be given back stays counted: nobody waits longer than a window for it. */
async function giveBack(key: string, { limiter, endsAt }: Taken): Promise<void> {
  if (performance.now() > endsAt - nearEndMs) return;
  await limiter.reward(key).catch(() => undefined);
}
