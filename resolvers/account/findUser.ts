import { raw } from '@mikro-orm/core';
import { User } from '../../entities/user.ts';
import type { Context } from '../context.ts';
import { checkHandle } from './handle.ts';

/** Matches a handle whatever its case, through the index that keeps handles apart. */
export function handleIs(handle: string) {
  return { [raw((alias) => `lower(${alias}.handle)`)]: handle.toLowerCase() };
}

/** The person of that handle, or null; PostgreSQL is not asked for what can't be a handle, nor could it always be. */
export async function findUser({ em }: Context, handle: string): Promise<User | null> {
  return checkHandle(handle).length > 0 ? null : em.findOne(User, handleIs(handle));
}
