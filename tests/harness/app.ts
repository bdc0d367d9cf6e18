import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer, type RunningServer, type StartOverrides } from '../../server/start.ts';
import { cloneDatabase } from './cloneDatabase.ts';
import { eventually } from './deferred.ts';
import { expectInvariants } from './invariants.ts';

export interface App extends RunningServer {
  databaseUrl: string;
  /** Shared by all nodes of one app. */
  redisPrefix: string;
}

export interface AppOptions extends StartOverrides {
  /** More settings, as the environment would have them. */
  env?: Record<string, string>;
  /** Takes the lines of the log in the place of standard error. */
  logTo?: { write(line: string): void };
  /** Another node of this app, or one on a database of the test's own: that database, those Redis channels. */
  beside?: Pick<App, 'databaseUrl' | 'redisPrefix'>;
}

/**
 * A node on a database of its own (or beside another's), on a free port; with Redis when the run has `REDIS_URL`.
 * Ends with the test, which fails if the node does not stop cleanly, leaks a socket, deadlocked, or left the database
 * in a state that must not be. Close with `stopApp` when started outside a test.
 */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const app = await openApp(options);
  onTestFinished(() => app.close(), 60_000);
  return app;
}

/** As `startApp`, for hooks: the caller closes. */
export async function openApp({ env = {}, beside, logTo, ...overrides }: AppOptions = {}): Promise<
  App & { close(): Promise<void> }
> {
  const cloned = beside ? undefined : await cloneDatabase();
  const databaseUrl = beside?.databaseUrl ?? cloned?.url ?? '';
  const redisPrefix = beside?.redisPrefix ?? `test-${randomUUID()}:`;
  const { REDIS_URL = '' } = process.env;
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    PUBLIC_URL: 'http://cupbearer.example.com',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    REDIS_URL,
    REDIS_PREFIX: redisPrefix,
    ...env,
  });
  const chosen = { metrics: { ofProcess: false }, ...overrides };
  const server = await startServer({ ...config, databaseUrl }, makeLog(config, logTo), chosen);
  let closing: Promise<void> | undefined;
  const close = async () => {
    const deadlocks = await countOf(server, 'cupbearer_transaction_retries_total', { why: 'deadlock' });
    // The server's end of a socket closes a moment after the client's.
    const sockets = () => countOf(server, 'cupbearer_sockets', {});
    const leaked = await eventually('All sockets closed', sockets, (open) => open === 0, 3_000).catch(sockets);
    await server.stop();
    if (!beside) await expectInvariants(databaseUrl);
    await cloned?.drop();
    if (deadlocks > 0) throw new Error(`${deadlocks} deadlocks in this test`);
    if (leaked > 0) throw new Error(`${leaked} sockets were still open when the test ended`);
  };
  return { ...server, databaseUrl, redisPrefix, close: () => (closing ??= close()) };
}

/** What one of a node's metrics stands at. */
export async function countOf(server: RunningServer, name: string, labels: Record<string, string>): Promise<number> {
  const metric = await server.metrics.registry.getSingleMetric(name)?.get();
  const values = metric?.values.filter((value) =>
    Object.entries(labels).every(
      ([label, wanted]) => String((value.labels as Record<string, unknown>)[label]) === wanted,
    ),
  );
  return values?.reduce((sum, { value }) => sum + value, 0) ?? 0;
}
