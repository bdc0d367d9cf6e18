import { scopes, ServiceToken } from '../entities/serviceToken.ts';
import { User } from '../entities/user.ts';
import { createServiceToken } from '../resolvers/account/createServiceToken.ts';
import { createUser } from '../resolvers/account/createUser.ts';
import { revokeServiceToken } from '../resolvers/account/revokeServiceToken.ts';
import { HandleTakenError, InvalidInputError, NotFoundError } from '../resolvers/errors.ts';
import { pageOf } from '../resolvers/page.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { encodeGlobalId } from './globalId.ts';
import { inOrder } from './inOrder.ts';

builder.node(ServiceToken, {
  name: 'ServiceToken',
  description: 'What an integrator’s service speaks by; its secret is not kept. Admins only.',
  authScopes: { admin: true },
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(ServiceToken, { id: { $in: ids } })),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    scopes: t.exposeStringList('scopes', { description: 'What it may do.' }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself; null: never.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null while it holds.',
      resolve: ({ revokedAt }) => revokedAt,
    }),
  }),
});

builder.queryFields((t) => ({
  serviceTokens: t.connection({
    type: ServiceToken,
    authScopes: { admin: true },
    description: 'Every service token, the newest first. Admins only.',
    resolve: async (_root, args, { em }) =>
      connectionOf(await em.findByCursor(ServiceToken, { where: {}, orderBy: { id: 'desc' }, ...pageOf(args) })),
  }),
}));

builder.relayMutationField(
  'createServiceToken',
  {
    description: 'Who will use it, and for what.',
    inputFields: (t) => ({
      name: t.string({ description: '1 to 80 characters.' }),
      scopes: t.stringList({ description: `One or more of ${scopes.join(', ')}.` }),
      expiresAt: t.field({ type: 'DateTime', required: false, description: 'Left out: it holds until it is revoked.' }),
    }),
  },
  {
    description: 'Makes a token for an integrator’s service. Admins only.',
    authScopes: { admin: true },
    errors: { types: [InvalidInputError] },
    resolve: (_root, { input }, context) => createServiceToken(context, input),
  },
  {
    description: 'Made.',
    outputFields: (t) => ({
      token: t.string({
        description: 'Send as `Authorization: Bearer …`. Shown this once: keep it secret.',
        resolve: ({ token }) => token,
      }),
      id: t.id({
        description: 'Of the ServiceToken, to revoke it by.',
        resolve: ({ id }) => encodeGlobalId('ServiceToken', id),
      }),
    }),
  },
);

builder.relayMutationField(
  'revokeServiceToken',
  {
    description: 'What to revoke.',
    inputFields: (t) => ({ id: t.globalID({ for: ServiceToken, description: 'Of a ServiceToken.' }) }),
  },
  {
    description:
      'Ends a service token: within half a second every node refuses it and closes its sockets. Admins only. Revoking twice is a no-op.',
    authScopes: { admin: true },
    errors: { types: [NotFoundError] },
    resolve: async (_root, { input }, context) => {
      await revokeServiceToken(context, { id: input.id.id });
      return { ok: true };
    },
  },
  {
    description: 'Revoked.',
    outputFields: (t) => ({ ok: t.exposeBoolean('ok', { description: 'Always true.' }) }),
  },
);

builder.relayMutationField(
  'createUser',
  {
    description: 'A user of an integrator’s.',
    inputFields: (t) => ({
      handle: t.string({ description: 'Unique name: 2 to 32 letters, digits, dots, dashes or underscores.' }),
      displayName: t.string({ required: false, description: '1 to 40 visible characters; the handle when left out.' }),
      externalId: t.string({
        required: false,
        description: 'The id you know them by, 1 to 200 characters: the same again is the same user.',
      }),
    }),
  },
  {
    description: 'Makes a user who has no password here. Service scope users:write.',
    authScopes: { scope: 'users:write' },
    errors: { types: [HandleTakenError, InvalidInputError] },
    resolve: (_root, { input }, context) => createUser(context, input),
  },
  {
    description: 'Made, now or before.',
    outputFields: (t) => ({ user: t.field({ type: User, description: 'The user.', resolve: (user) => user }) }),
  },
);
