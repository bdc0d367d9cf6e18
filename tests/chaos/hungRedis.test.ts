import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis } from 'ioredis';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { RedisProcess } from '../../bench/soak/redisProcess.ts';
import { openBus } from '../../server/bus.ts';
import { makeLog } from '../../server/log.ts';
import { eventually } from '../harness/deferred.ts';

const hangMs = 5_000;
const everyMs = 10;

describe.runIf(inject('redisUrl'))('a Redis that hangs', () => {
  test('holds up no announcement, and what is not announced does not pile up', { timeout: 30_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cupbearer-redis-'));
    const redis = await RedisProcess.open(folder);
    const bus = openBus({ redisUrl: redis.url, redisPrefix: 'test:' }, makeLog({ logLevel: 'silent' }));
    onTestFinished(async () => {
      await bus.close();
      await redis.stop('SIGTERM');
      await rm(folder, { recursive: true });
    });
    await eventually('Redis', bus.health, (health) => health === 'up');
    if (!(bus.engine instanceof RedisPubSub)) throw new Error('The bus is not on Redis');
    const publisher = bus.engine.getPublisher() as Redis;

    redis.hang();
    let longest = 0;
    let queued = 0;
    const publish = async () => {
      const sent = performance.now();
      await bus.engine.publish('channel', 'announcement').catch(() => undefined);
      longest = Math.max(longest, performance.now() - sent);
    };
    const publishing: Promise<void>[] = [];
    for (const end = performance.now() + hangMs; performance.now() < end; await sleep(everyMs)) {
      publishing.push(publish());
      queued = Math.max(queued, publisher.commandQueue.length);
    }
    await Promise.all(publishing);
    expect(longest).toBeLessThan(hangMs / 4);
    expect(queued).toBeLessThan((hangMs / everyMs) * 0.6);

    redis.goOn();
    await eventually('Redis', bus.health, (health) => health === 'up');
  });
});
