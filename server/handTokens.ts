import { v7 as uuid } from 'uuid';
import { Session } from '../entities/session.ts';
import { type Role, User } from '../entities/user.ts';
import { handleIs } from '../resolvers/account/findUser.ts';
import { newUser } from '../resolvers/account/newUser.ts';
import type { Services } from '../resolvers/services.ts';
import type { AccessTokens } from './auth/tokens.ts';

export interface HandTokenRequest {
  handle: string;
  roles: Role[];
  lifeMs: number;
  /** Development tokens are refused in production. */
  development: boolean;
}

/** A token for a person or a tool, outside of any sign-in form. Makes the account if there is none of that handle. */
export async function handToken(
  { orm, clock }: Pick<Services, 'orm' | 'clock'>,
  tokens: AccessTokens,
  { handle, roles, lifeMs, development }: HandTokenRequest,
): Promise<string> {
  const em = orm.em.fork();
  const createdAt = new Date(clock.now());
  const user =
    (await em.findOne(User, handleIs(handle))) ??
    newUser(em, { handle, displayName: handle, passwordHash: null, guest: false, roles, createdAt });
  if (roles.some((role) => !user.roles.includes(role))) user.roles = [...new Set([...user.roles, ...roles])];
  const expiresAt = new Date(clock.now() + lifeMs);
  const session = em.create(Session, { id: uuid(), user, createdAt, expiresAt, accessUntil: expiresAt });
  await em.flush();
  const subject = { userId: user.id, handle: user.handle, roles: user.roles, sessionId: session.id };
  return tokens.issueHandToken(subject, lifeMs, development);
}
