import type { Pool } from 'pg';
import { notificationKinds, type NotificationKind, type NotificationOutcome } from '../../entities/telegram.ts';
import { expiredAs } from '../../rules/notice.ts';

/** When the next of those that wait may go out; undefined when none waits. Those of chats that can't be written to don't. */
export async function nextNotificationAt(pool: Pool, now: number): Promise<number | undefined> {
  const { rows } = await pool.query<{ at: Date | null }>({
    name: 'next-notification',
    text: `
      select greatest(min(next_at), (select greatest(next_at, paused_until) from telegram_pace)) as at from (
        select coalesce(l.next_at, $1) as next_at
        from telegram_notification n join telegram_link l on l.user_id = n.user_id
        where n.settled_at is null and l.chat_id is not null and l.blocked_at is null
        order by n.expires_at, n.id limit 500) waiting
      having count(*) > 0`,
    values: [new Date(now)],
  });
  return rows[0]?.at?.getTime();
}

/** Whether there is anything to do. */
export async function someWait(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'notifications-wait',
    text: 'select from telegram_notification where settled_at is null limit 1',
  });
  return Boolean(rowCount);
}

const kindsThatEnd = (outcome: NotificationOutcome) => notificationKinds.filter((kind) => expiredAs(kind) === outcome);

/** Ends, as `outcome`, those that ought to end so and were of no more use by then; returns of which kinds they were. */
export async function expireNotifications(
  pool: Pool,
  { outcome, by, now }: { outcome: 'LATE' | 'GAVE_UP'; by: number; now: number },
): Promise<NotificationKind[]> {
  const { rows } = await pool.query<{ kind: NotificationKind }>({
    name: 'expire-notifications',
    text: `
      update telegram_notification set outcome = $1, settled_at = $3 where id in (
        select id from telegram_notification where settled_at is null and expires_at <= $2 and kind = any($4)
        for no key update skip locked)
      returning kind`,
    values: [outcome, new Date(by), new Date(now), kindsThatEnd(outcome)],
  });
  return rows.map(({ kind }) => kind);
}
