import pg, { type ClientBase } from 'pg';
import { migrationTable } from '../database.ts';

const { escapeIdentifier } = pg;

/** A table whose rows move. */
export interface Table {
  name: string;
  /** Those that are stored; the rest is computed from them. */
  columns: readonly { name: string; type: string }[];
}

export interface ForeignKey {
  name: string;
  table: string;
  refersTo: string;
  deferrable: boolean;
}

/** Of relations of ours: partitions are part of what they are partitions of, and extensions bring their own. */
const ours = `c.relnamespace = (select oid from pg_namespace where nspname = current_schema()) and not c.relispartition
  and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')`;

/**
 * All tables but the one of migrations, which are applied rather than copied; whom others refer to comes first, as far as
 * they don't go in circles.
 */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       coalesce((
         select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
     from pg_class c where c.relkind in ('r', 'p') and c.relname <> $1 and ${ours} order by c.relname`,
    [migrationTable],
  );
  return inOrder(rows, await readForeignKeys(client));
}

export async function readForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select k.conname as name, c.relname as table, r.relname as "refersTo", k.condeferrable as deferrable
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
     where k.contype = 'f' and k.conparentid = 0 and ${ours} order by c.relname, k.conname`,
  );
  return rows;
}

/** Names of tables with triggers of ours. */
export async function readTriggered(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct c.relname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     where not g.tgisinternal and ${ours} order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The last value given of each sequence that gave any; not a matter of snapshots. */
export async function readSequences(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select c.relname as name, pg_sequence_last_value(c.oid)::text as last
     from pg_sequence s join pg_class c on c.oid = s.seqrelid
     where ${ours} and not exists (
       select from pg_depend d join pg_class t on t.oid = d.refobjid
       where d.objid = c.oid and d.deptype in ('a', 'i') and t.relname = $1)`,
    [migrationTable],
  );
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])));
}

/** Names of the migrations applied, in their order; undefined where there never were any. */
export async function readMigrations(client: ClientBase): Promise<string[] | undefined> {
  const table = escapeIdentifier(migrationTable);
  const { rows: found } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  if (!found[0]?.there) return undefined;
  const { rows } = await client.query<{ name: string }>(`select name from ${table} order by id`);
  return rows.map(({ name }) => name);
}

/** So that text means the same on both sides. */
export async function agreeOnText(client: ClientBase): Promise<void> {
  await client.query(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local bytea_output = 'hex'; set local extra_float_digits = 1`);
}

function inOrder(tables: readonly Table[], keys: readonly ForeignKey[]): Table[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const waitsFor = (name: string) =>
    keys.some(({ table, refersTo }) => table === name && refersTo !== name && waiting.has(refersTo));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const names = [...waiting.keys()];
    const ready = names.filter((name) => !waitsFor(name));
    for (const name of ready.length > 0 ? ready : names.slice(0, 1)) {
      const table = waiting.get(name);
      if (table) ordered.push(table);
      waiting.delete(name);
    }
  }
  return ordered;
}
