import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { RefreshToken, Session } from '../../entities/session.ts';
import type { User } from '../../entities/user.ts';
import type { Context } from '../context.ts';
import type { Services } from '../services.ts';
import { deviceOf } from './device.ts';

/** What a client holds of a session. */
export interface OpenSession {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
  user: User;
}

/** Starts a session for a person, in the caller's unit of work: nothing stands until it flushes. */
export async function openSession(
  { services, arrival }: Pick<Context, 'services' | 'arrival'>,
  em: EntityManager,
  user: User,
): Promise<OpenSession> {
  const now = services.clock.now();
  const session = em.create(Session, {
    id: uuid(),
    user,
    createdAt: new Date(now),
    expiresAt: new Date(now + services.policy.sessionMs),
    device: deviceOf(arrival.userAgent),
  });
  const granted = await grant(services, em, user, session.id);
  session.accessUntil = granted.expiresAt;
  return granted;
}

/** Puts a fresh pair of tokens into a session. */
export async function grant(
  { tokens, clock }: Services,
  em: EntityManager,
  user: User,
  sessionId: string,
): Promise<OpenSession> {
  const { token, hash } = tokens.newOpaqueToken();
  em.create(RefreshToken, { hash, session: sessionId, issuedAt: new Date(clock.now()) });
  const { id: userId, handle, roles } = user;
  const { accessToken, expiresAt } = await tokens.issueAccessToken({ userId, handle, roles, sessionId });
  return { accessToken, expiresAt, refreshToken: token, user };
}
