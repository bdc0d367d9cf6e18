import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identifyProcess, isPostgresOn, isRunning } from './processIdentity.ts';

/**
 * Fast shutdown first (clients are cut off, all data is written); if that takes too long, immediate shutdown, and at
 * last the kill: after those the next start recovers from the log as after a power failure. Patience in milliseconds.
 */
const STEPS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 15_000],
  ['SIGKILL', 5_000],
];

/** Signals that pid, ever harder, until `goneWithin(milliseconds)` says that the process is gone. */
export async function shutDownPostmaster(pid: number, goneWithin: (ms: number) => Promise<boolean>): Promise<void> {
  for (const [signal, patience] of STEPS) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
    if (await goneWithin(patience)) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) does not stop.`);
}

/**
 * Stops the server that an owner now dead left running on this cluster, and clears away the pid file of one that is
 * gone when its pid has passed to another process. Call only with the data folder claimed.
 */
export async function shutDownOrphan(clusterDir: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const [firstLine = ''] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number.parseInt(firstLine, 10));
  if (!(pid > 0)) return;
  const orphan = await identifyProcess(pid);
  if (orphan && (await isPostgresOn(pid, clusterDir))) {
    log(`PostgreSQL (pid ${pid}) was left running by a server that was killed; stopping it.`);
    await shutDownPostmaster(pid, async (ms) => {
      const deadline = performance.now() + ms;
      while (await isRunning(orphan)) {
        if (performance.now() > deadline) return false;
        await pause(25);
      }
      return true;
    });
  }
  // PostgreSQL takes any live (or zombie) process of that pid for a server. Should backends of a killed one linger,
  // their shared memory still keeps a new server out.
  if (process.platform !== 'win32') await rm(pidFile, { force: true });
}
