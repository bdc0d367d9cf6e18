import { User } from '../entities/user.ts';
import { findUser } from '../resolvers/account/findUser.ts';
import type { OpenSession } from '../resolvers/account/openSession.ts';
import { playAsGuest } from '../resolvers/account/playAsGuest.ts';
import { refreshSession } from '../resolvers/account/refreshSession.ts';
import { signIn } from '../resolvers/account/signIn.ts';
import { signOut } from '../resolvers/account/signOut.ts';
import { signUp } from '../resolvers/account/signUp.ts';
import {
  HandleTakenError,
  InvalidInputError,
  InvalidRefreshTokenError,
  NoSessionError,
  WrongCredentialsError,
} from '../resolvers/errors.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import { streamId } from '../subscriptions/topics.ts';
import { builder } from './builder.ts';
import { inOrder } from './inOrder.ts';

builder.node(User, {
  name: 'User',
  description: 'A person who plays.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(User, { id: { $in: ids } })),
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'Unique name, whatever its case.' }),
    displayName: t.exposeString('displayName', { description: 'The name to show.' }),
    createdAt: t.field({ type: 'DateTime', description: 'When they came.', resolve: ({ createdAt }) => createdAt }),
    guest: t.exposeBoolean('guest', { description: 'Whether they came without a password.' }),
    level: t.exposeInt('level', { description: 'From 1 up. Winning games raises it.' }),
    coins: t.int({
      nullable: true,
      description: 'The balance; null for all eyes but the person’s own and services’.',
      resolve: ({ id, coins }, _args, { eyes, service }) => (eyes === id || service ? coins : null),
    }),
    cursor: t.string({
      description: 'The event of this person’s own stream that their state reflects.',
      resolve: ({ id, streamHead }, _args, { services }) =>
        encodeCursor({ stream: streamId('User', id), epoch: services.log.epoch, seq: streamHead }),
    }),
  }),
});

const SessionRef = builder.objectRef<OpenSession>('Session');
SessionRef.implement({
  description: 'A sign-in. Keep the refresh token secret and use each once: a second use ends the session.',
  fields: (t) => ({
    accessToken: t.exposeString('accessToken', {
      description: 'Send as `Authorization: Bearer …`, and in the payload of a socket’s connection_init.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When the access token ends: 15 minutes after it was made.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    refreshToken: t.exposeString('refreshToken', { description: 'Buys the next pair by refreshSession, once.' }),
    user: t.field({
      type: User,
      description: 'Who signed in.',
      resolve: ({ user }, _args, context) => {
        context.eyes = user.id;
        return user;
      },
    }),
  }),
});

builder.queryFields((t) => ({
  me: t.field({
    type: User,
    nullable: true,
    description: 'Whoever the token speaks for; null without one.',
    resolve: (_root, _args, { viewer, em }) => (viewer ? em.findOne(User, viewer.userId) : null),
  }),
  user: t.field({
    type: User,
    nullable: true,
    authScopes: { known: true },
    description: 'A person by handle, whatever its case; null when there is none.',
    args: { handle: t.arg.string({ description: 'Unique name.' }) },
    resolve: (_root, { handle }, context) => findUser(context, handle),
  }),
  serverTime: t.field({
    type: 'DateTime',
    description: 'The time all deadlines go by.',
    resolve: (_root, _args, { services }) => new Date(services.clock.now()),
  }),
}));

const handleRule = '2 to 32 letters, digits, dots, dashes or underscores.';
const displayNameRule = '1 to 40 visible characters; the handle when left out.';

builder.relayMutationField(
  'signUp',
  {
    description: 'A new account.',
    inputFields: (t) => ({
      handle: t.string({ description: handleRule }),
      password: t.string({ description: '8 to 200 characters.' }),
      displayName: t.string({ required: false, description: displayNameRule }),
    }),
  },
  {
    description: 'Makes an account and signs it in.',
    errors: { types: [HandleTakenError, InvalidInputError] },
    resolve: (_root, { input }, context) => signUp(context, input),
  },
  {
    description: 'Signed up and in.',
    outputFields: (t) => ({
      session: t.field({ type: SessionRef, description: 'The first session.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'signIn',
  {
    description: 'Who signs in.',
    inputFields: (t) => ({
      handle: t.string({ description: 'Whatever its case.' }),
      password: t.string({ description: 'The account’s password.' }),
    }),
  },
  {
    description: 'Opens a session for a handle and its password.',
    errors: { types: [WrongCredentialsError] },
    resolve: (_root, { input }, context) => signIn(context, input),
  },
  {
    description: 'Signed in.',
    outputFields: (t) => ({
      session: t.field({ type: SessionRef, description: 'A new session.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'playAsGuest',
  {
    description: 'How a guest wants to be called.',
    inputFields: (t) => ({
      displayName: t.string({ required: false, description: '1 to 40 visible characters; “Guest” when left out.' }),
    }),
  },
  {
    description: 'Makes an account without a password and signs it in. It lasts as long as its session is refreshed.',
    errors: { types: [InvalidInputError] },
    resolve: (_root, { input }, context) => playAsGuest(context, input),
  },
  {
    description: 'Signed in as a guest.',
    outputFields: (t) => ({
      session: t.field({ type: SessionRef, description: 'The guest’s session.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'refreshSession',
  {
    description: 'The token to exchange.',
    inputFields: (t) => ({ refreshToken: t.string({ description: 'The newest refresh token of the session.' }) }),
  },
  {
    description: 'Exchanges a refresh token for a new pair of tokens. A token used before ends the session.',
    errors: { types: [InvalidRefreshTokenError] },
    resolve: (_root, { input }, context) => refreshSession(context, input),
  },
  {
    description: 'The session goes on.',
    outputFields: (t) => ({
      session: t.field({ type: SessionRef, description: 'The same session with new tokens.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'signOut',
  {
    description: 'Which sessions end.',
    inputFields: (t) => ({
      everywhere: t.boolean({ required: false, defaultValue: false, description: 'All of yours, not only this one.' }),
    }),
  },
  {
    description:
      'Ends the session of the token it is sent with. From then on that token is UNAUTHENTICATED, and sockets that speak by it close.',
    authScopes: { signedIn: true },
    errors: { types: [NoSessionError] },
    resolve: async (_root, { input }, context) => ({
      ok: await signOut(context, { everywhere: input.everywhere ?? false }),
    }),
  },
  {
    description: 'Signed out.',
    outputFields: (t) => ({ ok: t.exposeBoolean('ok', { description: 'Always true.' }) }),
  },
);
