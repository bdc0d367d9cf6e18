import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../../server/config.ts';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { Shutdown } from '../../server/shutdown.ts';
import { NodeProcess } from '../soak/nodeProcess.ts';
import { RedisProcess } from '../soak/redisProcess.ts';

/** Why everything stops. */
interface Ending {
  why: string;
  exitCode: number;
}

const members = [
  { name: 'node 1', role: 'http,live' },
  { name: 'node 2', role: 'http,live' },
  { name: 'worker', role: 'worker' },
];

/**
 * `npm run cluster`: two nodes that answer and a worker, each a process, on one PostgreSQL and one Redis and behind
 * nothing. Both are those of the settings, or are started. Ends when told to, or when one of them dies: first the nodes,
 * then what they stand on.
 */
async function main(): Promise<number> {
  const config = readConfig(process.env);
  const shutdown = new Shutdown();
  const ending = Promise.withResolvers<Ending>();
  let over = false;
  const end = (why: string, exitCode: number) => {
    over = true;
    ending.resolve({ why, exitCode });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal, 0));
  try {
    const settings = await bases(config, shutdown, end);
    const ports = await portsFrom(config.port);
    const nodes = members.map(
      ({ name, role }, index) =>
        new NodeProcess(
          name,
          ports[index] ?? 0,
          {
            LOG_LEVEL: 'warn',
            ...process.env,
            ...settings,
            PUBLIC_URL: process.env['PUBLIC_URL'] || `http://localhost:${ports[0]}`,
            NODE_ENV: config.mode,
            ROLE: role,
          },
          {
            apart: true,
            wrote: (line) => say(name, line),
            died: (how) => end(`${name} died (${how})`, 1),
          },
        ),
    );
    shutdown.before(() => Promise.all(nodes.map((node) => node.stop('SIGTERM').finally(() => node.client.close()))));
    const [first, ...others] = nodes;
    // It makes what only one may make: the schema, the keys, the accounts of the tokens.
    if (!over) await first?.start();
    if (!over) await Promise.all(others.map((node) => node.start()));
    if (!over) console.log(`\n${nodes.map(described).join('\n')}\n\nCtrl-C stops them all.`);
  } catch (error) {
    end(error instanceof Error ? error.message : String(error), 1);
  }
  const { why, exitCode } = await ending.promise;
  console.error(`Stopping: ${why}`);
  await shutdown.run();
  return exitCode;
}

/** Where PostgreSQL and Redis are. Those that no setting names are started; Redis first, for it may not be there. */
async function bases(config: Config, shutdown: Shutdown, end: (why: string, exitCode: number) => void) {
  let { databaseUrl, redisUrl } = config;
  if (redisUrl === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'cupbearer-cluster-'));
    shutdown.before(() => rm(folder, { recursive: true, force: true }));
    const redis = await RedisProcess.open(folder, true).catch((error: unknown) => {
      throw new Error('Set REDIS_URL to a Redis, or have redis-server on the path: apt-get install redis-server.', {
        cause: error,
      });
    });
    shutdown.before(() => redis.stop('SIGTERM'));
    redisUrl = redis.url;
  }
  if (databaseUrl === undefined) {
    const log = (line: string) => say('PostgreSQL', line);
    const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
    void postgres.died.then((how) => end(`PostgreSQL died (${how})`, 1));
    shutdown.before(() => postgres.stop());
    databaseUrl = postgres.url;
  }
  return { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
}

/** One after the other from PORT on; free ones for PORT=0. */
async function portsFrom(port: number): Promise<number[]> {
  if (port > 0) return members.map((_, index) => port + index);
  const ports = new Set<number>();
  while (ports.size < members.length) ports.add(await findFreePort());
  return [...ports];
}

/** What a process says, under its name; of what development greets with, the tokens of the first node. */
function say(name: string, line: string): void {
  if (name === 'node 1' && /^(player|admin) token: /.test(line)) console.log(line);
  else if (line.startsWith('{') || name === 'PostgreSQL') console.error(`${name}: ${line}`);
}

function described({ name, url, pid }: NodeProcess): string {
  return `${name} (process ${pid}): ${name === 'worker' ? 'timers and jobs' : `${url}/graphql`}`;
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  },
);
