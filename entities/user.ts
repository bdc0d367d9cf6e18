import { defineEntity, p } from '@mikro-orm/core';

/** What a person may do beyond playing. Kept on the row; copied into the access token. */
export const roles = ['admin'] as const;
export type Role = (typeof roles)[number];

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    handle: p.string(),
    displayName: p.string(),
    /** argon2id in PHC form; null for guests and people from outside issuers. */
    passwordHash: p.string().nullable().hidden(),
    /** Who vouches for them, when that is not this server; with `subject`, the id they have there. */
    issuer: p.string().nullable(),
    subject: p.string().nullable(),
    guest: p.boolean(),
    roles: p.array().$type<Role[]>(),
    level: p.integer(),
    coins: p.integer(),
    createdAt: p.datetime(),
    /** Head of the user's stream, read by the same statement as the row, so it is never newer than it. */
    streamHead: p
      .integer()
      .persist(false)
      .formula((columns) => `coalesce((select s.head from stream s where s.id = 'User:' || ${columns['id']}), 0)`),
  },
});

export class User extends UserSchema.class {}
UserSchema.setClass(User);
