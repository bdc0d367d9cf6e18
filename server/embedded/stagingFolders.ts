import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './nativeBinaries.ts';
import type { NativeBinaries } from './nativeBinaries.ts';
import { succeedsAs } from './runAsAccount.ts';
import type { Account } from './runAsAccount.ts';

/** Folders root can open to another account, those that survive a restart of the machine first. */
export function stagingBases(): string[] {
  return ['/var/lib', '/var/db', '/opt', '/var/tmp', tmpdir()].map((parent) => join(parent, 'cupbearer'));
}

/**
 * Makes a folder of root's that all may enter and none may alter.
 *
 * @throws when it can't be made, or when what is there already is another's: in /tmp anyone may have put it there.
 */
export async function ensureOpenFolder(path: string): Promise<void> {
  const made = await mkdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (made) await chmod(path, 0o755);
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${path} is not a folder that only root can alter.`);
  }
}

/** Whether the account can keep data in a folder of its own inside this one, found out by doing so. */
export async function canKeepDataIn(account: Account, folder: string): Promise<boolean> {
  let probe: string | undefined;
  try {
    probe = await mkdtemp(join(folder, '.probe-'));
    await chown(probe, account.uid, account.gid);
    if ((await stat(probe)).uid !== account.uid) return false;
    return await succeedsAs(account, '/bin/sh', ['-c', 'cd "$1" && : > "$1/file" && rm "$1/file"', 'sh', probe]);
  } catch {
    return false;
  } finally {
    if (probe !== undefined) await rm(probe, { recursive: true, force: true });
  }
}

/** Whether the account can run these programs and read what they read, found out by doing so. */
export async function canRun(account: Account, binaries: NativeBinaries): Promise<boolean> {
  const catalogue = join(binaries.folder, 'share', 'postgresql', 'postgres.bki');
  const script = '"$1" --version && "$2" --version && test -r "$3"';
  const paths = [program(binaries, 'postgres'), program(binaries, 'initdb'), catalogue];
  return succeedsAs(account, '/bin/sh', ['-c', script, 'sh', ...paths]);
}

/**
 * The same binaries where the account can run them: as they are, or a copy under the first base that serves.
 * A copy is named by version and shared by all who need it; it appears complete or not at all.
 */
export async function binariesWithinReach(
  account: Account,
  binaries: NativeBinaries,
  bases: readonly string[] = stagingBases(),
): Promise<NativeBinaries> {
  if (await canRun(account, binaries)) return binaries;
  const name = `postgres-${binaries.version}-${process.platform}-${process.arch}`;
  for (const base of bases) {
    const staged = { ...binaries, folder: join(base, 'binaries', name) };
    if (await canRun(account, staged)) return staged;
    const copied = await copyOpenly(binaries.folder, base, name).catch(() => false);
    if (copied && (await canRun(account, staged))) return staged;
  }
  throw new Error(
    `PostgreSQL in ${binaries.folder} cannot be run by the account ${account.name}, nor a copy in ${bases.join(', ')}. ` +
      'Start the server as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

async function copyOpenly(source: string, base: string, name: string): Promise<boolean> {
  const parent = join(base, 'binaries');
  await ensureOpenFolder(base);
  await ensureOpenFolder(parent);
  const draft = join(parent, `.${name}-${randomUUID()}`);
  try {
    await cp(source, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, join(parent, name));
  } catch (error) {
    // Someone else's copy may have come first; whether it serves is for the caller to find out.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return true;
}

/** A checkout made under a strict umask has files closed to others. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
