import { randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Scoreboard } from '../entities/scoreboard.ts';
import { makeFirstPartitions } from '../jobs/retention.ts';
import type { Clock } from '../resolvers/clock.ts';
import { KeyedQueue } from '../resolvers/keyedQueue.ts';
import type { Services } from '../resolvers/services.ts';
import { EventLog } from '../subscriptions/eventLog.ts';
import { Feed } from '../subscriptions/feed.ts';
import { MessageSeal } from '../subscriptions/messageSeal.ts';
import { openAnalytics } from './analytics/analytics.ts';
import { openAuthentication } from './auth/authentication.ts';
import { KeyRing } from './auth/keyRing.ts';
import { argon2Passwords } from './auth/passwords.ts';
import { receiptSigner } from './auth/receipts.ts';
import { sealsOf } from './auth/seals.ts';
import { throwSecretsFrom } from './auth/throwSecrets.ts';
import type { AccessTokens } from './auth/tokens.ts';
import { openBattles } from './battles.ts';
import { type Bus, openBus } from './bus.ts';
import type { Config } from './config.ts';
import { connectDatabase, migrate } from './database.ts';
import { DatabaseClock } from './databaseClock.ts';
import { type DevelopmentTokens, developmentTokens } from './developmentTokens.ts';
import { openFront } from './http/front.ts';
import { Failures } from './failures.ts';
import { openLiveNode } from './liveNode.ts';
import { listen, stopListening } from './listen.ts';
import { calmly, type Logger } from './log.ts';
import { Metrics } from './metrics.ts';
import { openQuizRooms } from './quizRooms.ts';
import { RateLimiter } from './rateLimiter.ts';
import { reportErrors } from './reports/reportErrors.ts';
import { Shutdown } from './shutdown.ts';
import { openNotifications } from './telegram/openTelegram.ts';
import { openStandings } from './standings.ts';
import { traceNode } from './tracing/traceNode.ts';
import { openWebhooks } from './webhooks.ts';
import { startWorkers, type Workers } from './workers.ts';

/** How often the heads of followed streams are compared with the log. */
const beatMs = 500;
/** One: a change that waits its turn here needs no second try. */
const connectionsPerGame = 1;
/** As sizes: what has a `max` is made that large at once. */
const rememberedThrows = 100_000;
const rememberedBoards = 10_000;
/** While something is away, it is said this often. */
const outageLineMs = 30_000;

export interface RunningServer {
  /** `http://host:port`, as it listens. */
  url: string;
  services: Services;
  tokens: AccessTokens;
  metrics: Metrics;
  failures: Failures;
  /** In development only. */
  developmentTokens: DevelopmentTokens | null;
  /** Finishes requests, closes sockets with 1001, drains jobs, closes connections. Idempotent. */
  stop(): Promise<void>;
}

/** What tests and benchmarks put in the place of the real things. */
export interface StartOverrides {
  clock?: Clock;
  bus?: Bus;
  /** False: Yoga answers everything. */
  shortPath?: boolean;
  /** A board is read at most this often, in milliseconds, however many follow it. */
  standingsTickMs?: number;
  /** Chance for the PINs of quiz rooms: a whole number below `most`. */
  randomInt?: (most: number) => number;
  /** Whether the process is watched as well: many servers in one would each watch it, until it ends. */
  metrics?: { ofProcess: boolean };
}

/** Brings a node up on a database that answers: migrates it, makes its keys, starts clock, jobs, feed, and listens. */
export async function startServer(
  config: Config & { databaseUrl: string },
  log: Logger,
  overrides: StartOverrides = {},
): Promise<RunningServer> {
  const shutdown = new Shutdown();
  try {
    return await bringUp(config, log, overrides, shutdown);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function bringUp(
  config: Config & { databaseUrl: string },
  log: Logger,
  overrides: StartOverrides,
  shutdown: Shutdown,
): Promise<RunningServer> {
  const metrics = new Metrics(overrides.metrics);
  const warn = calmly(outageLineMs, (fields, message) => log.warn(fields, message));
  shutdown.before(() => metrics.registry.clear());
  const tracing = await traceNode(config.tracing, metrics.reports.spans);
  shutdown.before(() => tracing?.stop());
  const reports = await reportErrors(config.reports, metrics.reports.errorReports);
  shutdown.before(() => reports?.stop());
  const failures = new Failures({ log, reports, traceId: tracing && (() => tracing.spans.traceId()) });
  const database = await connectDatabase(config.databaseUrl, config.poolSize, log, config);
  shutdown.before(() => database.close());
  const { background, requests, orm } = database;
  metrics.stores.watchPools(database);
  await migrate(database);
  for (const pool of [requests, background]) tracing?.queries(pool, new URL(config.databaseUrl).pathname.slice(1));
  const ring = await KeyRing.open({
    pool: background,
    failed: (error) => warn({ err: error }, 'the keys could not be looked for; trying again'),
  });
  shutdown.before(() => ring.stop());

  const databaseClock = new DatabaseClock(background, (error) =>
    warn({ err: error }, 'the clock could not be checked'),
  );
  shutdown.before(() => databaseClock.stop());
  await databaseClock.start();
  const clock = overrides.clock ?? databaseClock;
  const now = () => clock.now();
  await makeFirstPartitions(background, now());

  const bus = overrides.bus ?? openBus(config, log);
  if (bus.redis) tracing?.commands(bus.redis);
  shutdown.before(() => bus.close());
  if (bus.redis) metrics.stores.watchRedis(bus.redis, config.redisPrefix);
  const analytics = openAnalytics({ config, redis: bus.redis, clock, metrics, warn });
  shutdown.before(() => analytics.stop());
  const { product } = analytics;
  const eventLog = new EventLog(background, () => database.epoch.current);
  const seal = new MessageSeal(ring.keys.feed);
  const others = bus.alone ? null : bus.engine;
  const feed = new Feed({
    log: eventLog,
    bus: others,
    seal,
    now,
    observer: metrics.feed.observer(log),
    tracing: tracing?.spans,
    beatMs,
  });
  metrics.feed.watchStreams(() => feed.size);
  feed.start();
  shutdown.before(() => feed.stop());

  const standings = openStandings({
    config,
    requests,
    background,
    redis: bus.redis,
    bus: others,
    seal,
    epoch: () => eventLog.epoch,
    now,
    beatMs,
    ...(overrides.standingsTickMs !== undefined && { tickMs: overrides.standingsTickMs }),
    metrics,
    log,
    warn,
  });
  shutdown.before(() => standings.stop());

  const { sessions, tokens, authenticate, streams, viewers } = openAuthentication({
    config,
    requests,
    background,
    clock,
    ring,
    product,
    warn,
  });
  await sessions.start();
  shutdown.before(() => sessions.stop());

  const limiter = new RateLimiter(config.limits.rates, bus.redis && { client: bus.redis, prefix: config.redisPrefix });
  let workers: Workers | undefined;
  // Out once nobody is on it any more: who comes back elsewhere within a moment was never gone.
  const { node, stop: stopNode } = openLiveNode({
    pool: background,
    now,
    roles: config.roles,
    metrics: metrics.live,
    warn,
  });
  shutdown.before(() => stopNode());
  const rooms = openQuizRooms({
    pool: background,
    clock,
    node,
    requestPoolSize: config.poolSize,
    services: () => services,
    worker: config.roles.has('worker'),
    randomInt: overrides.randomInt ?? ((most) => randomInt(most)),
    warn,
    tracing: tracing?.spans,
  });
  shutdown.before(() => rooms.stop());
  const battles = openBattles({
    pool: background,
    clock,
    requestPoolSize: config.poolSize,
    services: () => services,
    worker: config.roles.has('worker'),
    warn,
    tracing: tracing?.spans,
  });
  shutdown.before(() => battles.stop());
  const webhooks = openWebhooks({
    config,
    pool: background,
    clock,
    worker: config.roles.has('worker'),
    metrics,
    warn,
  });
  shutdown.before(() => webhooks.stop());
  const services: Services = {
    orm,
    pool: requests,
    clock,
    log: eventLog,
    feed,
    standings: standings.live,
    ranks: standings.ranks,
    liveStandings: standings.live,
    boards: new LRUCache<string, Scoreboard>({ maxSize: rememberedBoards, sizeCalculation: () => 1 }),
    passwords: argon2Passwords(),
    tokens,
    throwSecrets: throwSecretsFrom(ring.keys.throwSecret),
    receipts: receiptSigner(ring, config.publicUrl),
    seals: sealsOf(ring),
    deadlines: { wake: () => workers?.wake() },
    games: new KeyedQueue(connectionsPerGame),
    gamesOfThrows: new LRUCache<string, string>({ maxSize: rememberedThrows, sizeCalculation: () => 1 }),
    rooms: rooms.services,
    battles: battles.services,
    webhooks: webhooks.services,
    limits: limiter,
    sessions,
    policy: {
      requireSealedThrows: config.requireSealedThrows,
      sessionMs: config.sessionMs,
      groupingRule: config.groupingRule,
      rewardClaimMs: config.rewardClaimMs,
      pinGuessesPer: config.pinGuessesPer,
      telegramBot: config.telegram?.botName ?? null,
      operationCost: config.limits.sizes.operationCost,
    },
    observer: metrics.operationObserver(log),
    tracing: tracing?.spans,
    product,
  };
  if (config.roles.has('worker')) {
    workers = await startWorkers({
      config,
      nodeId: node.id,
      services,
      pool: background,
      copiesDrift: standings.copiesDrift,
      notifications: openNotifications({ config, services, pool: background, metrics, warn }),
      metrics,
      log,
      warn,
      failures,
      tracing,
    });
    shutdown.before(() => workers?.stop());
  }

  const handedOut = config.mode === 'development' ? await developmentTokens(services, tokens) : null;
  const open = () => !shutdown.begun;
  const { http, closeSockets } = openFront({
    config,
    services,
    authenticate,
    limiter,
    streams,
    viewers,
    clock,
    ring,
    health: { background, bus, jobsRun: () => open() || !config.roles.has('worker') },
    open,
    developmentTokens: handedOut,
    shortPath: overrides.shortPath ?? true,
    metrics,
    log,
    failures,
    tracing,
  });
  const url = await listen(http, config);
  shutdown.before(() => stopListening(http, closeSockets));
  log.info({ url, roles: [...config.roles], redis: Boolean(config.redisUrl) }, 'listening');
  const stop = () => shutdown.run();
  return { url, services, tokens, metrics, failures, developmentTokens: handedOut, stop };
}
