import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { type Role, User } from '../../entities/user.ts';

/** Where everyone begins. */
export const firstLevel = 1;
export const firstCoins = 1_000;

export interface NewUser {
  handle: string;
  displayName: string;
  passwordHash: string | null;
  guest: boolean;
  roles?: Role[];
  createdAt: Date;
}

/** A new person in the caller's unit of work. */
export function newUser(em: EntityManager, { roles = [], ...details }: NewUser): User {
  return em.create(User, { id: uuid(), level: firstLevel, coins: firstCoins, roles, ...details });
}
