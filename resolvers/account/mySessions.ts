import pg from 'pg';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';

/** A session that goes on, as its person sees it. */
export interface ActiveSession {
  id: string;
  createdAt: Date;
  /** When its newest refresh token was made. */
  lastUsedAt: Date;
  expiresAt: Date;
  device: string | null;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** More than this nobody looks through. */
export const mostSessions = 50;

/** The caller's sessions that neither ended nor expired, the one used last first. */
export async function mySessions(context: Context): Promise<ActiveSession[]> {
  const { userId, sessionId } = requireViewer(context);
  const { pool, clock } = context.services;
  const { rows } = await pool.query<Omit<ActiveSession, 'current'>>({
    types: pg.types,
    text: `
      select id, created_at as "createdAt", coalesce(issued_at, created_at) as "lastUsedAt", expires_at as "expiresAt",
        device
      from session s, lateral (select max(issued_at) as issued_at from refresh_token where session_id = s.id) newest
      where user_id = $1 and ended_at is null and expires_at > $2
      order by "lastUsedAt" desc, id desc limit $3`,
    values: [userId, new Date(clock.now()), mostSessions],
  });
  return rows.map((row) => ({ ...row, current: row.id === sessionId }));
}
