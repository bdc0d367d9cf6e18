import type { Pool } from 'pg';

/** Nobody is written to until then. */
export async function pauseMessages(pool: Pool, until: number): Promise<void> {
  await pool.query('update telegram_pace set paused_until = greatest(paused_until, $1)', [new Date(until)]);
}

/**
 * Telegram said to leave a chat alone until then. It does not say whether it means the chat or the bot: when it says so of
 * a second chat while it still holds for the first, nobody is written to. Returns whether that is so.
 */
export async function noteFlood(
  pool: Pool,
  { userId, until, now }: { userId: string; until: number; now: number },
): Promise<boolean> {
  const { rows } = await pool.query<{ paused: boolean }>(
    `update telegram_pace p set flooded_id = $1, flooded_until = $2,
       paused_until = case when b.several then greatest(p.paused_until, $2) else p.paused_until end
     from (select flooded_until > $3 and flooded_id <> $1 as several from telegram_pace) b
     returning coalesce(b.several, false) as paused`,
    [userId, new Date(until), new Date(now)],
  );
  return rows[0]?.paused ?? false;
}
