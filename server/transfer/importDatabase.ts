import pg, { type ClientBase } from 'pg';
import { makePartitions } from '../../jobs/retention.ts';
import { inTransaction } from '../../resolvers/transaction.ts';
import { applyMigrations, connectDatabase, withSetupLock, type Database, type MigrationList } from '../database.ts';
import type { Logger } from '../log.ts';
import { checkExport, readExport, type ExportEnd, type ExportHeader, type TableStart } from './exportFile.ts';
import { saidOf } from './saidOf.ts';
import { agreeOnText, readForeignKeys, readTables, readTriggered, type Table } from './tables.ts';
import { TransferError } from './transferError.ts';

/** A statement inserts so many rows, or fewer that come to so many characters. */
const batch = { rows: 500, characters: 4_000_000 };
const { escapeIdentifier } = pg;

export interface ImportOptions {
  databaseUrl: string;
  path: string;
  log: Logger;
  /** Those of this version. */
  migrations: MigrationList;
}

export interface Imported {
  rows: number;
  /** When the export was made. */
  at: string;
}

/**
 * Puts an export into a database that has no tables: migrates it as far as the exported one was, loads all rows in place
 * of those that migrations made, and migrates it on. A server that is started meanwhile waits.
 *
 * @throws TransferError when the file or the database is not what it has to be, before anything is changed, or when the
 * load fails: what is there then is of no use.
 */
export async function importDatabase({ databaseUrl, path, log, migrations }: ImportOptions): Promise<Imported> {
  const header = await checkExport(path);
  const unknown = header.migrations.find((name) => !migrations.some((known) => known.name === name));
  if (unknown) {
    throw new TransferError(
      `${path} was made by a newer version of Cupbearer (${unknown}). Import it with that one, or a newer one.`,
    );
  }
  const database = await connectDatabase(databaseUrl, 2, log, { migrationsList: migrations });
  try {
    return await withSetupLock(database.background, () => load(database, header, path));
  } finally {
    await database.close();
  }
}

async function load(database: Database, header: ExportHeader, path: string): Promise<Imported> {
  const { background } = database;
  const tables = await inTransaction(background, readTables);
  if (tables.length > 0) {
    const names = tables.map(({ name }) => name).join(', ');
    throw new TransferError(`The database is not empty: it has the tables ${names}. Import into a new one.`);
  }
  try {
    await applyMigrations(database, header.migrations);
    await makePartitions(background, header.eventDays);
    const rows = await inTransaction(background, (client) => loadRows(client, path, header.tables));
    await applyMigrations(database);
    await background.query('analyze');
    return { rows, at: header.at };
  } catch (error) {
    const words = `The import failed: ${saidOf(error)}. Its database is of no use now; import into a new one.`;
    throw new TransferError(words, { cause: error });
  }
}

async function loadRows(client: ClientBase, path: string, order: readonly string[]): Promise<number> {
  await agreeOnText(client);
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
  // First: some of them refuse what follows.
  const triggered = await restTriggers(client);
  await client.query(`truncate ${[...tables.keys()].map((name) => escapeIdentifier(name)).join(', ')}`);
  const immediately = await deferCircles(client, order);
  let loaded = 0;
  let into: Loader | undefined;
  for await (const entry of readExport(path)) {
    if ('row' in entry) {
      if (!into) throw new TransferError(`${path} is damaged: a row comes before its table.`);
      await into.add(entry.row);
      loaded += 1;
      continue;
    }
    await into?.flush();
    if ('start' in entry) into = loaderOf(client, tables, entry.start, path);
    if ('end' in entry) await finish(client, entry.end, loaded, path);
  }
  await immediately();
  await triggered();
  return loaded;
}

/** What triggers made of rows is among the rows: making it again would make it twice. Undone by what this returns. */
async function restTriggers(client: ClientBase): Promise<() => Promise<void>> {
  const tables = await readTriggered(client);
  const alter = async (how: 'disable' | 'enable') => {
    for (const table of tables) await client.query(`alter table ${escapeIdentifier(table)} ${how} trigger user`);
  };
  await alter('disable');
  return () => alter('enable');
}

/**
 * Tables come after those they refer to. Where they go in circles, or refer to themselves, the check of every row waits
 * until all are there. Undone by what this returns.
 */
async function deferCircles(client: ClientBase, order: readonly string[]): Promise<() => Promise<void>> {
  const keys = await readForeignKeys(client);
  const circular = keys.filter(({ table, refersTo }) => order.indexOf(refersTo) >= order.indexOf(table));
  const alter = async (how: string) => {
    for (const { name, table, deferrable } of circular) {
      if (deferrable) continue;
      await client.query(`alter table ${escapeIdentifier(table)} alter constraint ${escapeIdentifier(name)} ${how}`);
    }
  };
  await alter('deferrable');
  await client.query('set constraints all deferred');
  return async () => {
    await client.query('set constraints all immediate');
    await alter('not deferrable');
  };
}

function loaderOf(
  client: ClientBase,
  tables: ReadonlyMap<string, Table>,
  { table: name, columns }: TableStart,
  path: string,
): Loader {
  const table = tables.get(name);
  const types = columns.map((column) => table?.columns.find((known) => known.name === column)?.type);
  if (!table || types.includes(undefined)) {
    throw new TransferError(`${path} does not fit: its migrations do not make the table ${name} as it has it.`);
  }
  return new Loader(
    client,
    `insert into ${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})
     overriding system value
     select ${types.map((type, index) => valueOf(`r ->> ${index}`, type)).join(', ')}
     from jsonb_array_elements($1::jsonb) as r`,
  );
}

/** Ids of transactions are those of the server that gave them: to this one, all rows are of the transaction that loads them. */
function valueOf(text: string, type = 'text'): string {
  return type === 'xid8' ? `case when ${text} is not null then pg_current_xact_id() end` : `(${text})::${type}`;
}

/** Inserts rows of one table in batches. */
class Loader {
  readonly #client: ClientBase;
  readonly #insert: string;
  #rows: string[] = [];
  #characters = 0;

  constructor(client: ClientBase, insert: string) {
    this.#client = client;
    this.#insert = insert;
  }

  async add(row: string): Promise<void> {
    this.#rows.push(row);
    this.#characters += row.length;
    if (this.#rows.length >= batch.rows || this.#characters >= batch.characters) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#client.query(this.#insert, [`[${this.#rows.join(',')}]`]);
    this.#rows = [];
    this.#characters = 0;
  }
}

async function finish(client: ClientBase, { rows, sequences }: ExportEnd, loaded: number, path: string): Promise<void> {
  if (rows !== loaded) throw new TransferError(`${path} is damaged: it has ${loaded} rows, not ${rows}.`);
  for (const [name, last] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2)', [escapeIdentifier(name), last]);
  }
}
