import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
/** What the page is made of. */
const sources = ['web', 'client', 'package-lock.json'].map((name) => join(root, name));
export const pageFolder = join(root, 'web', 'dist');

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path)
    .filter((name) => !['dist', 'house', 'screenshots'].includes(name))
    .reduce((most, name) => Math.max(most, newest(join(path, name))), 0);
}

function isFresh(): boolean {
  const built = join(pageFolder, 'index.html');
  return (
    existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.filter((path) => existsSync(path)).map(newest))
  );
}

/**
 * Builds the page if it is missing or older than what it is made of; without its sources, what is there stays as it is. In
 * a process of its own: what is built hangs on that one's NODE_ENV.
 */
export async function buildPage(say: (line: string) => void): Promise<void> {
  const config = join(root, 'web', 'vite.config.ts');
  if (!existsSync(config) || isFresh()) return;
  say('building the page');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    env: { NODE_ENV: 'production' },
  });
}
