import { chmod, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { RedisProcess } from '../../bench/soak/redisProcess.ts';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { startPgBouncer } from './pgBouncer.ts';
import { makeTemplates } from './templates.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server that has the templates, which tests clone; it is theirs to use. */
    postgresUrl: string;
    /** Empty: nodes are without one, unless the test has its own. */
    redisUrl: string;
    /** `host:port` of a pooler before all databases of that server, for requests to go through. Empty: there is none. */
    pooler: string;
    /** Whether an app is several nodes. */
    cluster: boolean;
    /** The file that says of each test what it ran on, for `cluster`. */
    layoutsFile: string;
  }
}

/** Whoever starts a run may name it, to find what is left of it when it is killed. */
const runName = process.env['TEST_RUN'] ?? 'cupbearer-test';

/**
 * One PostgreSQL for the run, with templates that tests clone. For the project `cluster` a Redis,
 * unless one is given; for `pgbouncer` that.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await roomyFolder(), `${runName}-`));
  // Root's temporary folders are closed to the account PostgreSQL runs as; the data itself stays private.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, database: 'postgres', durable: false });
  await trustEveryone(postgres.url);
  await makeTemplates(postgres.url);
  const cluster = project.name === 'cluster';
  const { REDIS_URL: givenRedis = '' } = process.env;
  const redis = cluster && !givenRedis ? await RedisProcess.open(folder) : undefined;
  const pgBouncer = project.name === 'pgbouncer' ? await startPgBouncer(folder, postgres.url) : undefined;
  const layoutsFile = join(folder, 'layouts');
  project.provide('postgresUrl', postgres.url);
  project.provide('redisUrl', redis?.url ?? givenRedis);
  project.provide('pooler', pgBouncer?.address ?? '');
  project.provide('cluster', cluster);
  project.provide('layoutsFile', layoutsFile);
  return async () => {
    if (cluster) process.stdout.write(`${await layoutCounts(layoutsFile)}\n`);
    await pgBouncer?.stop();
    await redis?.stop('SIGTERM');
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Whoever connects is let in without the proof of a password, which costs more than most of what a test asks. */
async function trustEveryone(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ file: string }>(`select current_setting('hba_file') as file`);
  for (const { file } of rows) await writeFile(file, 'host all all 127.0.0.1/32 trust\n');
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** The databases of a run take less than half of this; its workers take the rest of the memory. */
const roomBytes = 4 * 2 ** 30;

/**
 * Memory, where Linux offers it as files and there is enough: a database is cloned there for a tenth of what it costs on
 * a disk. Containers often have too little of it; then the folder for temporary files.
 */
async function roomyFolder(): Promise<string> {
  const memory = '/dev/shm';
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(free, process.availableMemory() / 2) > roomBytes ? memory : tmpdir();
}

async function layoutCounts(file: string): Promise<string> {
  const counts = new Map<string, number>();
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const most = [...counts].toSorted(([, one], [, other]) => other - one);
  return [
    '\nTests, by what they ran on:',
    ...most.map(([layout, count]) => `${String(count).padStart(5)}  ${layout}`),
  ].join('\n');
}
