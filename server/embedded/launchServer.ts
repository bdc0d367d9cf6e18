import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ClusterPlan } from './initCluster.ts';
import { spawnPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { connectionUrl } from './superuserPassword.ts';

/** Milliseconds a server may take to answer at all. */
const ANSWER_WITHIN = 60_000;
/** Milliseconds a server that answers "starting up" may take: replaying the log after a crash can be long. */
const RECOVER_WITHIN = 600_000;
/** Milliseconds during which the remains of a killed server may keep a new one out. */
const REMAINS_LEAVE_WITHIN = 20_000;
const PORT_ATTEMPTS = 10;

/** PostgreSQL's code for "the database system is starting up". */
const CANNOT_CONNECT_NOW = '57P03';
const INVALID_PASSWORD = '28P01';

/**
 * Starts a server on this cluster and resolves once it answers queries. A port lost to another process is replaced by the next that `findPort` finds;
 * backends of a killed server that still hold the shared memory are waited for.
 *
 * @throws Error with the server's last words when it exits, or does not answer in time (it is stopped then).
 */
export async function launchServer(
  plan: ClusterPlan,
  password: string,
  logPath: string,
  findPort: () => Promise<number>,
): Promise<Postmaster> {
  const begun = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await spawnPostmaster(plan, await findPort(), logPath);
    const failure = await readiness(postmaster, plan.clusterDir, password);
    if (failure === undefined) return postmaster;
    await postmaster.stop();
    const portLost = /Address already in use/.test(failure) && attempt < PORT_ATTEMPTS;
    const remains = /shared memory block .* still in use/.test(failure);
    if (remains && performance.now() - begun < REMAINS_LEAVE_WITHIN) await pause(100);
    else if (!portLost) throw new Error(`PostgreSQL did not start: ${failure}`);
  }
}

/** Makes the database unless it is there. Call only with the data folder claimed. */
export async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  await withClient(connectionUrl(port, password, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

/** Resolves with undefined when the server answers, else with what is wrong. */
async function readiness(postmaster: Postmaster, clusterDir: string, password: string): Promise<string | undefined> {
  let exit: string | undefined;
  void postmaster.exited.then((how) => (exit = how));
  const begun = performance.now();
  let patience = ANSWER_WITHIN;
  let lastError = '';
  while (performance.now() - begun < patience) {
    // Asked again after every wait: what answers on the port may be whoever took it from us.
    const answer = await ask(postmaster, clusterDir, password);
    if (exit !== undefined) return exit;
    if (answer.ready) return undefined;
    lastError = answer.message;
    if (answer.code === CANNOT_CONNECT_NOW) patience = RECOVER_WITHIN;
    // With another's server on the port, ours is about to exit and say so.
    if (answer.code === INVALID_PASSWORD) patience = Math.min(patience, performance.now() - begun + 5_000);
    await Promise.race([postmaster.exited, pause(30)]);
    if (exit !== undefined) return exit;
  }
  return `it does not answer on port ${postmaster.port}: ${lastError}`;
}

type Answer = { readonly ready: true } | { readonly ready: false; readonly code: string; readonly message: string };

async function ask({ port, exited }: Postmaster, clusterDir: string, password: string): Promise<Answer> {
  try {
    // A copied data folder has the same password, so the server is also asked whose data it serves.
    const sql = `SELECT current_setting('data_directory') = $1 AS ours`;
    const askWhose = async (client: pg.Client): Promise<boolean> => {
      const { rows } = await client.query<{ ours: boolean }>(sql, [clusterDir]);
      return rows[0]?.ours === true;
    };
    const ours = await withClient(connectionUrl(port, password, 'postgres'), askWhose, exited);
    return ours ? { ready: true } : { ready: false, code: '', message: 'another server has the port' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ready: false, code, message: String(error) };
  }
}

/** Connects, lends the client out and disconnects, at once when `cutOff` resolves: a stranger may never answer. */
async function withClient<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
  cutOff?: Promise<unknown>,
): Promise<T> {
  const socket = new Socket();
  void cutOff?.then(() => socket.destroy());
  const settings = { connectionString: url, ssl: false, connectionTimeoutMillis: 5_000, stream: () => socket };
  const client = new pg.Client(settings);
  // A connection broken between queries is an event; the next query reports it too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
