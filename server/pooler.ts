import type { ClientBase, Pool } from 'pg';

/**
 * Makes a pool fit to go through a pooler of transactions, such as PgBouncer: what a connection keeps is not there in the
 * next transaction, which may run on another. So statements are sent without the names they would be prepared under.
 */
export function forPooler(pool: Pool): void {
  pool.on('connect', (client: ClientBase) => {
    const query = client.query.bind(client) as (statement: unknown, ...rest: unknown[]) => unknown;
    Object.assign(client, { query: (statement: unknown, ...rest: unknown[]) => query(unnamed(statement), ...rest) });
  });
}

function unnamed(statement: unknown): unknown {
  const named = typeof statement === 'object' && statement !== null && 'name' in statement && 'text' in statement;
  return named ? { ...statement, name: undefined } : statement;
}

/**
 * Rejects unless what goes `through` the pooler reaches the same database as what goes `past` it, and waits for locks no
 * longer than it may. Whatever keeps something by connection (the lock of migrations, Agenda's LISTEN, the epoch) goes
 * past.
 */
export async function checkPooler(through: Pool, past: Pool): Promise<void> {
  const [here, there] = [await about(through), await about(past)];
  if (here.place !== there.place) throw new Error('DATABASE_POOLER_URL leads to another database than DATABASE_URL.');
  if (here.lockTimeout === '0') {
    throw new Error(
      'Behind DATABASE_POOLER_URL waits for locks have no end: have it begin each connection with SET lock_timeout = 1000. See docs/operations.md.',
    );
  }
}

async function about(pool: Pool): Promise<{ place: string; lockTimeout: string }> {
  const { rows } = await pool.query<{ place: string; lockTimeout: string }>(
    `select current_database() || ' ' || extract(epoch from pg_postmaster_start_time())::text as place,
      current_setting('lock_timeout') as "lockTimeout"`,
  );
  const [row] = rows;
  if (!row) throw new Error('The database says nothing of itself.');
  return row;
}
