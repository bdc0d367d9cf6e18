import type { SessionEnd } from '../../entities/session.ts';
import type { Services } from '../services.ts';

/** One session, or all of a person's. */
export type WhichSessions = { sessionId: string } | { userId: string };

/**
 * Ends sessions: their refresh tokens buy nothing, and their access tokens and sockets end on this node at once and on
 * the others within half a second. Sessions that are over stay as they ended.
 */
export async function endSessions(
  { pool, clock, sessions }: Pick<Services, 'pool' | 'clock' | 'sessions'>,
  which: WhichSessions,
  because: SessionEnd,
): Promise<void> {
  const [column, value] = 'sessionId' in which ? ['id', which.sessionId] : ['user_id', which.userId];
  const { rows } = await pool.query<{ id: string }>(
    `update session set ended_at = $2, ended_because = $3 where ${column} = $1 and ended_at is null returning id`,
    [value, new Date(clock.now()), because],
  );
  sessions.ended(rows.map(({ id }) => id));
}
