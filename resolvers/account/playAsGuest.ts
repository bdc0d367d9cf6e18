import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { checkDisplayName } from './handle.ts';
import { newUser } from './newUser.ts';
import { openSession, type OpenSession } from './openSession.ts';

/** Makes an account that nobody can sign in to again, and signs it in. */
export async function playAsGuest(
  context: Context,
  input: { displayName?: string | null | undefined },
): Promise<OpenSession> {
  const { services, em, arrival } = context;
  const displayName = input.displayName?.trim() ?? 'Guest';
  const wrong = checkDisplayName(displayName);
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  await services.limits.take('accountsPerAddress', arrival.address);
  const handle = `guest-${randomBytes(8).toString('hex')}`;
  const createdAt = new Date(services.clock.now());
  const user = newUser(em, { handle, displayName, passwordHash: null, guest: true, createdAt });
  const session = await openSession(context, em, user);
  await em.flush();
  services.product.signedUp(user.id, 'GUEST');
  return session;
}
