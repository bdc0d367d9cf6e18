import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Context } from '../context.ts';
import { HandleTakenError, InvalidInputError } from '../errors.ts';
import { checkDisplayName, checkHandle, checkPassword } from './handle.ts';
import { newUser } from './newUser.ts';
import { openSession, type OpenSession } from './openSession.ts';

export interface SignUpInput {
  handle: string;
  password: string;
  displayName?: string | null | undefined;
}

/** Makes an account and signs it in. Handles differ in more than case. */
export async function signUp(context: Context, input: SignUpInput): Promise<OpenSession> {
  const { services, arrival } = context;
  const { handle, password } = input;
  const given = input.displayName?.trim();
  const displayName = given ?? handle;
  const wrong = [
    ...checkHandle(handle),
    ...checkPassword(password),
    // A handle that is right will do as a name; a name that nobody gave can't be wrong.
    ...(given === undefined ? [] : checkDisplayName(given)),
  ];
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  await services.limits.take('accountsPerAddress', arrival.address);
  const passwordHash = await services.passwords.hash(password);
  const createdAt = new Date(services.clock.now());
  // A unit of work of its own: a handle that is taken must not be tried again by the document's next mutation.
  const em = context.em.fork();
  const user = newUser(em, { handle, displayName, passwordHash, guest: false, createdAt });
  const session = await openSession(context, em, user);
  try {
    await em.flush();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new HandleTakenError(handle);
    throw error;
  }
  services.product.signedUp(user.id, 'PASSWORD');
  return session;
}
