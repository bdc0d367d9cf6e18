import { type CoinReason } from '../entities/coins.ts';
import { User } from '../entities/user.ts';
import { requireViewer, forbidden } from '../resolvers/badRequest.ts';
import { myEvents } from '../resolvers/account/userEvents.ts';
import { pollSize, pollStream } from '../resolvers/stream/pollStream.ts';
import type { FeedItem } from '../subscriptions/channel.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import type { UserEvent, UserEventType } from '../subscriptions/userEvent.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';
import { personRef, StreamEventInterface, StreamGapRef } from './streams.ts';

/** One delivery of a person's stream. */
type UserItem = FeedItem<UserEvent>;
type EventOf<Type extends UserEventType> = Extract<UserEvent, { type: Type }>;

const UserEventInterface = builder.interfaceRef<UserItem>('UserEvent');
UserEventInterface.implement({
  description: 'Something that concerns one person, for their eyes only.',
  interfaces: [StreamEventInterface],
  resolveType: ({ event }) => event?.type ?? 'StreamGap',
});
StreamGapRef.addInterfaces([UserEventInterface]);

function eventRef<Type extends UserEventType>(type: Type) {
  return builder.objectRef<Omit<UserItem, 'event' | 'gap'> & { event: EventOf<Type> }>(type);
}

const interfaces = [StreamEventInterface, UserEventInterface];

eventRef('LevelUp').implement({
  description: 'They rose, by winning a game or by what an integrator recorded.',
  interfaces,
  fields: (t) => ({
    oldLevel: t.int({ description: 'Before.', resolve: ({ event }) => event.oldLevel }),
    newLevel: t.int({ description: 'Now.', resolve: ({ event }) => event.newLevel }),
    coinsEarned: t.int({
      description: 'Coins that came with it: 100 a level.',
      resolve: ({ event }) => event.coinsEarned,
    }),
  }),
});

const CoinReasonEnum = builder.enumType('CoinReason', {
  description: 'Why coins moved.',
  values: {
    WELCOME: { description: 'Everyone begins with some.' },
    LEVEL_UP: { description: 'A level was reached.' },
    RESERVATION: { description: 'Taken aside for a purchase elsewhere.' },
    REFUND: { description: 'A reservation was rolled back or expired.' },
    ENTRY_FEE: { description: 'A tournament was entered.' },
    REWARD: { description: 'A tournament’s reward.' },
  } satisfies Record<CoinReason, object>,
});

eventRef('CoinsChanged').implement({
  description: 'Their balance changed.',
  interfaces,
  fields: (t) => ({
    coins: t.int({ description: 'The balance now.', resolve: ({ event }) => event.coins }),
    amount: t.int({ description: 'By how much, below zero when coins went.', resolve: ({ event }) => event.amount }),
    reason: t.field({ type: CoinReasonEnum, description: 'Why.', resolve: ({ event }) => event.reason }),
  }),
});

eventRef('RewardPaid').implement({
  description: 'A tournament’s reward was paid to them.',
  interfaces,
  fields: (t) => ({
    tournamentId: t.id({
      description: 'The Tournament.',
      resolve: ({ event }) => encodeGlobalId('Tournament', event.tournamentId),
    }),
    rank: t.int({ description: 'Their rank in their group.', resolve: ({ event }) => event.rank }),
    coins: t.int({ description: 'Coins paid.', resolve: ({ event }) => event.coins }),
  }),
});

const throwIdField = 'The Throw.';
const gameIdField = 'The Game.';

eventRef('ThrowAgainstYou').implement({
  description: 'A ball flies at a cup of theirs. They may challenge it.',
  interfaces,
  fields: (t) => ({
    gameId: t.id({ description: gameIdField, resolve: ({ event }) => encodeGlobalId('Game', event.gameId) }),
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    thrower: t.field({ type: personRef, description: 'Who threw.', resolve: ({ event }) => event.thrower }),
    cupId: t.id({ description: 'The Cup.', resolve: ({ event }) => encodeGlobalId('Cup', event.cupId) }),
    challengeBy: t.field({
      type: 'DateTime',
      description: 'Until when it can be challenged.',
      resolve: ({ event }) => new Date(event.challengeBy),
    }),
  }),
});

eventRef('ChallengeAgainstYou').implement({
  description: 'A throw of theirs is doubted. They have to answer.',
  interfaces,
  fields: (t) => ({
    gameId: t.id({ description: gameIdField, resolve: ({ event }) => encodeGlobalId('Game', event.gameId) }),
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    challenger: t.field({ type: personRef, description: 'Who doubts it.', resolve: ({ event }) => event.challenger }),
    answerBy: t.field({
      type: 'DateTime',
      description: 'Until when answerChallenge is in time.',
      resolve: ({ event }) => new Date(event.answerBy),
    }),
  }),
});

eventRef('InvitationReceived').implement({
  description: 'Somebody invites them to a group.',
  interfaces,
  fields: (t) => ({
    groupId: t.id({ description: 'The Group.', resolve: ({ event }) => encodeGlobalId('Group', event.groupId) }),
    groupName: t.string({ description: 'What it was called then.', resolve: ({ event }) => event.groupName }),
    inviteCode: t.string({
      description: 'For joinGroup, until the group has another.',
      resolve: ({ event }) => event.inviteCode,
    }),
    by: t.field({ type: personRef, description: 'Who invites.', resolve: ({ event }) => event.by }),
  }),
});

eventRef('BattleStarting').implement({
  description: 'A battle that they fight in begins in a minute, or sooner, where they joined later than that.',
  interfaces,
  fields: (t) => ({
    battleId: t.id({ description: 'The Battle.', resolve: ({ event }) => encodeGlobalId('Battle', event.battleId) }),
    title: t.string({ description: 'Its title.', resolve: ({ event }) => event.title }),
    beginsAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.beginsAt) }),
  }),
});

const userEventsConnection = builder.connectionObject(
  {
    type: UserEventInterface,
    name: 'UserEventsConnection',
    description: 'A page of a person’s events, the oldest first.',
  },
  { name: 'UserEventsConnectionEdge', description: 'An event and its cursor.' },
);

builder.objectField(User, 'events', (t) =>
  t.field({
    type: userEventsConnection,
    description:
      'The events of myEvents, by polling: the same events, the same cursors. Your own only, else FORBIDDEN.',
    args: {
      after: t.arg.string({ required: false, description: 'A cursor of this person; left out, all that is kept.' }),
      first: t.arg.int({
        required: false,
        description: `How many, ${pollSize.usual} when left out, ${pollSize.most} at most.`,
      }),
    },
    resolve: async ({ id }, args, context) => {
      if (requireViewer(context).userId !== id) throw forbidden('A person’s events are for their own eyes.');
      const { items, ...page } = await pollStream(context, 'User', id, args);
      const edges = items.map((item) => ({ node: item, cursor: encodeCursor(item) }));
      const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
      return { edges, pageInfo: { startCursor, endCursor, ...page } };
    },
  }),
);

builder.subscriptionFields((t) => ({
  myEvents: t.field({
    type: UserEventInterface,
    authScopes: { signedIn: true },
    description: 'Everything that concerns the viewer after `after`, once and in order, then live.',
    args: {
      after: t.arg.string({
        required: false,
        description: 'A cursor of your own stream: go on behind it. Left out, all that is kept is replayed first.',
      }),
    },
    subscribe: (_root, { after }, context) => myEvents(context, { after }),
    resolve: (item) => item,
  }),
}));
