import type { ClientBase } from 'pg';
import type { NotificationKind } from '../../entities/telegram.ts';
import { type Notice, triedForMs } from '../../rules/notice.ts';

/** A notice for people, with what it is about and until when it is of use, in Unix milliseconds. */
export interface NoticeTo {
  users: readonly string[];
  /** The battle, throw or tournament. */
  subject: string;
  notice: Notice;
  usefulUntil: number;
}

/**
 * SQL that queues a notification of `kind` for each row of `rows` (user_id, subject, data, at, useful_until) whose person
 * reads Telegram and wants it; once for each person and subject. For the statement that writes what they are told of, or
 * its transaction: one is never there without the other.
 */
export function queueing(kind: NotificationKind, rows: string): string {
  return `insert into telegram_notification (user_id, kind, subject, data, made_at, expires_at)
    select r.user_id, '${kind}', r.subject, r.data, r.at, least(r.useful_until, r.at + interval '${triedForMs} milliseconds')
    from (${rows}) r
    join telegram_link l on l.user_id = r.user_id
    where l.chat_id is not null and l.blocked_at is null and '${kind}' = any(l.kinds)
    order by r.user_id
    on conflict do nothing`;
}

/** Queues a notice in the caller's transaction, for whoever of these people wants it. */
export async function queueNotices(
  client: ClientBase,
  { users, subject, notice: { kind, data }, usefulUntil }: NoticeTo,
  at: number,
): Promise<void> {
  if (users.length === 0) return;
  await client.query({
    name: `queue-${kind}`,
    text: queueing(
      kind,
      `select user_id, $2::uuid as subject, $3::jsonb as data, $4::timestamptz as at, $5::timestamptz as useful_until
       from unnest($1::uuid[]) as u(user_id)`,
    ),
    values: [users, subject, JSON.stringify(data), new Date(at), new Date(usefulUntil)],
  });
}
