import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { NodeProcess } from './nodeProcess.ts';
import { RedisProcess } from './redisProcess.ts';

/** Every node's name for itself; nobody looks it up. */
export const publicUrl = 'http://cupbearer.example.com';

/** Nodes of the product on one PostgreSQL and one Redis, each a process of its own. */
export interface Cluster {
  databaseUrl: string;
  redis: RedisProcess;
  nodes: NodeProcess[];
  /** One of the nodes that are live now, by chance; undefined when none is. */
  anyNode(): NodeProcess | undefined;
  /** Resolves when all live nodes have Redis again, at the latest after `ms`. */
  redisSeen(ms: number): Promise<void>;
  /** Ends all processes and removes what they kept. */
  close(): Promise<void>;
}

export interface ClusterOptions {
  nodes: number;
  /** Of a database of the run's own; without it a PostgreSQL is started, as durable as in production. */
  databaseUrl?: string;
  /** More settings of every node. */
  settings?: Record<string, string>;
  /** What each node does, as `ROLE` has it; everything when left out. */
  roles?: readonly string[];
}

/** Brings everything up; what came up is ended again if something does not. */
export async function openCluster({
  nodes: count,
  databaseUrl: given,
  settings: more = {},
  roles = [],
}: ClusterOptions): Promise<Cluster> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'cupbearer-soak-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    // Root's temporary folders are closed to the account PostgreSQL runs as; the data itself stays private.
    await chmod(folder, 0o755);
    const postgres = given ? undefined : await startEmbeddedPostgres({ dataDir: folder });
    ends.push(async () => postgres?.stop());
    const databaseUrl = given ?? postgres?.url ?? '';
    const redis = await RedisProcess.open(folder);
    ends.push(() => redis.stop('SIGTERM'));
    const settings = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, PUBLIC_URL: publicUrl, ...more };
    const nodes: NodeProcess[] = [];
    for (let number = 1; number <= count; number += 1) {
      const role = roles[number - 1];
      const own = { ...settings, ...(role !== undefined && { ROLE: role }) };
      nodes.push(new NodeProcess(`node ${number}`, await findFreePort(), own));
    }
    ends.push(() => Promise.all(nodes.map((node) => node.stop('SIGTERM').finally(() => node.client.close()))));
    await Promise.all(nodes.map((node) => node.start()));
    return {
      databaseUrl,
      redis,
      nodes,
      anyNode: () => chosen(nodes.filter(({ live }) => live)),
      async redisSeen(ms) {
        const end = performance.now() + ms;
        for (const node of nodes) {
          while (node.live && (await node.redis()) !== 'up' && performance.now() < end) await sleep(50);
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One of them, by chance. */
export function chosen<Value>(values: readonly Value[]): Value | undefined {
  return values[Math.floor(Math.random() * values.length)];
}

/** Around `ms`, half of it at least. */
export function about(ms: number): number {
  return ms * (0.5 + Math.random());
}
