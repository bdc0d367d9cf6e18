import { endSession } from '../resolvers/account/endSession.ts';
import { type ActiveSession, mostSessions, mySessions } from '../resolvers/account/mySessions.ts';
import { NotFoundError } from '../resolvers/errors.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';

const ActiveSessionRef = builder.objectRef<ActiveSession>('ActiveSession');
ActiveSessionRef.implement({
  description: 'A sign-in that goes on. Only its person sees it.',
  fields: (t) => ({
    id: t.id({ description: 'To end it by.', resolve: ({ id }) => encodeGlobalId('ActiveSession', id) }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When they signed in.',
      resolve: ({ createdAt }) => createdAt,
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      description: 'When its tokens were last renewed, which who uses it does every 15 minutes; at first createdAt.',
      resolve: ({ lastUsedAt }) => lastUsedAt,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends unless it is refreshed before.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
    current: t.exposeBoolean('current', { description: 'Whether it is that of the token this is asked with.' }),
    device: t.exposeString('device', {
      nullable: true,
      description:
        'What it was opened on, such as “Firefox on Android”, as the browser said of itself; at most 60 characters. Null when that is not known.',
    }),
  }),
});

builder.queryField('mySessions', (t) =>
  t.field({
    type: [ActiveSessionRef],
    authScopes: { signedIn: true },
    description: `Your sessions that neither ended nor expired, the one used last first; at most ${mostSessions}. None for people whom an outside issuer vouches for.`,
    resolve: (_root, _args, context) => mySessions(context),
  }),
);

builder.relayMutationField(
  'endSession',
  {
    description: 'Which session ends.',
    inputFields: (t) => ({
      sessionId: t.globalID({ for: ActiveSessionRef, description: 'Of an ActiveSession of yours.' }),
    }),
  },
  {
    description:
      'Ends one of your sessions, as signOut there would: its tokens are UNAUTHENTICATED from then on, and sockets that speak by them close. Ending one twice is a no-op.',
    authScopes: { signedIn: true },
    errors: { types: [NotFoundError] },
    resolve: async (_root, { input }, context) => ({ ok: await endSession(context, { id: input.sessionId.id }) }),
  },
  {
    description: 'Ended.',
    outputFields: (t) => ({ ok: t.exposeBoolean('ok', { description: 'Always true.' }) }),
  },
);
