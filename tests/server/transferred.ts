import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { migrations } from '../../entities/migrations/index.ts';
import type { MigrationList } from '../../server/database.ts';
import { makeLog } from '../../server/log.ts';
import { importDatabase } from '../../server/transfer/importDatabase.ts';
import { emptyDatabase } from '../harness/cloneDatabase.ts';

export const log = makeLog({ logLevel: 'silent' });

/** The name of a file in a folder of the test's own. */
export async function fileOfTest(name = 'all.export'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-transfer-'));
  // For a database in it: root's is closed to the account that runs that.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/** The URL of a database with nothing in it, gone with the test. */
export async function emptyUrl(): Promise<string> {
  const { url, drop } = await emptyDatabase();
  onTestFinished(() => drop());
  return url;
}

export function importInto(databaseUrl: string, path: string, list: MigrationList = migrations) {
  return importDatabase({ databaseUrl, path, log, migrations: list });
}

export async function withClient<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/**
 * All that is in a database: the rows of each table and partition, its constraints, where its sequences stand. Not when
 * migrations were applied, nor ids of transactions, which mean nothing elsewhere.
 */
export function contentsOf(url: string): Promise<Record<string, unknown>> {
  return withClient(url, async (client) => {
    const contents: Record<string, unknown> = {};
    const list = async (sql: string) => (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
    const tables = await list(
      `select relname as line from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    for (const table of tables) {
      const columns = await list(
        `select quote_ident(attname) as line from pg_attribute where attrelid = ${client.escapeLiteral(client.escapeIdentifier(table))}::regclass
         and attnum > 0 and not attisdropped and atttypid <> 'xid8'::regtype
         and (attname, attrelid) <> ('executed_at', 'migration'::regclass) order by attnum`,
      );
      contents[table] = await list(
        `select row(${columns.join(', ')})::text as line from ${client.escapeIdentifier(table)} order by 1`,
      );
    }
    contents['constraints'] = await list(
      `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
       where connamespace = 'public'::regnamespace order by 1`,
    );
    contents['partitions'] = await list(
      `select c.relname || ' ' || pg_get_expr(c.relpartbound, c.oid) as line from pg_inherits i
       join pg_class c on c.oid = i.inhrelid where c.relispartition and c.relkind = 'r' order by 1`,
    );
    contents['sequences'] = await list(
      `select sequencename || ' ' || coalesce(last_value::text, '-') as line from pg_sequences order by 1`,
    );
    return contents;
  });
}
