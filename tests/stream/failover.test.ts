import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { EpochWatch } from '../../server/epoch.ts';

async function withClient<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** What a node would say of the database behind this address if it connected now. */
function epochAt(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const watch = new EpochWatch();
    await watch.read(client);
    return watch.current;
  });
}

it(
  'the epoch is another from the first connection after a failover on, and the same otherwise',
  { timeout: 60_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'cupbearer-failover-'));
    // Root's is closed to the account that runs the database, which would go elsewhere and stay there.
    await chmod(dataDir, 0o755);
    const start = () => startEmbeddedPostgres({ dataDir, durable: false });
    let server = await start();
    onTestFinished(async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    const before = await epochAt(server.url);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(await epochAt(server.url)).toBe(before);
    const other = new URL(server.url);
    other.pathname = '/postgres';
    expect(await epochAt(other.href)).not.toBe(before);

    // It dies; the same cluster comes back as a standby, with so much to replay that its next checkpoint takes minutes.
    const cluster = await withClient(server.url, async (client) => {
      await client.query(`create table much as select n, repeat('x', 500) from generate_series(1, 50000) n`);
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory ?? '';
    });
    const [pid] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    await server.died;
    await server.stop();
    await writeFile(join(cluster, 'standby.signal'), '');
    const { uid, gid } = await stat(cluster);
    await chown(join(cluster, 'standby.signal'), uid, gid);
    server = await start();
    // No node works with a standby, and no connection made to one outlives its promotion.
    await expect(epochAt(server.url)).rejects.toThrow('recovery is in progress');
    await withClient(server.url, (client) => client.query('select pg_promote()'));
    const after = await epochAt(server.url);
    expect(after).not.toBe(before);
    await withClient(server.url, (client) => client.query('checkpoint'));
    expect(await epochAt(server.url)).toBe(after);
    await server.stop();
    server = await start();
    expect(await epochAt(server.url)).toBe(after);
  },
);
