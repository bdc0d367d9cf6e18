import { AuditEntry } from '../entities/auditEntry.ts';
import { ServiceToken } from '../entities/serviceToken.ts';
import { User } from '../entities/user.ts';
import { builder } from './builder.ts';
import { inOrder } from './inOrder.ts';

const AuditDetailRef = builder.objectRef<readonly [name: string, value: string]>('AuditDetail');
AuditDetailRef.implement({
  description: 'More about a deed. Of people no more than ids.',
  fields: (t) => ({
    name: t.string({ description: 'What it is.', resolve: ([name]) => name }),
    value: t.string({ description: 'What it was.', resolve: ([, value]) => value }),
  }),
});

builder.node(AuditEntry, {
  name: 'AuditEntry',
  description:
    'Something that an operator did, written down by the transaction that did it. Never changed or taken away. Admins only.',
  authScopes: { admin: true },
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(AuditEntry, { id: { $in: ids } })),
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => at }),
    user: t.field({
      type: User,
      nullable: true,
      description: 'The admin who did it; null where it was a service.',
      resolve: ({ byUser }) => byUser?.load() ?? null,
    }),
    service: t.field({
      type: ServiceToken,
      nullable: true,
      description: 'The token of the service that did it; null where it was an admin.',
      resolve: ({ byService }) => byService?.load() ?? null,
    }),
    action: t.exposeString('action', { description: 'The name of the mutation.' }),
    subject: t.id({ description: 'Of what it was done to.', resolve: ({ subject }) => subject }),
    reason: t.string({ nullable: true, description: 'Why, where that is asked for.', resolve: ({ reason }) => reason }),
    details: t.field({
      type: [AuditDetailRef],
      description: 'The rest: whom a kick was for, a token’s scopes.',
      resolve: ({ details }) => Object.entries(details),
    }),
  }),
});
