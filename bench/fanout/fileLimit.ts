import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a process opens besides its sockets. */
const otherFiles = 200;

/** Throws when a process may not open that many sockets. */
export async function requireFiles(sockets: number): Promise<void> {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -n']);
  const most = stdout.trim() === 'unlimited' ? Infinity : Number(stdout);
  const needed = sockets + otherFiles;
  if (most >= needed) return;
  throw new RangeError(
    `${sockets} sockets take ${needed} open files, and a process may have ${most}: run \`ulimit -n ${needed}\` first, or ask for fewer.`,
  );
}
