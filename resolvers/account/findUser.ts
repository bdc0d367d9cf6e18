import { raw } from '@mikro-orm/core';
import { User } from '../../entities/user.ts';
import type { Context } from '../context.ts';

/** Matches a handle whatever its case, through the index that keeps handles apart. */
export function handleIs(handle: string) {
  return { [raw((alias) => `lower(${alias}.handle)`)]: handle.toLowerCase() };
}

/** The person of that handle, or null. */
export function findUser({ em }: Context, handle: string): Promise<User | null> {
  return em.findOne(User, handleIs(handle));
}
