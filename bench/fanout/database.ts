import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { publicUrl } from '../soak/cluster.ts';
import { makePeople } from '../soak/people.ts';

const people = 500;
const lifeMs = 4 * 3_600_000;
const limits = [
  'requestsPerAddress=10000000/10',
  'operationsPerUser=1000000/10',
  'messagesPerSocket=100000/10',
  'socketsPerUser=10000',
];

/** A PostgreSQL with people in it. */
export interface PeopledDatabase {
  url: string;
  tokens: string[];
  /** The environment of a node on it. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** `counting`: what is asked of it can be counted; see `Statements`. */
export async function openPeopledDatabase({ counting = false } = {}): Promise<PeopledDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-bench-'));
  // The account that PostgreSQL runs as has to get there.
  await chmod(folder, 0o755);
  const postgres = await (counting ? startCounting(folder) : startEmbeddedPostgres({ dataDir: folder }));
  const close = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const tokens = await makePeople(postgres.url, people, lifeMs, { prefix: 'listener' });
    const env = {
      DATABASE_URL: postgres.url,
      PUBLIC_URL: publicUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      LIMITS: limits.join(','),
      PLAYER_TOKEN: tokens[0] ?? '',
    };
    return { url: postgres.url, tokens, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startCounting(dataDir: string): Promise<EmbeddedPostgres> {
  const first = await startEmbeddedPostgres({ dataDir });
  await run(first.url, `alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await first.stop();
  const postgres = await startEmbeddedPostgres({ dataDir });
  await run(postgres.url, 'create extension if not exists pg_stat_statements');
  return postgres;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
