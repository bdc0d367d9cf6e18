import { purge } from '../../jobs/purge.ts';
import { retention } from '../../jobs/retention.ts';
import { standingsDrift } from '../../jobs/standingsDrift.ts';
import { unclaimedRewards } from '../../jobs/unclaimedRewards.ts';
import { connectDatabase, migrate } from '../../server/database.ts';
import { makeLog } from '../../server/log.ts';

const noneAt = async () => 0;
const ignored = () => undefined;

/**
 * Migrates the database that tests clone. The days of the event log are there, and hourly jobs have just run, so that the
 * nodes of tests don't all begin with them.
 */
export async function makeTemplate(databaseUrl: string): Promise<void> {
  const database = await connectDatabase(databaseUrl, 2, makeLog({ logLevel: 'warn' }));
  await migrate(database);
  const { background: pool } = database;
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
  await database.close();
}
