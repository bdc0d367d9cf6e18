import { setTimeout as sleep } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg, { type Pool } from 'pg';
import { entities } from '../entities/index.ts';
import { migrations } from '../entities/migrations/index.ts';
import { EpochWatch } from './epoch.ts';
import type { Logger } from './log.ts';
import { checkPooler, forPooler } from './pooler.ts';

/** Connections of clock, feed, health and jobs: a pool of their own, so that no load of requests starves them. */
const backgroundPoolSize = 6;
/** Serialises migrations and the making of keys among nodes. Any number, the same everywhere. */
const setupLock = 7_203_431;
const lockTimeoutMs = 1_000;
export const migrationTable = 'migration';
/**
 * A migration waits for a table less long than requests of nodes beside it wait behind it. Then it lets them through and
 * tries again: behind a long read, such as an export, for two minutes.
 */
const migrationLockTimeoutMs = 500;
const migrationTries = 80;
const migrationPauseMs = 1_000;
/** A lock that did not come in time, and a deadlock. */
const gaveWay = new Set(['55P03', '40P01']);

export type MigrationList = typeof migrations;

export interface DatabaseOptions {
  /** Requests go through this pooler of transactions; all else goes past it. */
  poolerUrl?: string;
  /** All there are, when left out. */
  migrationsList?: MigrationList;
}

export interface Database {
  orm: MikroORM;
  /** The ORM's own connections. */
  requests: Pool;
  background: Pool;
  epoch: EpochWatch;
  close(): Promise<void>;
}

/** Connects both pools. Nothing is changed in the database; see `migrate`. */
export async function connectDatabase(
  url: string,
  poolSize: number,
  log: Logger,
  { poolerUrl, migrationsList = migrations }: DatabaseOptions = {},
): Promise<Database> {
  const epoch = new EpochWatch();
  const background = new pg.Pool({
    onConnect: (client) => epoch.read(client),
    connectionString: url,
    max: backgroundPoolSize,
    application_name: 'cupbearer background',
    connectionTimeoutMillis: 10_000,
  });
  background.on('error', (error) => log.debug({ err: error }, 'an idle database connection was lost'));
  const orm = await MikroORM.init({
    clientUrl: poolerUrl ?? url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList, tableName: migrationTable, snapshot: false, silent: true },
    dataloader: true,
    timezone: 'UTC',
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      application_name: 'cupbearer',
      connectionTimeoutMillis: 10_000,
      // A pooler's connections are its own: it refuses these options, or loses them.
      ...(poolerUrl
        ? { onPoolCreated: forPooler }
        : { options: `-c lock_timeout=${lockTimeoutMs} -c idle_in_transaction_session_timeout=15000` }),
    },
    logger: (message) => log.debug(message),
  });
  const requests = await orm.em.getConnection().getNativeClient();
  const close = async () => {
    await orm.close();
    await background.end();
  };
  if (poolerUrl) {
    await checkPooler(requests, background).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }
  return { orm, requests, background, epoch, close };
}

/** Runs `work` while no other node does. */
export async function withSetupLock<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [setupLock]);
    return await work();
  } finally {
    // Ends the session, and the lock with it, whatever happened.
    client.release(true);
  }
}

/** Brings the schema up to date, beside nodes that go on. Migrations it has and we don't know, of a later version, stay. */
export async function migrate(database: Database): Promise<void> {
  await withSetupLock(database.background, () => applyMigrations(database));
}

/** Applies what is missing, of all migrations or of those named; all of it or none. Call with the setup lock. */
export async function applyMigrations({ orm }: Pick<Database, 'orm'>, names?: readonly string[]): Promise<void> {
  const pending = (await orm.migrator.getPending()).filter(({ name }) => !names || names.includes(name));
  if (pending.length === 0) return;
  const connection = orm.em.getConnection();
  for (let tries = 1; ; tries += 1) {
    try {
      await connection.transactional(async (transaction) => {
        await connection.execute(`set local lock_timeout = ${migrationLockTimeoutMs}`, [], 'run', transaction);
        await orm.migrator.up({ transaction, migrations: pending.map(({ name }) => name) });
      });
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!gaveWay.has(code) || tries === migrationTries) throw error;
      await sleep(migrationPauseMs);
    }
  }
}
