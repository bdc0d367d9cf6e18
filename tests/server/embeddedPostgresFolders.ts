import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import type { EmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { shutDownOrphan } from '../../server/embedded/shutDownPostmaster.ts';

const ownerProgram = fileURLToPath(new URL('embeddedPostgresOwner.ts', import.meta.url));

export async function newFolder(mode = 0o755): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'embedded-postgres-test-')));
  await chmod(folder, mode);
  onTestFinished(async () => {
    await shutDownOrphan(join(folder, 'postgres-18'), () => undefined);
    await rm(folder, { recursive: true });
  });
  return folder;
}

type Settings = Omit<Parameters<typeof startEmbeddedPostgres>[0], 'dataDir'>;

export async function start(dataDir: string, settings: Settings = {}): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, durable: false, ...settings });
  onTestFinished(() => database.stop());
  return database;
}

export function startOwner(dataDir: string): ChildProcess {
  const owner = spawn(process.execPath, [ownerProgram, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => killOwner(owner));
  return owner;
}

export async function killOwner(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return;
  const gone = once(owner, 'exit');
  owner.kill('SIGKILL');
  await gone;
}

export async function urlFrom(owner: ChildProcess): Promise<string> {
  if (!owner.stdout) throw new Error('The owner has no output.');
  for await (const line of createInterface(owner.stdout)) return line;
  throw new Error('The owner ended without saying a URL.');
}

export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function writeCup(url: string): Promise<void> {
  await query(url, `CREATE TABLE cup (name text); INSERT INTO cup VALUES ('grail')`);
}

export async function expectCup(url: string): Promise<void> {
  expect(await query(url, 'SELECT name FROM cup')).toEqual([{ name: 'grail' }]);
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8'), 10);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
