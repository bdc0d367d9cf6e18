import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

/** What a service token may do, each by its own name. */
export const scopes = [
  'users:write',
  'scores:write',
  'progress:write',
  'coins:write',
  'rooms:admin',
  'webhooks:manage',
] as const;
export type Scope = (typeof scopes)[number];

const ServiceTokenSchema = defineEntity({
  name: 'ServiceToken',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    scopes: p.array().$type<Scope[]>(),
    /** SHA-256 of the token; the token itself is not kept. */
    hash: p.string().hidden(),
    createdBy: () => p.manyToOne(User).ref(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export class ServiceToken extends ServiceTokenSchema.class {}
ServiceTokenSchema.setClass(ServiceToken);
