import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** A process that cannot be mistaken for a later one given the same pid: `started` differs between the two. */
export const processIdentity = z.object({ pid: z.number().int().positive(), started: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Identity of the process that has this pid now; undefined when there is none, or only an unreaped zombie. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  const started = await startMark(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether exactly that process is still running. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  return (await startMark(identity.pid)) === identity.started;
}

/** Whether this pid is a `postgres` working on `clusterDir` (an absolute real path). False when that can't be read. */
export async function isPostgresOn(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [command = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (basename(command) !== 'postgres') return false;
    // A server works inside its data folder, so this holds even after the folder was moved.
    return args.includes(clusterDir) || (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === clusterDir;
  }
  if (process.platform === 'win32') return false;
  const command = await ps(pid, 'command=');
  return command.includes('/postgres ') && command.includes(` ${clusterDir} `);
}

/** Linux: boot id and start time in clock ticks. Elsewhere: start time in seconds as `ps` says it. */
async function startMark(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (stat === undefined) return undefined;
    // The command name may itself hold spaces and brackets; the fields after the last bracket begin with the state.
    const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return 'ZX'.includes(state) ? undefined : `${boot.trim()}/${rest[18]}`;
  }
  if (process.platform === 'win32') return respondsToSignals(pid) ? 'running' : undefined;
  const [, state = '', started] = /^(\S+)\s+(.+)$/.exec(await ps(pid, 'stat=,lstart=')) ?? [];
  return state.startsWith('Z') ? undefined : started;
}

/** One line about the process, in English and UTC whatever the user's settings; empty when there is none. */
async function ps(pid: number, columns: string): Promise<string> {
  const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' };
  return run('ps', ['-ww', '-o', columns, '-p', String(pid)], { env }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

function respondsToSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
