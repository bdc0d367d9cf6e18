import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { claimFolder } from '../../server/embedded/folderClaim.ts';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { findEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import {
  expectCup,
  isAlive,
  killOwner,
  newFolder,
  postmasterPid,
  query,
  start,
  startOwner,
  urlFrom,
  writeCup,
} from './embeddedPostgresFolders.ts';

describe('embedded PostgreSQL', () => {
  it('starts with the settings promised, is found while it runs, and keeps data over a restart', async () => {
    const dataDir = join(await newFolder(), 'made', 'data');
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();

    const first = await start(dataDir);
    expect(await findEmbeddedPostgres(dataDir)).toBe(first.url);
    const settings = `SELECT current_database() AS db, datlocprovider AS provider, datlocale AS locale,
      pg_encoding_to_char(encoding) AS encoding, current_setting('timezone') AS zone,
      current_setting('listen_addresses') AS address, current_setting('unix_socket_directories') AS sockets
      FROM pg_database WHERE datname = current_database()`;
    expect(await query(first.url, settings)).toEqual([
      {
        db: 'cupbearer',
        provider: 'b',
        locale: 'C.UTF-8',
        encoding: 'UTF8',
        zone: 'UTC',
        address: '127.0.0.1',
        sockets: '',
      },
    ]);
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    await writeCup(first.url);
    const pid = await postmasterPid(dataDir);
    await Promise.all([first.stop(), first.stop()]);
    expect(isAlive(pid)).toBe(false);
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();

    await expectCup((await start(dataDir)).url);
    const wrongPassword = (await findEmbeddedPostgres(dataDir))?.replace(/:[0-9a-f]+@/, ':wrong@') ?? '';
    await expect(query(wrongPassword, 'SELECT')).rejects.toThrow('password authentication failed');
  });

  it('lets one of two copies have a folder, and copies on other folders run beside it', async () => {
    const [contested, other] = [await newFolder(), await newFolder()];
    const outcomes = await Promise.allSettled([start(contested), start(contested), start(other)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(String(refusal?.reason)).toMatch(new RegExp(`FolderInUseError.*pid ${process.pid}.*DATA_DIR.*DATABASE_URL`));
    const urls = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.url] : []));
    expect(await Promise.all(urls.map((url) => query(url, 'SELECT 1 AS one')))).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  });

  it('gives a claim to exactly one of many, again and again', async () => {
    const folder = await newFolder();
    for (let round = 0; round < 20; round += 1) {
      const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimFolder(folder)));
      const held = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []));
      expect(held).toHaveLength(1);
      await held[0]?.release();
    }
  });

  it('tells a recycled pid from the owner of a claim', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'postgres-owner'));
    const dead = { owner: { pid: process.pid, started: 'long ago' }, released: false };
    await writeFile(join(folder, 'postgres-owner', '7.json'), JSON.stringify(dead));
    await (await claimFolder(folder)).release();
  });

  it('refuses a folder that another process holds, and takes it over with its data once that is killed', async () => {
    const dataDir = await newFolder();
    const owner = startOwner(dataDir);
    const url = await urlFrom(owner);
    await writeCup(url);
    await expect(start(dataDir)).rejects.toThrow(`process ${owner.pid}`);
    expect(await findEmbeddedPostgres(dataDir)).toBe(url);
    const orphan = await postmasterPid(dataDir);

    await killOwner(owner);
    expect(isAlive(orphan)).toBe(true);
    const lines: string[] = [];
    await expectCup((await start(dataDir, { log: (line) => lines.push(line) })).url);
    expect(lines.join('\n')).toContain(`(pid ${orphan}) was left running`);
    await expect(query(url, 'SELECT')).rejects.toThrow();
  });

  it('says so when PostgreSQL itself is killed, and recovers at the next start', async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir, { durable: true });
    await writeCup(first.url);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    expect(await first.died).toContain('killed by SIGKILL');
    await first.stop();
    await expectCup((await start(dataDir)).url);
  });

  it('starts over a pid file whose pid now belongs to another process', async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir);
    await writeCup(first.url);
    const pidFile = join(dataDir, 'postgres-18', 'postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    await first.stop();
    const bystander = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    onTestFinished(() => killOwner(bystander));
    await once(bystander, 'spawn');
    await writeFile(pidFile, content.replace(/^\d+/, String(bystander.pid)));
    await expectCup((await start(dataDir)).url);
    expect(isAlive(bystander.pid ?? 0)).toBe(true);
  });

  it('begins again after being killed half-way through making the cluster', async () => {
    const dataDir = await newFolder();
    const owner = startOwner(dataDir);
    const halfMade = async (): Promise<void> => {
      const draft = (await readdir(dataDir)).find((name) => name.startsWith('postgres-18.draft-')) ?? 'none';
      expect(await readdir(join(dataDir, draft, 'cluster'))).toContain('base');
    };
    await vi.waitFor(halfMade, { timeout: 10_000, interval: 1 });
    await killOwner(owner);
    expect(await readdir(dataDir)).not.toContain('postgres-18');
    await mkdir(join(dataDir, 'postgres-18.draft-older', 'cluster'), { recursive: true });
    await writeCup((await start(dataDir)).url);
    expect(await readdir(dataDir)).not.toContain('postgres-18.draft-older');
  });

  it('takes another port when the one found is lost to somebody else', async () => {
    const sockets: Socket[] = [];
    const stranger = createServer((socket) => sockets.push(socket));
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    onTestFinished(() => {
      stranger.close();
      for (const socket of sockets) socket.destroy();
    });
    const address = stranger.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const ports = [taken];
    const findPort = async () => ports.shift() ?? findFreePort();
    const { url } = await start(await newFolder(), { findPort });
    expect(new URL(url).port).not.toBe(String(taken));
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it("reports PostgreSQL's own words when it cannot start, and lets go of the folder", async () => {
    const dataDir = await newFolder();
    await (await start(dataDir)).stop();
    const config = join(dataDir, 'postgres-18', 'postgresql.conf');
    const content = await readFile(config, 'utf8');
    await writeFile(config, 'nonsense_setting = 1');
    await expect(start(dataDir)).rejects.toThrow('unrecognized configuration parameter "nonsense_setting"');
    await writeFile(config, content);
    await start(dataDir);
  });
});
