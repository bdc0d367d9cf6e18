import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** A system account; ids are unsigned, as `stat` and `chown` have them. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The server's own environment holds secrets; PostgreSQL is given only what a program needs to load. */
const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];

interface SpawnSettings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** Settings for `spawn` that run a program as that account (as ourselves without one), speaking untranslated English. */
export function asAccount(account: Account | undefined, cwd: string): SpawnSettings {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of PASSED_ON) {
    // oxlint-disable-next-line node/no-process-env -- not configuration of ours: what the loader of programs needs
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  // spawn wants signed ids: macOS gives `nobody` the uid -2.
  return account ? { cwd, env, uid: account.uid | 0, gid: account.gid | 0 } : { cwd, env };
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether the program, run as that account, could be started and ended well. Its output is dropped. */
export async function succeedsAs(account: Account, command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const child = spawn(command, args, { ...asAccount(account, '/'), stdio: 'ignore' });
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    } catch {
      resolve(false);
    }
  });
}

/**
 * The account root hands PostgreSQL to, since PostgreSQL refuses to run as root: the first that exists of
 * the customary ones.
 *
 * @throws Error when root may become none of them, as in some containers.
 */
export async function unprivilegedAccount(): Promise<Account> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const known = ['postgres', '_postgres', 'nobody'].flatMap((name) => accountNamed(name, passwd) ?? []);
  for (const account of [...known, { name: '65534', uid: 65534, gid: 65534 }]) {
    if (await succeedsAs(account, '/bin/sh', ['-c', ':'])) return account;
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and root may not become another user here. ' +
      'Start the server as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function accountNamed(wanted: string, passwd: string): Account | undefined {
  for (const line of passwd.split('\n')) {
    const [name, , uid = '', gid = ''] = line.split(':');
    if (name === wanted && /^-?\d+$/.test(uid) && /^-?\d+$/.test(gid)) {
      return { name: wanted, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
    }
  }
  return undefined;
}
