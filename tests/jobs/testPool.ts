import pg from 'pg';
import { onTestFinished } from 'vitest';
import { bareDatabase } from '../harness/cloneDatabase.ts';

/** Connections to a migrated database of its own, without a server. Ends with the test. */
export async function openTestPool(): Promise<pg.Pool> {
  const { url, drop } = await bareDatabase();
  const pool = new pg.Pool({ connectionString: url });
  // The drop may cut off a connection whose end the server has not heard of yet.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  onTestFinished(async () => {
    await pool.end();
    await drop();
  });
  return pool;
}
