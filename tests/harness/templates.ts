import pg from 'pg';
import { purge } from '../../jobs/purge.ts';
import { retention } from '../../jobs/retention.ts';
import { standingsDrift } from '../../jobs/standingsDrift.ts';
import { unclaimedRewards } from '../../jobs/unclaimedRewards.ts';
import { connectDatabase, migrate } from '../../server/database.ts';
import { makeLog } from '../../server/log.ts';

const noneAt = async () => 0;
const ignored = () => undefined;

/** Migrated, and nothing more. */
export const bareTemplate = 'template_bare';
/** As it is after the first node: the days of the event log are there, and the hourly jobs have run. Most tests clone this. */
export const usedTemplate = 'template_used';

/** Makes the databases that tests clone. `postgresUrl` is of another one on their server. */
export async function makeTemplates(postgresUrl: string): Promise<void> {
  const urlOf = (name: string) => Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
  const operator = new pg.Client(postgresUrl);
  await operator.connect();
  await operator.query(`create database ${bareTemplate}`);
  const database = await connectDatabase(urlOf(bareTemplate), 2, makeLog({ logLevel: 'warn' }));
  await migrate(database);
  await database.close();
  await operator.query(`create database ${usedTemplate} template ${bareTemplate}`);
  await operator.end();
  await use(urlOf(usedTemplate));
}

async function use(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const options = { pool, now: Date.now };
  const days = retention({ ...options, retentionDays: 7, dropped: ignored });
  await days.run();
  const hourly = [
    days,
    purge(options),
    standingsDrift({ pool, copies: noneAt, found: ignored }),
    unclaimedRewards({ pay: noneAt, paid: ignored }),
  ];
  for (const { name, every } of hourly)
    await pool.query(
      `insert into agenda_jobs (name, type, repeat_interval, repeat_timezone, last_run_at, last_finished_at, next_run_at)
       values ($1, 'single', $2::text, 'UTC', now(), now(), now() + $2::text::interval)`,
      [name, every],
    );
  await pool.end();
}
