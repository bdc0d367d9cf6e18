import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeadlineClock } from '../jobs/deadlineClock.ts';
import { purge } from '../jobs/purge.ts';
import { makeFirstPartitions, retention } from '../jobs/retention.ts';
import { Scheduler } from '../jobs/scheduler.ts';
import { sweep } from '../jobs/sweep.ts';
import type { Clock } from '../resolvers/clock.ts';
import { settleDeadline } from '../resolvers/game/settleDeadline.ts';
import { KeyedQueue } from '../resolvers/keyedQueue.ts';
import type { Services } from '../resolvers/services.ts';
import { schema } from '../schema/index.ts';
import { EventLog } from '../subscriptions/eventLog.ts';
import { Feed } from '../subscriptions/feed.ts';
import { MessageSeal } from '../subscriptions/messageSeal.ts';
import { loadKeys } from './auth/keys.ts';
import { argon2Passwords } from './auth/passwords.ts';
import { receiptSigner } from './auth/receipts.ts';
import { sealsOf } from './auth/seals.ts';
import { throwSecretsFrom } from './auth/throwSecrets.ts';
import { AccessTokens } from './auth/tokens.ts';
import { openBus, type Bus } from './bus.ts';
import type { Config } from './config.ts';
import { connectDatabase, migrate } from './database.ts';
import { type DevelopmentTokens, developmentTokens } from './developmentTokens.ts';
import { DatabaseClock } from './databaseClock.ts';
import { openSockets } from './http/webSocket.ts';
import { routes } from './http/routes.ts';
import { graphqlPath, makeYoga } from './http/yoga.ts';
import { calmly, type Logger } from './log.ts';
import { Metrics } from './metrics.ts';
import { Shutdown } from './shutdown.ts';

/** How often the heads of followed streams are compared with the log. */
const beatMs = 500;
/** One: a change that waits its turn here needs no second try. */
const connectionsPerGame = 1;
/** Requests under way get this long to finish when the server stops. */
const graceMs = 10_000;
/** While something is away, it is said this often. */
const outageLineMs = 30_000;

export interface RunningServer {
  /** `http://host:port`, as it listens. */
  url: string;
  services: Services;
  tokens: AccessTokens;
  metrics: Metrics;
  /** In development only. */
  developmentTokens: DevelopmentTokens | null;
  /** Finishes requests, closes sockets with 1001, drains jobs, closes connections. Idempotent. */
  stop(): Promise<void>;
}

/** What tests put in the place of the real things. */
export interface StartOverrides {
  clock?: Clock;
  bus?: Bus;
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
  const metrics = new Metrics();
  const warn = calmly(outageLineMs, (fields, message) => log.warn(fields, message));
  shutdown.before(() => metrics.registry.clear());
  const database = await connectDatabase(config.databaseUrl, config.poolSize, log);
  shutdown.before(() => database.close());
  const { background, requests, orm } = database;
  await migrate(database);
  const keys = await loadKeys(background);

  const databaseClock = new DatabaseClock(background, (error) =>
    log.warn({ err: error }, 'the clock could not be checked'),
  );
  shutdown.before(() => databaseClock.stop());
  await databaseClock.start();
  const clock = overrides.clock ?? databaseClock;
  const now = () => clock.now();
  await makeFirstPartitions(background, now());

  const bus = overrides.bus ?? openBus(config, log);
  shutdown.before(() => bus.close());
  const eventLog = new EventLog(background, () => database.epoch.current);
  const seal = new MessageSeal(keys.feed);
  const feed = new Feed({ log: eventLog, bus: bus.engine, seal, now, observer: metrics.feedObserver(log), beatMs });
  metrics.watchStreams(() => feed.size);
  feed.start();
  shutdown.before(() => feed.stop());

  const acceptDevelopment = config.mode !== 'production';
  const tokens = new AccessTokens({ keys, clock, issuer: config.publicUrl, acceptDevelopment });
  const services: Services = {
    orm,
    pool: requests,
    clock,
    log: eventLog,
    feed,
    passwords: await argon2Passwords(),
    tokens,
    throwSecrets: throwSecretsFrom(keys.throwSecret),
    receipts: receiptSigner(keys, config.publicUrl),
    seals: sealsOf(keys),
    deadlines: { wake: () => deadlineClock.wake() },
    games: new KeyedQueue(connectionsPerGame),
    policy: { requireSealedThrows: config.requireSealedThrows, sessionMs: config.sessionMs },
    observer: metrics.operationObserver(),
  };
  const deadlineClock = new DeadlineClock({
    pool: background,
    clock,
    settle: (deadline) => settleDeadline(services, deadline, deadline.gameId),
    observer: metrics.deadlineObserver(warn),
  });
  const scheduler = new Scheduler({
    pool: background,
    jobs: [
      sweep({
        pool: background,
        now,
        settle: (deadline, gameId) => settleDeadline(services, deadline, gameId),
        found: (count) => metrics.swept.inc(count),
      }),
      retention({
        pool: background,
        now,
        retentionDays: config.retentionDays,
        dropped: (days) => log.info({ days }, 'events past retention were dropped'),
      }),
      purge({ pool: background, now }),
    ],
    ran: (job) => metrics.jobs.inc({ job, outcome: 'ok' }),
    failed: (error, job) => {
      metrics.jobs.inc({ job: job ?? 'scheduler', outcome: 'failed' });
      warn({ err: error }, job ? `job ${job} failed and will run again` : 'jobs could not be looked for; trying again');
    },
  });
  deadlineClock.start();
  shutdown.before(() => deadlineClock.stop());
  await scheduler.start();
  shutdown.before(() => scheduler.stop());

  const authenticate = (token: string) => tokens.verify(token);
  const handedOut = config.mode === 'development' ? await developmentTokens(services, tokens) : null;
  const yoga = makeYoga({ schema, services, authenticate, log, metrics, developmentTokens: handedOut });
  const open = () => !shutdown.begun;
  const health = { background, bus, jobsRun: open };
  const http = createServer(routes({ yoga, services, keys, health, metrics, log, open }));
  const closeSockets = openSockets(http, graphqlPath, { yoga, services, authenticate, log, metrics });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, () => resolve());
  });
  shutdown.before(async () => {
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    await closeSockets();
    http.closeIdleConnections();
    const force = setTimeout(() => http.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(force);
  });
  const { port } = http.address() as AddressInfo;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url, redis: Boolean(config.redisUrl) }, 'listening');
  return { url, services, tokens, metrics, developmentTokens: handedOut, stop: () => shutdown.run() };
}
