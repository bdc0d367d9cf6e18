import type { Redis } from 'ioredis';
import type { Entry } from './productEvent.ts';
import { defineVisitCommands } from './visitCommands.ts';
import { gapMs, type Stay } from './visits.ts';

export interface RedisSinkOptions {
  /** With a short `commandTimeout` and no offline queue. */
  redis: Redis;
  prefix: string;
  /** Entries that the stream keeps, about. */
  maxLength: number;
  /** Stays told in one command, and visits ended by one, at most. */
  batch: number;
  written(count: number): void;
  failed(error: unknown): void;
}

/** The keys of one installation; in a Redis Cluster they are on one node. */
export function analyticsKeys(prefix: string): Record<'stream' | 'seen' | 'visits', string> {
  const key = (part: string) => `${prefix}{analytics}:${part}`;
  return { stream: key('events'), seen: key('seen'), visits: key('visits') };
}

/** Writes product events into Redis. No method rejects: they answer what was not done. */
export class RedisSink {
  readonly #options: RedisSinkOptions;
  readonly #keys: ReturnType<typeof analyticsKeys>;

  constructor(options: RedisSinkOptions) {
    defineVisitCommands(options.redis);
    this.#options = options;
    this.#keys = analyticsKeys(options.prefix);
  }

  async append(entries: readonly Entry[]): Promise<readonly Entry[]> {
    const { redis, maxLength, written, failed } = this.#options;
    const pipeline = redis.pipeline();
    for (const entry of entries) pipeline.xadd(this.#keys.stream, 'MAXLEN', '~', maxLength, '*', ...entry);
    try {
      const results = (await pipeline.exec()) ?? [];
      const left = entries.filter((_entry, index) => results[index]?.[0] !== null);
      const [failure] = results.flatMap(([error]) => error ?? []);
      if (left.length > 0) failed(failure);
      written(entries.length - left.length);
      return left;
    } catch (error) {
      failed(error);
      return entries;
    }
  }

  async seen(stays: readonly Stay[]): Promise<readonly Stay[]> {
    const { redis, maxLength, batch, written, failed } = this.#options;
    const { stream, seen, visits } = this.#keys;
    let told = 0;
    try {
      while (told < stays.length) {
        const chunk = stays.slice(told, told + batch);
        const args = chunk.flatMap(({ user, from, til, visit, ending, over }) => {
          return [user, from, til, visit, ending, over ? 1 : 0];
        });
        written(await redis.analyticsSeen(stream, seen, visits, maxLength, gapMs, ...args));
        told += chunk.length;
      }
    } catch (error) {
      failed(error);
    }
    return stays.slice(told);
  }

  async end(before: number): Promise<boolean> {
    const { redis, maxLength, batch, written, failed } = this.#options;
    const { stream, seen, visits } = this.#keys;
    try {
      for (let ended = batch; ended === batch;) {
        ended = await redis.analyticsOver(stream, seen, visits, maxLength, before, batch);
        written(ended);
      }
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  }
}
