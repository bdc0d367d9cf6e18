import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../server/embedded/freePort.ts';

const startMs = 10_000;

export interface PgBouncer {
  /** `host:port`. */
  address: string;
  stop(): Promise<void>;
}

/** A PgBouncer by transactions, on loopback, before every database of that server; set up as docs/operations.md says. */
export async function startPgBouncer(folder: string, serverUrl: string): Promise<PgBouncer> {
  const server = new URL(serverUrl);
  const port = await findFreePort();
  const file = join(folder, 'pgbouncer.ini');
  const password = decodeURIComponent(server.password);
  const lines = [
    '[databases]',
    `* = host=${server.hostname} port=${server.port} user=${server.username} password=${password} connect_query='set lock_timeout = 1000; set idle_in_transaction_session_timeout = 15000'`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 10',
    'max_client_conn = 1000',
    // Databases of tests come and go.
    'server_idle_timeout = 5',
    'autodb_idle_timeout = 5',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  await chmod(file, 0o644);
  // It does not run as root.
  const account = process.getuid?.() === 0 ? ['--user', 'nobody'] : [];
  const child = spawn('pgbouncer', ['--quiet', ...account, file], { stdio: ['ignore', 'ignore', 'inherit'] });
  await Promise.race([
    once(child, 'spawn'),
    once(child, 'error').then(([error]) => {
      throw new Error('This needs pgbouncer on the path: apt-get install pgbouncer.', { cause: error });
    }),
  ]);
  const end = performance.now() + startMs;
  while (!(await listens(port))) {
    if (child.exitCode !== null || performance.now() > end) throw new Error('pgbouncer did not start.');
    await sleep(20);
  }
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      const exited = once(child, 'exit');
      if (child.exitCode !== null || !child.kill('SIGTERM')) return;
      await exited;
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
