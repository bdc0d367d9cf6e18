import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import type { Pool } from 'pg';
import { inject, onTestFinished, vi } from 'vitest';
import { RedisStandings, type RedisStandingsOptions } from '../../subscriptions/standings/redisStandings.ts';
import type { BoardSeason } from '../../subscriptions/standings/standing.ts';
import { TableStandings } from '../../subscriptions/standings/tableStandings.ts';
import { eventually } from '../harness/deferred.ts';

export const redisUrl = inject('redisUrl');
export const newPrefix = () => `test-${randomUUID()}:`;

export interface RedisNodeOptions extends Partial<Omit<RedisStandingsOptions, 'table' | 'failed'>> {
  url?: string;
  /** More patient than a server's unless told: a busy machine is not what most tests are about. */
  client?: RedisOptions;
}

/** A connection as the server's, and standings over it that count what the table had to answer. Ends with the test. */
export async function redisNode(pool: Pool, { url = redisUrl, client, ...options }: RedisNodeOptions = {}) {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => 50,
    ...client,
  });
  redis.on('error', () => undefined);
  await once(redis, 'ready');
  const table = new TableStandings(pool);
  const asked = {
    top: vi.spyOn(table, 'top'),
    entries: vi.spyOn(table, 'entries'),
    around: vi.spyOn(table, 'around'),
    size: vi.spyOn(table, 'size'),
  };
  const failed = vi.fn<RedisStandingsOptions['failed']>();
  const prefix = options.prefix ?? newPrefix();
  const store = new RedisStandings({ redis, pool, epoch: () => 'epoch', ...options, prefix, table, failed });
  /** How many reads the table has answered. */
  const tableReads = () => Object.values(asked).reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  onTestFinished(async () => {
    await store.stop();
    redis.disconnect();
  });
  return {
    store,
    redis,
    prefix,
    failed,
    tableReads,
    /** Settles once Redis answers for the board. */
    loaded: (board: BoardSeason) =>
      eventually(
        'The copy',
        async () => {
          const before = tableReads();
          await store.size(board).catch(() => undefined);
          return tableReads() - before;
        },
        (reads) => reads === 0,
      ),
    keys: async () => (await redis.keys(`${prefix}*`)).toSorted(),
    /** As FLUSHALL, of what this test has. */
    async empty(pattern = '*') {
      const keys = await redis.keys(`${prefix}${pattern}`);
      if (keys.length > 0) await redis.del(keys);
      return keys.length;
    },
  };
}
export type RedisNode = Awaited<ReturnType<typeof redisNode>>;
