import pg, { type ClientBase } from 'pg';
import { partitionDays } from '../../jobs/retention.ts';
import { exportVersion, writeExport, type ExportHeader, type ExportPart } from './exportFile.ts';
import { agreeOnText, readMigrations, readSequences, readTables, type Table } from './tables.ts';
import { TransferError } from './transferError.ts';

const rowsAtOnce = 500;
/** How often the tables are listed anew because they changed before they were locked. */
const lockTries = 3;
const { escapeIdentifier } = pg;

export interface Exported {
  tables: number;
  rows: number;
}

/**
 * Writes all rows of the database, as they are at one moment, to a file. Servers may go on beside it; only changes of
 * tables, such as dropping old events or a migration, wait until it is done.
 *
 * @throws TransferError when this is no database of ours, or the file can't be written; the database's errors.
 */
export async function exportDatabase(databaseUrl: string, path: string): Promise<Exported> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'cupbearer export',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that is lost is told by the query under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const tables = await lockTables(client);
    await agreeOnText(client);
    const count = { rows: 0 };
    let sequences: Record<string, string> = {};
    async function* parts(): AsyncGenerator<ExportPart> {
      yield { header: await readHeader(client, tables) };
      for (const table of tables) {
        yield { start: { table: table.name, columns: table.columns.map(({ name }) => name) } };
        for await (const rows of rowsOf(client, table)) {
          count.rows += rows.length;
          yield { rows };
        }
      }
      // After the rows: no number a row has may be given again.
      sequences = await readSequences(client);
    }
    await writeExport(path, parts(), () => ({ rows: count.rows, sequences }));
    return { tables: tables.length, rows: count.rows };
  } finally {
    await client.end();
  }
}

/**
 * Begins a transaction in which nobody drops, adds or alters a table. The locks come before the snapshot, so that all
 * that it shows can still be read.
 */
async function lockTables(client: ClientBase): Promise<Table[]> {
  for (let tries = 0; tries < lockTries; tries += 1) {
    const before = await readTables(client);
    if (!(await readMigrations(client))) {
      throw new TransferError('There is nothing of Cupbearer in this database: it never had a migration.');
    }
    await client.query('begin isolation level repeatable read read only');
    const names = before.map(({ name }) => escapeIdentifier(name));
    await client.query(`lock table ${names.join(', ')} in access share mode`);
    const tables = await readTables(client);
    if (JSON.stringify(tables) === JSON.stringify(before)) return tables;
    await client.query('rollback');
  }
  throw new TransferError('The tables of this database keep changing. Try again when no migration is under way.');
}

async function readHeader(client: ClientBase, tables: readonly Table[]): Promise<ExportHeader> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    cupbearer: 'export',
    version: exportVersion,
    at: new Date().toISOString(),
    postgres: rows[0]?.version ?? '',
    migrations: (await readMigrations(client)) ?? [],
    tables: tables.map(({ name }) => name),
    eventDays: await partitionDays(client),
  };
}

/** Every value as its own text, which is how PostgreSQL itself moves values between versions. */
async function* rowsOf(client: ClientBase, { name, columns }: Table): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${escapeIdentifier(column.name)}::text`);
  await client.query(
    `declare exported no scroll cursor for
     select array_to_json(array[${texts.join(', ')}]::text[])::text as row from ${escapeIdentifier(name)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from exported`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('close exported');
}
