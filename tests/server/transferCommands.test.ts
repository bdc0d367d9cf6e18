import { execFile } from 'node:child_process';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { connectDatabase, migrate } from '../../server/database.ts';
import { newFolder, query, start } from './embeddedPostgresFolders.ts';
import { log } from './transferred.ts';

const run = promisify(execFile);

interface Outcome {
  code: number;
  said: string;
}

/** Runs one of the programs as `npm run` does, on the embedded database of a folder. */
async function command(name: 'exportData' | 'importData', DATA_DIR: string, ...args: string[]): Promise<Outcome> {
  const program = fileURLToPath(new URL(`../../server/${name}.ts`, import.meta.url));
  const { PATH = '' } = process.env;
  return run(process.execPath, [program, ...args], { env: { PATH, DATA_DIR } }).then(
    ({ stdout, stderr }) => ({ code: 0, said: `${stdout}${stderr}`.trim() }),
    (failure: { code: number; stdout: string; stderr: string }) => ({
      code: failure.code,
      said: `${failure.stdout}${failure.stderr}`.trim(),
    }),
  );
}

it('move the embedded database from one folder to another, beside a server or alone', async () => {
  const [from, to] = [await realpath(await newFolder()), await newFolder()];
  const path = join(from, 'all.export');
  expect(await command('exportData', from, path)).toEqual({
    code: 1,
    said: `There is no database in ${from}. Set DATA_DIR or DATABASE_URL to where it is.`,
  });
  expect(await readdir(from)).toEqual([]);

  const server = await start(from);
  const database = await connectDatabase(server.url, 2, log);
  await migrate(database);
  await database.close();
  await query(server.url, `insert into stream values ('Game:of-old', 7, 3)`);
  const beside = await command('exportData', from, path);
  expect(beside).toEqual({ code: 0, said: expect.stringMatching(/ holds \d+ rows of \d+ tables, keys and password/) });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await command('importData', from, path)).toEqual({
    code: 1,
    said: expect.stringMatching(new RegExp(`^The data folder ${from} is in use by process ${process.pid}\\. Stop`)),
  });
  await server.stop();
  expect((await command('importData', from, path)).said).toMatch(/^The database is not empty: it has the tables /);
  expect(await command('exportData', from, path)).toEqual(beside);

  expect(await command('importData', to, path)).toEqual({
    code: 0,
    said: expect.stringMatching(/^The database holds the \d+ rows of .*, as they were at 20\d\d-/),
  });
  const moved = await start(to);
  expect(await query(moved.url, 'select * from stream')).toEqual([{ id: 'Game:of-old', head: 7, tail: 3 }]);
});

it('say how they are used, and make no database for a file that is not there', async () => {
  const folder = await newFolder();
  for (const name of ['exportData', 'importData'] as const) {
    const { code, said } = await command(name, folder);
    expect(code).toBe(2);
    expect(said).toMatch(/^npm run (export|import) -- FILE\n/);
  }
  expect(await command('importData', folder, `${folder}/none`)).toEqual({
    code: 1,
    said: `There is no file ${folder}/none.`,
  });
  expect(await readdir(folder)).toEqual([]);
});
