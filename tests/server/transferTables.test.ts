import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../entities/migrations/index.ts';
import { connectDatabase, migrate, type MigrationList } from '../../server/database.ts';
import { exportDatabase } from '../../server/transfer/exportDatabase.ts';
import { oddRows, versions } from './oddTables.ts';
import { contentsOf, emptyUrl, fileOfTest, importInto, log, withClient } from './transferred.ts';

async function migrated(list: MigrationList): Promise<string> {
  const url = await emptyUrl();
  const database = await connectDatabase(url, 2, log, { migrationsList: list });
  await migrate(database);
  await database.close();
  return url;
}

async function oddDatabase(): Promise<string> {
  const url = await migrated(versions.odd);
  await withClient(url, (client) => client.query(oddRows));
  return url;
}

/** An export of a database that was only migrated, its lines changed, with a sum that is right. */
async function exportOf(url: string, change: (lines: string[]) => string[] = (lines) => lines): Promise<string> {
  const path = await fileOfTest();
  await exportDatabase(url, path);
  const lines = change(
    gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n'),
  );
  const body = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  const end = JSON.parse(lines.at(-1) ?? '') as object;
  const sha256 = createHash('sha256').update(body).digest('hex');
  await writeFile(path, gzipSync(`${body}${JSON.stringify({ ...end, sha256 })}\n`));
  return path;
}

const rewritten = async (path: string, change: (content: Buffer) => Buffer) =>
  writeFile(path, change(await readFile(path)));

it('moves tables nobody has made yet: odd names and types, circles, sequences, rows that migrations and triggers made', async () => {
  const url = await oddDatabase();
  const path = await exportOf(url);
  const target = await emptyUrl();
  await importInto(target, path, versions.odd);
  const before = await contentsOf(url);
  expect((before['odd_tree'] as unknown[]).length).toBe(1200);
  expect(before['odd_count']).toEqual(['(1,1200)']);
  expect(await contentsOf(target)).toEqual(before);
  const next = `insert into "Odd ""table""" (amount) values (21) returning id, doubled::int`;
  expect((await withClient(target, (client) => client.query(next))).rows).toEqual([{ id: 4, doubled: 42 }]);
  const seen = `select bool_and(pg_visible_in_snapshot(xid, pg_current_snapshot())) as seen from "Odd ""table"""`;
  expect((await withClient(target, (client) => client.query(seen))).rows).toEqual([{ seen: true }]);
  const grow = 'insert into odd_tree (parent) values (null)';
  await withClient(target, (client) => client.query(grow));
  expect((await contentsOf(target))['odd_count']).toEqual(['(1,1201)']);
});

it('goes through what a newer version changes', async () => {
  const path = await exportOf(await oddDatabase());
  const target = await emptyUrl();
  await importInto(target, path, versions.odder);
  const roots = 'select count(*)::int from odd_tree where depth = 0';
  expect((await withClient(target, (client) => client.query(roots))).rows).toEqual([{ count: 1 }]);
});

it('leaves an export that stands alone when a new one fails, and nothing else', async () => {
  const path = await exportOf(await migrated(migrations));
  const before = await readFile(path);
  await expect(exportDatabase(await emptyUrl(), path)).rejects.toThrow(
    'There is nothing of Cupbearer in this database: it never had a migration.',
  );
  const broken = await migrated(migrations);
  await withClient(broken, (client) =>
    client.query(`
      create domain never as text check (value <> 'x');
      create function fails(integer) returns text language plpgsql as $$ begin raise 'no such text'; end $$;
      create cast (integer as text) with function fails(integer)`),
  );
  await withClient(broken, (client) => client.query(`insert into stream values ('Game:x', 1, 1)`));
  await expect(exportDatabase(broken, path)).rejects.toThrow('no such text');
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(dirname(path))).toHaveLength(1);
});

describe('says in a line what is wrong, and changes nothing', () => {
  /** What an import of the file says; the database stays as it was. */
  async function refusal(path: string, list: MigrationList = migrations): Promise<string> {
    const target = await emptyUrl();
    const before = await contentsOf(target);
    const words = await importInto(target, path, list).then(
      () => 'nothing',
      (error: Error) => `${error.name}: ${error.message.replaceAll(path, 'FILE')}`,
    );
    expect(words).not.toContain('\n');
    expect(await contentsOf(target)).toEqual(before);
    return words;
  }

  it('of files', async () => {
    const missing = await fileOfTest();
    expect(await refusal(missing)).toBe('TransferError: There is no file FILE.');
    expect(await refusal(dirname(missing))).toBe(`TransferError: FILE can't be read: EISDIR.`);
    for (const content of ['hello', gzipSync('hello\n'), gzipSync(''), gzipSync('{"cupbearer":"no"}\n')]) {
      await writeFile(missing, content);
      expect(await refusal(missing)).toBe('TransferError: FILE is not an export of Cupbearer.');
    }
  });

  it('of exports that are cut, damaged or too new', async () => {
    const url = await migrated(migrations);
    await withClient(url, (client) => client.query(`insert into stream values ('Game:x', 1, 1)`));
    const path = await exportOf(url);
    const whole = await readFile(path);
    const cut = 'TransferError: FILE is cut short: its end is missing. Export or copy it anew.';
    for (const end of [0, 20, Math.floor(whole.length / 2), whole.length - 1]) {
      await writeFile(path, whole.subarray(0, end));
      expect(await refusal(path), `${end} bytes`).toBe(cut);
    }
    const lines = gunzipSync(whole).toString().trimEnd().split('\n');
    const packed = (text: string) => writeFile(path, gzipSync(text));
    await packed(`${lines.slice(0, -1).join('\n')}\n`);
    expect(await refusal(path)).toBe(cut);
    await packed(lines.join('\n').slice(0, -5));
    expect(await refusal(path)).toBe(cut);
    await packed(`${lines.filter((line) => !line.startsWith('[')).join('\n')}\n`);
    expect(await refusal(path)).toBe('TransferError: FILE is damaged: its sum is wrong.');
    await packed(`${lines.join('\n')}\n{}\n`);
    expect(await refusal(path)).toBe('TransferError: FILE is damaged: there is something behind its end.');
    await writeFile(path, whole);
    await rewritten(path, (content) => content.fill(0xff, 200, 260));
    expect(await refusal(path)).toMatch(/^TransferError: FILE is (damaged|not an export|cut short)/);
    await packed(`${lines.join('\n').replace('"version":1', '"version":2')}\n`);
    expect(await refusal(path)).toBe(
      'TransferError: FILE was made by a newer version of Cupbearer. Import it with that one, or a newer one.',
    );
  });

  it('of an export with migrations that this version does not have', async () => {
    expect(await refusal(await exportOf(await oddDatabase()))).toBe(
      'TransferError: FILE was made by a newer version of Cupbearer (Migration29990101000000_odd_tables). ' +
        'Import it with that one, or a newer one.',
    );
  });

  it('of a database that is not empty', async () => {
    const path = await exportOf(await migrated(migrations));
    const target = await migrated(migrations);
    const before = await contentsOf(target);
    await expect(importInto(target, path)).rejects.toThrow(
      /^The database is not empty: it has the tables .*users.*\. Import into a new one\.$/,
    );
    expect(await contentsOf(target)).toEqual(before);
  });

  it('of where an export can not go', async () => {
    const url = await migrated(migrations);
    const folder = dirname(await fileOfTest());
    await expect(exportDatabase(url, folder)).rejects.toThrow(
      `${folder} is not a file. Name one to write the export to.`,
    );
    await expect(exportDatabase(url, `${folder}/none/x`)).rejects.toThrow(`${folder}/none/x can't be written: ENOENT.`);
    expect(await readdir(folder)).toEqual([]);
  });
});

it('loads all or nothing, and says that the database is of no use', async () => {
  const path = await exportOf(await oddDatabase(), (lines) =>
    lines.map((line) => (line === '["7","1195"]' ? '["7","9999"]' : line)),
  );
  const target = await emptyUrl();
  await expect(importInto(target, path, versions.odd)).rejects.toThrow(
    /^The import failed: insert or update on table "odd_\w+" violates foreign key constraint .*import into a new one\.$/,
  );
  const { odd_tree: tree, users } = await contentsOf(target);
  expect([tree, users]).toEqual([[], []]);
});
