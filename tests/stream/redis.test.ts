import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { RedisProcess } from '../../bench/soak/redisProcess.ts';
import { openBus } from '../../server/bus.ts';
import { makeLog } from '../../server/log.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { seedGame, throwAt, type TestGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { bareEvents } from './documents.ts';

/** Below the beat, and well above a hop over Redis on a busy machine. */
const promptMs = 450;
/** A mutation that waited for Redis would take far longer. */
const quickMs = 1_000;

/** A Redis of this test's own, to be killed and started again. */
async function ownRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-redis-'));
  const redis = await RedisProcess.open(folder);
  onTestFinished(async () => {
    await redis.stop('SIGKILL');
    await rm(folder, { recursive: true });
  });
  /** Asks it something over a connection that exists for that alone. */
  const ask = async <Answer>(question: (connection: Redis) => Promise<Answer>) => {
    const connection = new Redis(redis.url);
    return question(connection).finally(() => connection.disconnect());
  };
  return { redis, ask };
}

/** Two nodes over one Redis, and a game that one of them watches for the other's events. */
async function twoNodes(url: string) {
  const env = { REDIS_URL: url };
  const one = await startApp({ env });
  const other = await startApp({ env, beside: one });
  const game = await seedGame(one);
  const events = subscribe(connect(other, game.players[1].token), bareEvents, { gameId: game.id });
  await events.take(3);
  return { one, other, game, events, channel: `${one.redisPrefix}${game.id}` };
}

async function happens(app: App, { id, players: [{ token, cups }] }: TestGame): Promise<number> {
  const from = performance.now();
  await throwAt(app, token, id, cups[0] ?? '');
  return performance.now() - from;
}

const healed = (app: App) => countOf(app, 'cupbearer_feed_healed_events_total', {});

/** Everything that nobody caught, from now on. */
function uncaught(): unknown[] {
  const caught: unknown[] = [];
  const note = (reason: unknown) => void caught.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  return caught;
}

describe.runIf(inject('redisUrl'))('over Redis', () => {
  it('events reach the other node at once, not by its beat', async () => {
    const { redis, ask } = await ownRedis();
    const { one, other, game, events, channel } = await twoNodes(redis.url);
    await eventually(
      'Listening',
      () => ask((connection) => connection.pubsub('NUMSUB', channel)),
      ([, count]) => count === 1,
    );
    const before = await healed(other);
    for (let count = 0; count < 20; count += 1) {
      await happens(one, game);
      const from = performance.now();
      expect((await events.next()).gameEvents.seq).toBe(count + 4);
      expect(performance.now() - from).toBeLessThan(promptMs);
    }
    expect((await healed(other)) - before).toBe(0);
    expect(await countOf(other, 'cupbearer_feed_forged_messages_total', {})).toBe(0);
    await events.stop();
    await eventually(
      'No channel left',
      () => ask((connection) => connection.pubsub('CHANNELS')),
      ({ length }) => length === 0,
    );
  });

  it(
    'events go on by the beat while it is away, hold nothing up, and are prompt again once it is back',
    { timeout: 60_000 },
    async () => {
      const { redis, ask } = await ownRedis();
      const { one, other, game, events, channel } = await twoNodes(redis.url);
      const listening = () =>
        eventually(
          'Listening',
          () => ask((connection) => connection.pubsub('NUMSUB', channel)),
          ([, count]) => count === 1,
        );
      await listening();
      await redis.stop('SIGKILL');
      const before = await healed(other);
      for (let count = 0; count < 10; count += 1) expect(await happens(one, game)).toBeLessThan(quickMs);
      expect((await events.take(10)).map(({ gameEvents: { seq } }) => seq)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
      expect((await healed(other)) - before).toBe(10);
      const joined = subscribe(connect(other, game.players[0].token), bareEvents, { gameId: game.id });
      const elsewhere = await seedGame(one);
      const fresh = subscribe(connect(other, game.players[0].token), bareEvents, { gameId: elsewhere.id });
      await Promise.all([joined.take(13), fresh.take(3)]);

      await redis.start();
      await listening();
      const freshChannel = `${one.redisPrefix}${elsewhere.id}`;
      await eventually(
        'Listening',
        () => ask((connection) => connection.pubsub('NUMSUB', freshChannel)),
        ([, count]) => count === 1,
      );
      const publishes = async () => (await happens(one, game), await events.next(), await joined.next(), healed(other));
      let healedBefore = await healed(other);
      await eventually(
        'An announcement',
        async () => {
          const now = await publishes();
          const unannounced = now > healedBefore;
          healedBefore = now;
          return unannounced;
        },
        (unannounced) => !unannounced,
      );
      for (let count = 0; count < 5; count += 1) {
        await Promise.all([happens(one, game), happens(one, elsewhere)]);
        const from = performance.now();
        await Promise.all([events.next(), joined.next(), fresh.next()]);
        expect(performance.now() - from).toBeLessThan(promptMs);
      }
      expect(await healed(other)).toBe(healedBefore);
      await Promise.all([events.stop(), joined.stop(), fresh.stop()]);
    },
  );

  it('a node that starts without it serves, and finds it later', async () => {
    const { redis, ask } = await ownRedis();
    await redis.stop('SIGKILL');
    const { one, game, events, channel } = await twoNodes(redis.url);
    expect(await happens(one, game)).toBeLessThan(quickMs);
    await events.next();
    await redis.start();
    await eventually(
      'Listening',
      () => ask((connection) => connection.pubsub('NUMSUB', channel)),
      ([, count]) => count === 1,
    );
    await events.stop();
  });

  it('a node that stops while it is away leaves nothing behind, and no rejection', async () => {
    const rejections = uncaught();
    const { redis } = await ownRedis();
    const bus = openBus({ redisUrl: redis.url, redisPrefix: 'test:' }, makeLog({ logLevel: 'silent' }));
    await eventually('Redis', bus.health, (health) => health === 'up');
    const kept = await bus.engine.subscribe('Game:1', () => undefined, {});
    await redis.stop('SIGKILL');
    await eventually('Its absence', bus.health, (health) => health === 'down');
    void bus.engine.subscribe('Game:2', () => undefined, {}).catch(() => undefined);
    void bus.engine.publish('Game:1', 'lost').catch(() => undefined);
    bus.engine.unsubscribe(kept);
    await bus.close();
    await bus.close();
    const { one, other, game, events } = await twoNodes(redis.url);
    await happens(one, game);
    await events.next();
    await events.stop();
    await Promise.all([other.stop(), one.stop()]);
    expect(rejections).toEqual([]);
  });

  it('a subscription that comes just as the connection is made does not cost the connection', async () => {
    const { redis } = await ownRedis();
    for (let count = 0; count < 10; count += 1) {
      const bus = openBus({ redisUrl: redis.url, redisPrefix: 'test:' }, makeLog({ logLevel: 'silent' }));
      if (!(bus.engine instanceof RedisPubSub)) throw new Error('The bus is not on Redis');
      const subscriber = bus.engine.getSubscriber();
      const closed = vi.fn<() => void>();
      subscriber.on('close', closed);
      const heard = Promise.withResolvers<unknown>();
      subscriber.once('connect', () => void bus.engine.subscribe('Game:1', heard.resolve, {}));
      await eventually('Redis', bus.health, (health) => health === 'up');
      await eventually(
        'A hearing',
        () => bus.engine.publish('Game:1', 'news').then(() => Promise.race([heard.promise, null])),
        Boolean,
      );
      expect(closed).not.toHaveBeenCalled();
      await bus.close();
    }
  });

  it('a bus leaves no connection and no channel when it is closed, and uses its prefix for all', async () => {
    const { redis, ask } = await ownRedis();
    const clients = () => ask(async (connection) => String(await connection.client('LIST')).match(/^id=/gm)?.length);
    const channels = () => ask((connection) => connection.pubsub('CHANNELS'));
    expect(await clients()).toBe(1);
    const bus = openBus({ redisUrl: redis.url, redisPrefix: 'test:' }, makeLog({ logLevel: 'silent' }));
    const kept = await bus.engine.subscribe('Game:1', () => undefined, {});
    await bus.engine.subscribe('Game:2', () => undefined, {});
    expect((await channels()).toSorted()).toEqual(['test:Game:1', 'test:Game:2']);
    bus.engine.unsubscribe(kept);
    await eventually('One channel', channels, ({ length }) => length === 1);
    expect(await clients()).toBe(3);
    await bus.close();
    await eventually('No connection left', clients, (count) => count === 1);
    expect(await channels()).toEqual([]);
  });
});
