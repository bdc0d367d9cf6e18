import { cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { locateNativeBinaries } from '../../server/embedded/nativeBinaries.ts';
import { findEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { runsAsRoot, unprivilegedAccount } from '../../server/embedded/runAsAccount.ts';
import { binariesWithinReach } from '../../server/embedded/stagingFolders.ts';
import { expectCup, newFolder, query, start, writeCup } from './embeddedPostgresFolders.ts';

const locationNote = z.object({ home: z.string() });

describe.runIf(runsAsRoot())('embedded PostgreSQL started by root in a folder closed to others', () => {
  it('keeps the data outside, finds it again, and begins anew when the data folder was deleted', async () => {
    let home = '';
    // After all that is stopped before.
    onTestFinished(async () => {
      if (home) await rm(home, { recursive: true });
    });
    const dataDir = join(await newFolder(0o700), 'data');
    const first = await start(dataDir);
    ({ home } = locationNote.parse(JSON.parse(await readFile(join(dataDir, 'postgres-location.json'), 'utf8'))));
    const cluster = await stat(join(home, 'postgres-18'));
    expect(cluster.uid).not.toBe(0);
    expect(cluster.mode & 0o777).toBe(0o700);
    await writeCup(first.url);
    await first.stop();
    const second = await start(dataDir);
    await expectCup(second.url);
    expect(await findEmbeddedPostgres(dataDir)).toBe(second.url);
    await second.stop();

    await rm(dataDir, { recursive: true });
    const anew = await start(dataDir);
    await expect(query(anew.url, 'SELECT FROM cup')).rejects.toThrow('does not exist');
  });

  it('copies the binaries to where its account can run them, once', async () => {
    const installed = await locateNativeBinaries();
    const closed = { ...installed, folder: join(await newFolder(0o700), 'native') };
    await cp(installed.folder, closed.folder, { recursive: true, verbatimSymlinks: true });
    const base = await newFolder();
    const account = await unprivilegedAccount();
    const copies = await Promise.all([1, 2].map(() => binariesWithinReach(account, closed, ['/proc/none', base])));
    const expected = join(base, 'binaries', `postgres-${installed.version}-${process.platform}-${process.arch}`);
    expect(copies.map(({ folder }) => folder)).toEqual([expected, expected]);
    expect(await readdir(join(base, 'binaries'))).toHaveLength(1);
    expect(await binariesWithinReach(account, installed, [base])).toBe(installed);
  });
});
