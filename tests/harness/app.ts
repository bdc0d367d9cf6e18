import { randomUUID } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer, type RunningServer, type StartOverrides } from '../../server/start.ts';
import { bareDatabase, cloneDatabase } from './cloneDatabase.ts';
import { eventually } from './deferred.ts';
import { expectInvariants } from './invariants.ts';
import { opened } from './layouts.ts';
import { ManualClock } from './manualClock.ts';
import { TestLog } from './testLog.ts';

export interface App extends RunningServer {
  /** Of its one node; in the `cluster` project of the two that answer, by turns. */
  readonly url: string;
  /** All it consists of. What an app has besides is the first's. */
  nodes: readonly RunningServer[];
  /** Those of them that take requests. */
  answering: readonly RunningServer[];
  databaseUrl: string;
  /** Shared by all nodes of one app. */
  redisPrefix: string;
  /** What it logged of errors lately, as JSON. */
  errorLines: readonly string[];
}

export interface AppOptions extends StartOverrides {
  /** More settings, as the environment would have them. */
  env?: Record<string, string>;
  /** Takes the lines of the log in the place of standard error. */
  logTo?: { write(line: string): void };
  /** Another node of this app, or one on a database of the test's own: that database, those Redis channels. */
  beside?: Pick<App, 'databaseUrl' | 'redisPrefix'>;
  /** No node has run on its database before. */
  first?: boolean;
  /** Why it has to be one node in the `cluster` project, too. */
  alone?: string;
}

/**
 * A node on a database of its own (or beside another's), on a free port; with Redis when the run has one. In the
 * `cluster` project, unless the test says which nodes it wants, two that answer and a worker. Ends with the test, which
 * fails if a node does not stop cleanly, leaks a socket, deadlocked, or left the database in a state that must not be.
 * Outside a test use `openApp`.
 */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const app = await openApp(options);
  onTestFinished(() => app.close(), 60_000);
  return app;
}

/** As `startApp`, for hooks: the caller closes. */
export async function openApp({ env = {}, beside, first: bare, alone, logTo, ...overrides }: AppOptions = {}): Promise<
  App & { close(): Promise<void> }
> {
  const cloned = beside ? undefined : await (bare ? bareDatabase() : cloneDatabase());
  const databaseUrl = beside?.databaseUrl ?? cloned?.url ?? '';
  const redisPrefix = beside?.redisPrefix ?? `test-${randomUUID()}:`;
  const log = new TestLog(env['LOG_LEVEL'] ?? process.env['LOG_LEVEL'] ?? 'fatal', logTo);
  const start = (more: Record<string, string> = {}) => {
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      PUBLIC_URL: 'http://cupbearer.example.com',
      REDIS_URL: inject('redisUrl'),
      REDIS_PREFIX: redisPrefix,
      ...env,
      ...more,
      LOG_LEVEL: log.level,
    });
    return startServer({ ...config, databaseUrl, ...pooled(databaseUrl) }, makeLog(config, log), {
      metrics: { ofProcess: false },
      ...overrides,
    });
  };
  const spread = inject('cluster') && !beside && !alone && env['ROLE'] === undefined;
  const first = await start(spread ? { ROLE: 'http,live' } : {});
  const answering = spread ? [first, await start({ ROLE: 'http,live' })] : [first];
  const nodes = spread ? [...answering, await start({ ROLE: 'worker' })] : answering;
  if (spread && overrides.clock instanceof ManualClock) tellOfDeadlines(nodes);
  const ended = opened(spread ? 'two nodes by turns, and a worker' : (alone ?? 'nodes of the test’s own choice'));
  let turn = 0;
  let closing: Promise<void> | undefined;
  const app = {
    ...first,
    get url() {
      turn += 1;
      return answering[turn % answering.length]?.url ?? first.url;
    },
    nodes,
    answering,
    stop: nodes.length === 1 ? first.stop : async () => void (await Promise.all(nodes.map((node) => node.stop()))),
    databaseUrl,
    redisPrefix,
    errorLines: log.errors,
    close: () => (closing ??= close()),
  };
  async function close() {
    const deadlocks = await countOf(app, 'cupbearer_transaction_retries_total', { why: 'deadlock' });
    // The server's end of a socket closes a moment after the client's.
    const sockets = () => countOf(app, 'cupbearer_sockets', {});
    const leaked = await eventually('All sockets closed', sockets, (open) => open === 0, 3_000).catch(sockets);
    ended();
    await app.stop();
    if (!beside) await expectInvariants(databaseUrl);
    await cloned?.drop();
    if (deadlocks > 0) throw new Error(`${deadlocks} deadlocks in this test`);
    if (leaked > 0) throw new Error(`${leaked} sockets were still open when the test ended`);
  }
  return app;
}

/** A worker looks by itself what deadlines others have set, as time goes by. Where it stands, each node tells the worker. */
function tellOfDeadlines(nodes: readonly RunningServer[]): void {
  const wake = () => nodes.at(-1)?.services.deadlines.wake();
  for (const { services } of nodes.slice(0, -1)) services.deadlines = { wake };
}

/** The same database through the pooler of the run, where it has one. */
function pooled(databaseUrl: string): { poolerUrl?: string } {
  const address = inject('pooler');
  if (!address) return {};
  const url = new URL(databaseUrl);
  url.host = address;
  return { poolerUrl: url.href };
}

/** What one of the metrics stands at, on all nodes of an app together. */
export async function countOf(
  app: RunningServer & Partial<Pick<App, 'nodes'>>,
  name: string,
  labels: Record<string, string>,
): Promise<number> {
  const counts = (app.nodes ?? [app]).map(async ({ metrics }) => {
    const metric = await metrics.registry.getSingleMetric(name)?.get();
    const values = metric?.values.filter((value) =>
      Object.entries(labels).every(
        ([label, wanted]) => String((value.labels as Record<string, unknown>)[label]) === wanted,
      ),
    );
    return values?.reduce((sum, { value }) => sum + value, 0) ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
