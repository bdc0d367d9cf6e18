import { execFile } from 'node:child_process';
import { chmod, chown, lchown, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { program } from './nativeBinaries.ts';
import type { NativeBinaries } from './nativeBinaries.ts';
import { asAccount } from './runAsAccount.ts';
import type { Account } from './runAsAccount.ts';
import { SUPERUSER } from './superuserPassword.ts';

const run = promisify(execFile);

export interface ClusterPlan {
  readonly clusterDir: string;
  readonly binaries: NativeBinaries;
  readonly account: Account | undefined;
  readonly durable: boolean;
}

/** Whether a complete cluster is there. */
export async function clusterExists(clusterDir: string): Promise<boolean> {
  return stat(join(clusterDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/**
 * Makes the cluster beside its place and moves it there when complete, so that being killed half-way leaves only a
 * draft, which the next call removes. Call only with the data folder claimed.
 *
 * @throws Error with initdb's words; or when only a cluster of another major version is there.
 */
export async function initCluster(plan: ClusterPlan, password: string): Promise<void> {
  const { clusterDir, account } = plan;
  const home = dirname(clusterDir);
  await refuseOtherVersion(home, basename(clusterDir));
  const draft = await mkdtemp(`${clusterDir}.draft-`);
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) {
      await chown(passwordFile, account.uid, account.gid);
      await chown(draft, account.uid, account.gid);
    }
    await runInitdb(plan, draft, passwordFile);
    await rename(join(draft, 'cluster'), clusterDir);
    if (plan.durable) await syncFolder(home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what an interrupted `initCluster` left. Call only with the data folder claimed. */
export async function removeDrafts(clusterDir: string): Promise<void> {
  const home = dirname(clusterDir);
  for (const name of await readdir(home)) {
    if (!name.startsWith(`${basename(clusterDir)}.draft-`)) continue;
    // An initdb whose starter was killed may still be writing there; the next start then removes the rest.
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Data copied by root, or by a tool that forgets modes, is made acceptable to PostgreSQL again: private to `account`. */
export async function repairOwnership({ clusterDir, account }: ClusterPlan): Promise<void> {
  const found = await stat(clusterDir);
  if (account && found.uid === 0) {
    const entries = await readdir(clusterDir, { recursive: true });
    for (const entry of entries) await lchown(join(clusterDir, entry), account.uid, account.gid);
    await lchown(clusterDir, account.uid, account.gid);
  }
  if ((found.mode & 0o077) !== 0) await chmod(clusterDir, 0o700);
}

async function runInitdb(plan: ClusterPlan, draft: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${join(draft, 'cluster')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(plan.durable ? [] : ['--no-sync']),
  ];
  try {
    await run(program(plan.binaries, 'initdb'), args, asAccount(plan.account, draft));
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`PostgreSQL could not make its data folder ${plan.clusterDir}: ${said || String(cause)}`, {
      cause,
    });
  }
}

async function refuseOtherVersion(home: string, wanted: string): Promise<void> {
  const other = (await readdir(home)).find((name) => /^postgres-\d+$/.test(name) && name !== wanted);
  if (other === undefined) return;
  throw new Error(
    `${home} holds data of another PostgreSQL version (${other}, not ${wanted}). ` +
      'Export it with the version of Cupbearer that made it (npm run export) and import it into another DATA_DIR ' +
      '(npm run import).',
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
