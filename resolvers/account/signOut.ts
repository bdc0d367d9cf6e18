import { Session } from '../../entities/session.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NoSessionError } from '../errors.ts';

/**
 * Ends the session behind the caller's token, or all of the caller's: their refresh tokens are worth nothing from now on.
 * Ending one twice is fine.
 */
export async function signOut(context: Context, { everywhere }: { everywhere: boolean }): Promise<boolean> {
  const { sessionId, userId } = requireViewer(context);
  const now = new Date(context.services.clock.now());
  const ending = { endedAt: now, endedBecause: 'SIGNED_OUT' } as const;
  if (everywhere) await context.em.nativeUpdate(Session, { user: userId, endedAt: null }, ending);
  else if (sessionId) await context.em.nativeUpdate(Session, { id: sessionId, endedAt: null }, ending);
  else throw new NoSessionError();
  return true;
}
