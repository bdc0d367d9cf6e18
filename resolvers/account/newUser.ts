import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { CoinEntry } from '../../entities/coins.ts';
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
  /** Who vouches for them, and the id they have there; neither for people of this server's own. */
  issuer?: string;
  subject?: string;
  createdAt: Date;
}

/** A new person, with the coins everyone begins with, in the caller's unit of work. */
export function newUser(em: EntityManager, { roles = [], ...details }: NewUser): User {
  const id = uuid();
  const leg = { reference: `Welcome:${id}`, reason: 'WELCOME', at: details.createdAt } as const;
  em.create(CoinEntry, { ...leg, account: `User:${id}`, amount: firstCoins });
  em.create(CoinEntry, { ...leg, account: 'House:WELCOME', amount: -firstCoins });
  return em.create(User, { id, level: firstLevel, coins: firstCoins, roles, ...details });
}
