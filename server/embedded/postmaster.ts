import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterPlan } from './initCluster.ts';
import { program } from './nativeBinaries.ts';
import { asAccount } from './runAsAccount.ts';
import { openServerLog } from './serverLogFile.ts';
import { shutDownPostmaster } from './shutDownPostmaster.ts';

/** A PostgreSQL server process of ours. It outlives us if we are killed, and not by a Ctrl-C meant for us. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Resolves, never rejects, with how it ended and its last words. */
  readonly exited: Promise<string>;
  /** Resolves when the process is gone; idempotent. Leaves no timers. */
  stop(): Promise<void>;
}

/** Starts the server on that port of 127.0.0.1; it may well not be ready, or be about to fail, when this resolves. */
export async function spawnPostmaster(plan: ClusterPlan, port: number, logPath: string): Promise<Postmaster> {
  const { clusterDir, account } = plan;
  const log = await openServerLog(logPath);
  try {
    // Root may run the server for a user who will later start it without root, and must be able to append.
    if (account) await log.handle.chown(account.uid, account.gid);
    const child = spawn(program(plan.binaries, 'postgres'), serverArguments(plan, port), {
      ...asAccount(account, clusterDir),
      stdio: ['ignore', log.handle.fd, log.handle.fd],
      detached: true,
    });
    const exited = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
    }).then(async (how) => {
      const words = await log.tail(20).catch(() => '');
      return words === '' ? how : `${how}; its last words (${log.path}):\n${words}`;
    });
    const { pid } = child;
    if (pid === undefined) throw new Error(`PostgreSQL could not be started: ${await exited}`);
    let stopping: Promise<void> | undefined;
    return {
      pid,
      port,
      exited,
      // Once the exit is known the pid may be another's, and must not be signalled.
      stop: () => (stopping ??= hasExited() ? exited.then(() => undefined) : shutDownPostmaster(pid, exitsWithin)),
    };

    function hasExited(): boolean {
      return child.exitCode !== null || child.signalCode !== null;
    }

    async function exitsWithin(ms: number): Promise<boolean> {
      const timer = new AbortController();
      const timeUp = pause(ms, false, { signal: timer.signal }).catch(() => false);
      const gone = await Promise.race([exited.then(() => true), timeUp]);
      timer.abort();
      return gone;
    }
  } finally {
    await log.handle.close();
  }
}

function serverArguments({ clusterDir, durable }: ClusterPlan, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    // A socket file would need a folder that both we and the server's account can reach.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    wal_level: 'replica',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    // Tests run a dozen nodes at once, each with up to sixteen connections.
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterDir, '-p', String(port), ...flags];
}
