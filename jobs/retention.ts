import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../resolvers/transaction.ts';
import { dayMs, dayOf, startOf } from '../rules/day.ts';
import type { Job } from './job.ts';

/** Partitions made ahead, so that a few days without this job cost nothing. */
const daysAhead = 7;
/** Less than what requests wait for a lock. */
const pauseTimeoutMs = 500;

export interface RetentionOptions {
  pool: Pool;
  now(): number;
  retentionDays: number;
  /** Names of the days whose events were dropped. */
  dropped(days: readonly string[]): void;
}

/** Hourly: makes the event log's coming days, and drops the days past retention after telling their streams. */
export function retention({ pool, now, retentionDays, dropped }: RetentionOptions): Job {
  return {
    name: 'retention',
    every: '1 hour',
    async run() {
      const today = now();
      const days = Array.from({ length: daysAhead + 1 }, (_, day) => dayOf(today + day * dayMs));
      await makePartitions(pool, days);
      const oldestKept = dayOf(today - retentionDays * dayMs);
      await trimStreams(pool, oldestKept);
      const gone = await inTransaction(pool, (client) => dropBefore(client, oldestKept));
      await pool.query('delete from event_default where at < $1', [`${oldestKept}T00:00:00Z`]);
      if (gone.length > 0) dropped(gone);
    },
  };
}

/** Makes the partitions needed now, before the first event. */
export async function makeFirstPartitions(pool: Pool, now: number): Promise<void> {
  await makePartitions(pool, [dayOf(now), dayOf(now + dayMs)]);
}

/** Makes those of these days (`2026-01-31`) that are not there, each in a transaction of its own. */
export async function makePartitions(pool: Pool, days: readonly string[]): Promise<void> {
  for (const day of days) await inTransaction(pool, (client) => makePartition(client, day));
}

/** The days (`2026-01-31`) that have a partition, the oldest first. */
export async function partitionDays(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select to_char(to_date(right(c.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') as day ${dayPartitions} order by c.relname`,
  );
  return rows.map(({ day }) => day);
}

function partitionName(day: string): string {
  return `event_${day.replaceAll('-', '')}`;
}

/** Partitions as `c`, all but the default one. */
const dayPartitions = `from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'event'::regclass and c.relname ~ '^event_[0-9]{8}$'`;

/** Events of that day that came before their partition are in the default one and move along. */
async function makePartition(client: ClientBase, day: string): Promise<void> {
  const name = partitionName(day);
  const range = [`${day}T00:00:00Z`, `${dayOf(startOf(day) + dayMs)}T00:00:00Z`] as const;
  await lockPartitions(client);
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
  if (rows[0]?.there) return;
  await pauseLog(client);
  await client.query(`create table ${name} (like event including all)`);
  await client.query(
    `with early as (delete from event_default where at >= $1 and at < $2 returning *)
     insert into ${name} select * from early`,
    [...range],
  );
  await client.query(`alter table event attach partition ${name} for values from ('${range[0]}') to ('${range[1]}')`);
}

/** One worker at a time makes or drops partitions: until the transaction ends. */
async function lockPartitions(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('event partitions'))`);
}

/**
 * Until the transaction ends nobody reads or appends: an append that had made for the default partition would fail once
 * its day has its own. Gives up soon when somebody reads for long (a backup), as everyone else waits behind this; there
 * are days until it matters.
 */
async function pauseLog(client: ClientBase): Promise<void> {
  await client.query(`set local lock_timeout = ${pauseTimeoutMs}`);
  await client.query('lock table event in access exclusive mode');
}

/**
 * A stream's tail moves past what goes before it goes, so that nobody takes the hole for the end. A statement of its own:
 * dropping waits for everyone who appends, and they may wait for a stream's row.
 */
async function trimStreams(pool: Pool, oldestKept: string): Promise<void> {
  await pool.query(
    `with gone as (select stream, max(seq) as seq from event where at < $1 group by stream),
     locked as (
       select s.id, gone.seq from stream s join gone on gone.stream = s.id where s.tail <= gone.seq
       order by s.id for no key update of s)
     update stream s set tail = locked.seq + 1 from locked where s.id = locked.id`,
    [`${oldestKept}T00:00:00Z`],
  );
}

/** Names of the partitions that went. */
async function dropBefore(client: ClientBase, oldestKept: string): Promise<string[]> {
  await lockPartitions(client);
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name ${dayPartitions} and c.relname < $1 order by c.relname`,
    [partitionName(oldestKept)],
  );
  if (rows.length > 0) await pauseLog(client);
  for (const { name } of rows) await client.query(`drop table ${name}`);
  return rows.map(({ name }) => name);
}
