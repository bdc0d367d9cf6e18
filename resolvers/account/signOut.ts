import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NoSessionError } from '../errors.ts';
import { endSessions } from './endSessions.ts';

/** Ends the session behind the caller's token, or all of the caller's. Ending one twice is fine. */
export async function signOut(context: Context, { everywhere }: { everywhere: boolean }): Promise<boolean> {
  const { sessionId, userId } = requireViewer(context);
  if (everywhere) await endSessions(context.services, { userId }, 'SIGNED_OUT');
  else if (sessionId) await endSessions(context.services, { sessionId }, 'SIGNED_OUT');
  else throw new NoSessionError();
  context.services.product.signedOut(userId);
  return true;
}
