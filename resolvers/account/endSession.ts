import { Session } from '../../entities/session.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { endSessions } from './endSessions.ts';

/** Ends a session of the caller's own, as signing out there would. Ending one twice is fine. */
export async function endSession(context: Context, { id }: { id: string }): Promise<boolean> {
  const { services, em } = context;
  const { userId, sessionId } = requireViewer(context);
  const mine = await em.count(Session, { id, user: userId });
  if (mine === 0) throw new NotFoundError('session');
  await endSessions(services, { sessionId: id }, 'SIGNED_OUT');
  // Whoever ends another session of theirs is still here.
  if (id === sessionId) services.product.signedOut(userId);
  return true;
}
