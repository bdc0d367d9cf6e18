import type { Pool } from 'pg';
import type { NotificationOutcome } from '../../entities/telegram.ts';
import type { TakenNotification } from './takeNotifications.ts';

export interface Settlement {
  /** Null: it is tried again. */
  outcome: NotificationOutcome | null;
  reason: string | null;
  now: number;
  /** From when on its chat may be written to again. */
  chatAt: number;
}

/** Says what came of a notification that was taken, and lets go of its chat unless somebody else has taken it since. */
export async function settleNotification(
  pool: Pool,
  { id, userId, leasedUntil }: TakenNotification,
  { outcome, reason, now, chatAt }: Settlement,
): Promise<void> {
  await pool.query({
    name: 'settle-notification',
    // The chat before the notification, as everywhere.
    text: `
      with freed as (
        update telegram_link set next_at = $6 where user_id = $2 and next_at = $7 returning user_id)
      update telegram_notification set outcome = $3, last_error = coalesce($4, last_error),
        settled_at = case when $3::text is not null then $5::timestamptz end
      from (select count(*) from freed) first where id = $1 and settled_at is null`,
    values: [id, userId, outcome, reason, new Date(now), new Date(chatAt), leasedUntil],
  });
}

/** Gives back what was taken and not tried. */
export async function giveBack(pool: Pool, { id, userId, leasedUntil }: TakenNotification): Promise<void> {
  await pool.query(
    `with freed as (update telegram_link set next_at = null where user_id = $2 and next_at = $3 returning user_id)
     update telegram_notification set attempts = attempts - 1 from freed where id = $1`,
    [id, userId, leasedUntil],
  );
}
