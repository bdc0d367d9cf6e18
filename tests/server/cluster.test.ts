import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, inject, it, onTestFinished } from 'vitest';
import { cloneDatabase } from '../harness/cloneDatabase.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';

const program = fileURLToPath(new URL('../../bench/cluster/main.ts', import.meta.url));

/** `npm run cluster`: what it has said so far, and how it ends. */
function cluster(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [program], { env: { PATH: process.env['PATH'], ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += String(data)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    if (child.kill('SIGTERM')) await ended;
  });
  return {
    child,
    said: () => text,
    says: (wanted: string) =>
      eventually(
        wanted,
        () => text,
        (said) => said.includes(wanted),
        40_000,
      ),
    ended: () => within(30_000, `Its end, after ${text}`, ended),
  };
}

async function onDatabase() {
  const database = await cloneDatabase();
  onTestFinished(() => database.drop());
  return cluster({ DATABASE_URL: database.url, REDIS_URL: inject('redisUrl'), PORT: '0' });
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('serves one game at two addresses, and ends with whichever node dies', async () => {
  const { says, said, ended } = await onDatabase();
  const text = await says('stops them all');
  const urls = [...text.matchAll(/(http:\S+)\/graphql$/gm)].map(([, url = '']) => url);
  const pids = [...text.matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid));
  const [token = ''] = [...text.matchAll(/^player token: (\S+)$/gm)].map(([, found = '']) => found);
  expect([new Set(urls).size, new Set(pids).size]).toEqual([2, 3]);
  for (const url of urls) expect((await execute({ url }, token, documents.me)).me?.handle).toBe('ada');
  process.kill(pids[2] ?? 0, 'SIGKILL');
  expect(await ended()).toBe(1);
  expect(said()).toContain('Stopping: worker died (SIGKILL)');
  expect(pids.filter(isAlive)).toEqual([]);
});

it('stops in order when told to while it starts', async () => {
  const { child, says, ended } = await onDatabase();
  await says('token: ');
  child.kill('SIGTERM');
  expect(await ended()).toBe(0);
});

it('says what to do where there is no Redis', async () => {
  const { said, ended } = cluster({ PATH: '/nowhere', DATABASE_URL: 'postgres://localhost/none' });
  expect(await ended()).toBe(1);
  expect(said()).toContain('Set REDIS_URL to a Redis, or have redis-server on the path');
});
