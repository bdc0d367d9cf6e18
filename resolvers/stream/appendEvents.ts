import type { ClientBase } from 'pg';
import type { LogEntry, NewEntry } from '../../subscriptions/eventLog.ts';
import type { Services } from '../services.ts';

/** Events that a transaction has appended to a stream, to be announced once it is committed. */
export interface Appended {
  stream: string;
  entries: LogEntry[];
}

/** Appends to a stream in the caller's transaction; the stream's row stays locked until it ends. */
export async function appendEvents(
  client: ClientBase,
  stream: string,
  entries: readonly NewEntry[],
  at: number,
): Promise<Appended> {
  const { rows } = await client.query<{ head: number }>({
    name: `append-events`,
    text: `
      with s as (
        insert into stream as s (id, head) values ($1, $2::int)
        on conflict (id) do update set head = s.head + $2::int returning head),
      logged as (
        insert into event (stream, seq, type, version, payload, at)
        select $1, s.head - $2::int + e.position, e.type, e.version, e.payload, $3
        from s, rows from (jsonb_to_recordset($4) as (type text, version int, payload jsonb))
          with ordinality as e(type, version, payload, position))
      select head from s`,
    values: [stream, entries.length, new Date(at), JSON.stringify(entries)],
  });
  const first = (rows[0]?.head ?? entries.length) - entries.length + 1;
  return { stream, entries: entries.map((entry, index) => ({ ...entry, seq: first + index, at })) };
}

/** Appends one event to each of many streams in the caller's transaction; their rows are locked in one order everywhere. */
export async function appendToEach(
  client: ClientBase,
  streams: readonly string[],
  entry: NewEntry,
  at: number,
): Promise<Appended[]> {
  const { rows } = await client.query<{ stream: string; head: number }>({
    name: 'append-to-each',
    text: `
      with s as (
        insert into stream as s (id, head) select id, 1 from unnest($1::text[]) as asked(id) order by id
        on conflict (id) do update set head = s.head + 1 returning id, head),
      logged as (
        insert into event (stream, seq, type, version, payload, at) select id, head, $2, $3, $4, $5 from s)
      select id as stream, head from s`,
    values: [streams, entry.type, entry.version, JSON.stringify(entry.payload), new Date(at)],
  });
  return rows.map(({ stream, head }) => ({ stream, entries: [{ ...entry, seq: head, at }] }));
}

/** Tells whoever follows, after the commit. */
export function announce({ feed }: Pick<Services, 'feed'>, appended: readonly Appended[]): void {
  for (const { stream, entries } of appended) feed.announce(stream, entries);
}
