import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectDatabase } from '../../server/database.ts';
import { makeLog } from '../../server/log.ts';
import { forPooler } from '../../server/pooler.ts';
import { cloneDatabase, emptyDatabase } from '../harness/cloneDatabase.ts';

const log = makeLog({ logLevel: 'fatal' });

async function newDatabase(make = cloneDatabase): Promise<string> {
  const { url, drop } = await make();
  onTestFinished(drop);
  return url;
}

/** The same database for a role whose connections begin as those of a pooler do that is set up for us. */
async function asPooler(url: string): Promise<string> {
  const role = `pooler_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `create role ${role} superuser login password 'pooler'; alter role ${role} set lock_timeout = '1s'`,
  );
  onTestFinished(async () => {
    await client.query(`drop role ${role}`);
    await client.end();
  });
  const address = new URL(url);
  [address.username, address.password] = [role, 'pooler'];
  return address.href;
}

describe('DATABASE_POOLER_URL', () => {
  it('takes what requests ask, and nothing else', async () => {
    const url = await newDatabase();
    const poolerUrl = await asPooler(url);
    const { requests, background, close } = await connectDatabase(url, 2, log, { poolerUrl });
    const user = async (pool: pg.Pool) => (await pool.query<{ user: string }>('select user')).rows[0]?.user;
    expect(await user(requests)).toBe(new URL(poolerUrl).username);
    expect(await user(background)).toBe(new URL(url).username);
    await close();
  });

  it('is refused where nothing ends a wait for a lock', async () => {
    const url = await newDatabase();
    await expect(connectDatabase(url, 2, log, { poolerUrl: url })).rejects.toThrow('SET lock_timeout = 1000');
  });

  it('is refused where it leads to another database', async () => {
    const poolerUrl = await asPooler(await newDatabase(emptyDatabase));
    await expect(connectDatabase(await newDatabase(), 2, log, { poolerUrl })).rejects.toThrow('another database');
  });
});

it('statements that go through a pooler leave nothing behind on the connection', async () => {
  const left = async (prepare: (pool: pg.Pool) => void) => {
    const pool = new pg.Pool({ connectionString: await newDatabase(emptyDatabase), max: 1 });
    prepare(pool);
    await pool.query({ name: 'sum', text: 'select $1::int + 1 as sum', values: [1] });
    const client = await pool.connect();
    await client.query({ name: 'product', text: 'select $1::int * 2 as product', values: [1] });
    const { rows } = await client.query<{ name: string }>('select name from pg_prepared_statements order by name');
    client.release();
    await pool.end();
    return rows.map(({ name }) => name);
  };
  expect(await left(() => undefined)).toEqual(['product', 'sum']);
  expect(await left(forPooler)).toEqual([]);
});
