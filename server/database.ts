import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg, { type Pool } from 'pg';
import { entities } from '../entities/index.ts';
import { migrations } from '../entities/migrations/index.ts';
import { EpochWatch } from './epoch.ts';
import type { Logger } from './log.ts';

/** Connections of clock, feed, health and jobs: a pool of their own, so that no load of requests starves them. */
const backgroundPoolSize = 6;
/** Serialises migrations and the making of keys among nodes. Any number, the same everywhere. */
const setupLock = 7_203_431;
const lockTimeoutMs = 1_000;

export interface Database {
  orm: MikroORM;
  /** The ORM's own connections. */
  requests: Pool;
  background: Pool;
  epoch: EpochWatch;
  close(): Promise<void>;
}

/** Connects both pools. Nothing is changed in the database; see `prepareDatabase`. */
export async function connectDatabase(url: string, poolSize: number, log: Logger): Promise<Database> {
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
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: 'migration', snapshot: false, silent: true },
    dataloader: true,
    timezone: 'UTC',
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      application_name: 'cupbearer',
      connectionTimeoutMillis: 10_000,
      options: `-c lock_timeout=${lockTimeoutMs} -c idle_in_transaction_session_timeout=15000`,
    },
    logger: (message) => log.debug(message),
  });
  const requests = await orm.em.getConnection().getNativeClient();
  return {
    orm,
    requests,
    background,
    epoch,
    async close() {
      await orm.close();
      await background.end();
    },
  };
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

/** Brings the schema up to date. */
export async function migrate({ orm, background }: Database): Promise<void> {
  await withSetupLock(background, () => orm.migrator.up());
}
