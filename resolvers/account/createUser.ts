import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../entities/user.ts';
import { isText } from '../../rules/text.ts';
import type { Context } from '../context.ts';
import { HandleTakenError, InvalidInputError } from '../errors.ts';
import { findUser } from './findUser.ts';
import { checkDisplayName, checkHandle } from './handle.ts';
import { newUser } from './newUser.ts';

/** Whose ids external ids are: those of the integrators of this server, all together. */
const externalIssuer = 'urn:cupbearer:external';
const longestExternalId = 200;

export interface CreateUserInput {
  handle: string;
  displayName?: string | null | undefined;
  externalId?: string | null | undefined;
}

/** Makes an integrator's user, who has no password here. The same external id again is the same person. */
export async function createUser(context: Context, input: CreateUserInput): Promise<User> {
  const { services, em } = context;
  const { handle, externalId } = input;
  const given = input.displayName?.trim();
  const wrong = [
    ...checkHandle(handle),
    ...(given === undefined ? [] : checkDisplayName(given)),
    ...(typeof externalId === 'string' && !isText(externalId, longestExternalId)
      ? [{ field: 'externalId', message: `must have 1 to ${longestExternalId} visible characters.` }]
      : []),
  ];
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const outside = externalId ? { issuer: externalIssuer, subject: externalId } : undefined;
  const known = outside && (await em.findOne(User, outside));
  if (known) return known;
  try {
    const createdAt = new Date(services.clock.now());
    const details = { handle, displayName: given ?? handle, passwordHash: null, guest: false, createdAt };
    const user = newUser(em, { ...details, ...outside });
    await em.flush();
    services.product.signedUp(user.id, 'SERVICE');
    return user;
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    em.clear();
    // Of two requests at once with the same external id the other one has made them.
    const made = outside && (await em.findOne(User, outside));
    if (made) return made;
    if (await findUser(context, handle)) throw new HandleTakenError(handle);
    throw error;
  }
}
