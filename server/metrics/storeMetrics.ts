import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { type Meter, shortSeconds } from './meter.ts';
import { timePool } from './timedPool.ts';
import { redisPurposes, timeRedis } from './timedRedis.ts';

/** `requests`: the connections of requests. `background`: those of clock, feed, health and jobs. */
const poolNames = ['requests', 'background'] as const;
type PoolName = (typeof poolNames)[number];

/** How PostgreSQL and Redis answer this node. */
export function storeMetrics(meter: Meter) {
  const pools = new Map<PoolName, Pool>();
  const waits = meter.histogram(
    'postgres_wait_seconds',
    'How long somebody waited for a connection, by pool.',
    shortSeconds,
    ['pool'],
  );
  const statements = meter.histogram(
    'postgres_statement_seconds',
    'From when a statement was sent to when all of its answer was there, by pool.',
    shortSeconds,
    ['pool'],
  );
  meter.read(
    'postgres_connections',
    'Connections, by pool and whether somebody uses them.',
    ['pool', 'state'],
    (set) => {
      for (const [pool, { totalCount, idleCount }] of pools) {
        set({ pool, state: 'idle' }, idleCount);
        set({ pool, state: 'used' }, totalCount - idleCount);
      }
    },
  );
  meter.read('postgres_connections_max', 'How many connections there may be, by pool.', ['pool'], (set) => {
    for (const [pool, { options }] of pools) set({ pool }, options.max);
  });
  meter.read('postgres_waiting', 'Who waits for a connection now, by pool.', ['pool'], (set) => {
    for (const [pool, { waitingCount }] of pools) set({ pool }, waitingCount);
  });
  const commands = meter.histogram(
    'redis_command_seconds',
    'From when a command was sent to when Redis answered, or it failed, by what it was for.',
    shortSeconds,
    ['purpose'],
  );
  const failures = meter.counter(
    'redis_failures_total',
    'Commands that Redis did not answer in time, or refused, by what they were for.',
    { purpose: redisPurposes },
  );
  return {
    watchPools(watched: Record<PoolName, Pool>): void {
      for (const pool of poolNames) {
        pools.set(pool, watched[pool]);
        timePool(watched[pool], {
          waited: (ms) => waits.observe({ pool }, ms / 1000),
          took: (ms) => statements.observe({ pool }, ms / 1000),
        });
      }
    },
    watchRedis(redis: Redis, prefix: string): void {
      timeRedis(redis, prefix, {
        answered: (purpose, ms) => commands.observe({ purpose }, ms / 1000),
        failed: (purpose, ms) => {
          commands.observe({ purpose }, ms / 1000);
          failures.inc({ purpose });
        },
      });
    },
  };
}
