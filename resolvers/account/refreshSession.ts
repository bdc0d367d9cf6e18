import { RefreshToken, Session } from '../../entities/session.ts';
import type { Context } from '../context.ts';
import { InvalidRefreshTokenError } from '../errors.ts';
import { grant, type OpenSession } from './openSession.ts';

/**
 * Exchanges a refresh token for a new pair. Each is good once: whoever shows one again, the client or a thief, ends the
 * session and every token that came of it (RFC 9700 §4.14.2).
 */
export async function refreshSession(
  { services, em }: Context,
  { refreshToken }: { refreshToken: string },
): Promise<OpenSession> {
  const hash = services.tokens.hashRefreshToken(refreshToken);
  const token = await em.findOne(RefreshToken, hash, { populate: ['session', 'session.user'] });
  if (!token) throw new InvalidRefreshTokenError('UNKNOWN');
  const session = token.session.getEntity();
  const now = new Date(services.clock.now());
  if (session.endedAt) throw new InvalidRefreshTokenError('ENDED');
  if (session.expiresAt <= now) throw new InvalidRefreshTokenError('EXPIRED');
  const renewed = await em.transactional(async (tx) => {
    // Of two at once, one finds the token unspent.
    const spent = await tx.nativeUpdate(RefreshToken, { hash, usedAt: null }, { usedAt: now });
    if (spent === 0) {
      await tx.nativeUpdate(Session, { id: session.id, endedAt: null }, { endedAt: now, endedBecause: 'TOKEN_REUSED' });
      return undefined;
    }
    const expiresAt = new Date(now.getTime() + services.policy.sessionMs);
    await tx.nativeUpdate(Session, { id: session.id }, { expiresAt });
    return grant(services, tx, session.user.getEntity(), session.id);
  });
  if (!renewed) throw new InvalidRefreshTokenError('REUSED');
  return renewed;
}
