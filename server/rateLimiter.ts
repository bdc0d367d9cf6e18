import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RateGuard } from '../resolvers/services.ts';
import { Guesses, type SharedCounts } from './guesses.ts';
import { guessLimits, type RateLimit, type RateLimitName } from './limits.ts';

/**
 * Counts what people do. Shared limits are counted in Redis while it answers and in this process while it doesn't; all
 * others in this process alone, so that no request waits for another machine to be let in.
 */
export class RateLimiter implements RateGuard {
  readonly #limiters: Map<string, RateLimiterAbstract>;
  readonly #rates: Record<RateLimitName, RateLimit>;
  readonly #guesses: Guesses;

  constructor(rates: Record<RateLimitName, RateLimit>, redis: SharedCounts | null) {
    this.#rates = rates;
    this.#guesses = new Guesses(Object.fromEntries(guessLimits.map((name) => [name, rates[name]])), redis);
    this.#limiters = new Map(
      Object.entries(rates).map(([name, { points, seconds, shared }]): [string, RateLimiterAbstract] => {
        const options = { points, duration: seconds, keyPrefix: `${redis?.prefix ?? ''}limit:${name}` };
        const own = new RateLimiterMemory(options);
        if (!shared || !redis) return [name, own];
        const together = new RateLimiterRedis({
          ...options,
          storeClient: redis.client,
          insuranceLimiter: own,
          rejectIfRedisNotReady: true,
        });
        return [name, together];
      }),
    );
  }

  /** Seconds to wait, or zero when there is room. */
  async secondsToWait(name: RateLimitName, key: string): Promise<number> {
    try {
      await this.#limiters.get(name)?.consume(key);
      return 0;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
      throw reason;
    }
  }

  async take(name: RateLimitName, key: string): Promise<void> {
    const retryAfter = await this.secondsToWait(name, key);
    if (retryAfter > 0) throw rateLimited(this.#rates[name], retryAfter);
  }

  async guess<Result>(key: string, look: () => Promise<Result | undefined>): Promise<Result | undefined> {
    const guessed = await this.#guesses.guess(key, look);
    if ('wait' in guessed) throw rateLimited(guessed.wait.limit, guessed.wait.seconds);
    return guessed.found;
  }
}

/** The one answer to too much: RATE_LIMITED, with the seconds to wait as `retryAfter`. */
export function rateLimited({ what }: Pick<RateLimit, 'what'>, retryAfter: number): GraphQLError {
  return new GraphQLError(`Too much: the limit of ${what} is reached. Try again in ${retryAfter} s.`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter,
      http: { status: 429, headers: { 'retry-after': String(retryAfter) } },
    },
  });
}
