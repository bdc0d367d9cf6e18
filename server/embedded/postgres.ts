import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { placeData } from './dataPlacement.ts';
import { claimFolder, findRunningServer } from './folderClaim.ts';
import { findFreePort } from './freePort.ts';
import { clusterExists, initCluster, removeDrafts, repairOwnership } from './initCluster.ts';
import type { ClusterPlan } from './initCluster.ts';
import { ensureDatabase, launchServer } from './launchServer.ts';
import { locateNativeBinaries } from './nativeBinaries.ts';
import type { Postmaster } from './postmaster.ts';
import { identifyProcess } from './processIdentity.ts';
import type { ProcessIdentity } from './processIdentity.ts';
import { shutDownOrphan } from './shutDownPostmaster.ts';
import { binariesWithinReach } from './stagingFolders.ts';
import { connectionUrl, ensurePassword, hasPassword, readPassword } from './superuserPassword.ts';

export { FolderInUseError } from './folderClaim.ts';

/** A PostgreSQL server of our own, on 127.0.0.1. */
export interface EmbeddedPostgres {
  /** Connection string, password included. */
  readonly url: string;
  /** Fast shutdown; resolves when the server process is gone. Idempotent. Nothing keeps Node alive afterwards. */
  stop(): Promise<void>;
  /** Settles, with how, when the server ends without having been stopped. */
  readonly died: Promise<string>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing. One live process at a time may use it. */
  readonly dataDir: string;
  /** Made if missing; `cupbearer` by default. */
  readonly database?: string;
  /** Told what an operator should know, a line at a time; what PostgreSQL itself says is in `<dataDir>/postgres.log`. */
  readonly log?: (line: string) => void;
  /** False, for tests only, gives up safety against power failure for speed. */
  readonly durable?: boolean;
  /** Finds the port to listen on; if somebody took it meanwhile, the next. One that is free, by default. */
  readonly findPort?: () => Promise<number>;
}

/**
 * Starts PostgreSQL on a data folder, made at first use, and resolves when it answers. Whatever a predecessor that was
 * killed has left (a running server, a half-made cluster) is dealt with first. The server outlives this process if
 * that is killed, and is stopped by the next start; call `stop` to end both in order.
 *
 * @throws FolderInUseError when a live process uses the folder; Error saying what to do in all other cases.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'cupbearer', log = () => undefined, durable = true, findPort = findFreePort } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const claim = await claimFolder(dataDir);
  let postmaster: Postmaster | undefined;
  try {
    const plan = await planCluster(dataDir, durable, log);
    const password = await prepareCluster(dataDir, plan, log);
    postmaster = await launchServer(plan, password, join(dataDir, 'postgres.log'), findPort);
    const { pid, port } = postmaster;
    await ensureDatabase(port, password, database);
    await claim.publish({ postmaster: await identifyServer(pid), port, database });
    log(`PostgreSQL (pid ${pid}) listens on 127.0.0.1:${port}, its data in ${plan.clusterDir}.`);
    return { url: connectionUrl(port, password, database), ...lifeOf(postmaster, claim.release) };
  } catch (error) {
    await postmaster?.stop();
    await claim.release();
    throw error;
  }
}

/**
 * URL of the server running on this data folder now, or undefined: for command line tools run beside a server.
 *
 * @throws Error when a server runs but its password is another user's.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const real = await realpath(dataDir).catch(() => undefined);
  const server = real === undefined ? undefined : await findRunningServer(real);
  if (real === undefined || !server) return undefined;
  return connectionUrl(server.port, await readPassword(real), server.database);
}

/** Whether this data folder ever had a database. */
export async function hasEmbeddedPostgres(dataDir: string): Promise<boolean> {
  return hasPassword(dataDir);
}

async function planCluster(dataDir: string, durable: boolean, log: (line: string) => void): Promise<ClusterPlan> {
  const found = await locateNativeBinaries();
  const clusterName = `postgres-${found.major}`;
  const { home, account } = await placeData(dataDir, clusterName, log);
  const binaries = account ? await binariesWithinReach(account, found) : found;
  // PostgreSQL is told, and asked, this path, and sees it without symbolic links.
  return { clusterDir: join(await realpath(home), clusterName), binaries, account, durable };
}

/** Leaves a complete cluster that nobody is running; resolves with its password. */
async function prepareCluster(dataDir: string, plan: ClusterPlan, log: (line: string) => void): Promise<string> {
  await removeDrafts(plan.clusterDir);
  if (await clusterExists(plan.clusterDir)) {
    await shutDownOrphan(plan.clusterDir, log);
    await repairOwnership(plan);
    return readPassword(dataDir);
  }
  log(`Making a new database in ${plan.clusterDir}.`);
  const password = await ensurePassword(dataDir);
  await initCluster(plan, password);
  return password;
}

async function identifyServer(pid: number): Promise<ProcessIdentity> {
  const identity = await identifyProcess(pid);
  if (!identity) throw new Error('PostgreSQL died just after it had started.');
  return identity;
}

function lifeOf(server: Postmaster, release: () => Promise<void>): Pick<EmbeddedPostgres, 'stop' | 'died'> {
  let stopped: Promise<void> | undefined;
  const died = Promise.withResolvers<string>();
  void server.exited.then((how) => {
    if (!stopped) died.resolve(how);
  });
  return { stop: () => (stopped ??= server.stop().then(release)), died: died.promise };
}
