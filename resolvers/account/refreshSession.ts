import { RefreshToken, Session } from '../../entities/session.ts';
import type { Context } from '../context.ts';
import { InvalidRefreshTokenError } from '../errors.ts';
import { endSessions } from './endSessions.ts';
import { grant, type OpenSession } from './openSession.ts';

/**
 * Exchanges a refresh token for a new pair. Each is good once: whoever shows one again, the client or a thief, ends the
 * session and every token that came of it (RFC 9700 §4.14.2).
 */
export async function refreshSession(
  { services, em, arrival }: Context,
  { refreshToken }: { refreshToken: string },
): Promise<OpenSession> {
  await services.limits.take('refreshesPerAddress', arrival.address);
  const hash = services.tokens.hashOpaqueToken(refreshToken);
  const token = await em.findOne(RefreshToken, hash, { populate: ['session', 'session.user'] });
  if (!token) throw new InvalidRefreshTokenError('UNKNOWN');
  const session = token.session.getEntity();
  const now = new Date(services.clock.now());
  if (session.endedAt) throw new InvalidRefreshTokenError('ENDED');
  if (session.expiresAt <= now) throw new InvalidRefreshTokenError('EXPIRED');
  const user = session.user.getEntity();
  const renewed = await em.transactional(async (tx) => {
    // Of two at once, one finds the token unspent.
    const spent = await tx.nativeUpdate(RefreshToken, { hash, usedAt: null }, { usedAt: now });
    if (spent === 0) return undefined;
    const granted = await grant(services, tx, user, session.id);
    const expiresAt = new Date(now.getTime() + services.policy.sessionMs);
    const going = await tx.nativeUpdate(
      Session,
      { id: session.id, endedAt: null },
      { expiresAt, accessUntil: granted.expiresAt },
    );
    if (going === 0) throw new InvalidRefreshTokenError('ENDED');
    return granted;
  });
  if (renewed) return renewed;
  await endSessions(services, { sessionId: session.id }, 'TOKEN_REUSED');
  throw new InvalidRefreshTokenError('REUSED');
}
