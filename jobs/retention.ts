import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../resolvers/transaction.ts';
import type { Job } from './job.ts';

const dayMs = 86_400_000;
/** Partitions made ahead, so that a few days without this job cost nothing. */
const daysAhead = 7;

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
      for (let day = 0; day <= daysAhead; day += 1) {
        await inTransaction(pool, (client) => makePartition(client, dayOf(today + day * dayMs)));
      }
      const oldestKept = partitionName(dayOf(today - retentionDays * dayMs));
      const { rows } = await pool.query<{ name: string }>(
        `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'event'::regclass and c.relname ~ '^event_[0-9]{8}$' and c.relname < $1
         order by c.relname`,
        [oldestKept],
      );
      for (const { name } of rows) await inTransaction(pool, (client) => dropPartition(client, name));
      const oldest = new Date(`${dayOf(today - retentionDays * dayMs)}T00:00:00Z`);
      await inTransaction(pool, (client) => trimDefault(client, oldest));
      if (rows.length > 0) dropped(rows.map(({ name }) => name));
    },
  };
}

/** Makes the partitions needed now, before the first event. */
export async function makeFirstPartitions(pool: Pool, now: number): Promise<void> {
  for (const day of [0, 1]) await inTransaction(pool, (client) => makePartition(client, dayOf(now + day * dayMs)));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function partitionName(day: string): string {
  return `event_${day.replaceAll('-', '')}`;
}

/** Events of that day that came before their partition are in the default one and move along. */
async function makePartition(client: ClientBase, day: string): Promise<void> {
  const name = partitionName(day);
  const range = [`${day}T00:00:00Z`, `${dayOf(Date.parse(`${day}T00:00:00Z`) + dayMs)}T00:00:00Z`] as const;
  // Two workers may both find it missing.
  await client.query(`select pg_advisory_xact_lock(hashtext($1))`, [name]);
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
  if (rows[0]?.there) return;
  await client.query(`create table ${name} (like event including all)`);
  await client.query(
    `with early as (delete from event_default where at >= $1 and at < $2 returning *)
     insert into ${name} select * from early`,
    [...range],
  );
  await client.query(`alter table event attach partition ${name} for values from ('${range[0]}') to ('${range[1]}')`);
}

/** A stream's tail moves past what goes before it goes, so that nobody takes the hole for the end. */
async function dropPartition(client: ClientBase, name: string): Promise<void> {
  await client.query(`
    update stream s set tail = greatest(s.tail, gone.seq + 1)
    from (select stream, max(seq) as seq from ${name} group by stream order by stream) gone where s.id = gone.stream`);
  await client.query(`drop table ${name}`);
}

async function trimDefault(client: ClientBase, oldest: Date): Promise<void> {
  await client.query(
    `with gone as (delete from event_default where at < $1 returning stream, seq),
     last as (select stream, max(seq) as seq from gone group by stream)
     update stream s set tail = greatest(s.tail, last.seq + 1) from last where s.id = last.stream`,
    [oldest],
  );
}
