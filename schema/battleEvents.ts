import { Battle, type CancelReason } from '../entities/battle.ts';
import { battleEvents } from '../resolvers/battle/battleEvents.ts';
import type { BattleEvent, BattleEventType, BattlePlace, BattleScore } from '../subscriptions/battleEvent.ts';
import type { FeedItem } from '../subscriptions/channel.ts';
import { builder } from './builder.ts';
import { personRef, StreamEventInterface, StreamGapRef } from './streams.ts';

/** One delivery of a battle's stream. */
type BattleItem = FeedItem<BattleEvent>;
type EventOf<Type extends BattleEventType> = Extract<BattleEvent, { type: Type }>;

const BattleEventInterface = builder.interfaceRef<BattleItem>('BattleEvent');
BattleEventInterface.implement({
  description:
    'Something that happened in a battle. One selection can name every field of every kind: none differ in type.',
  interfaces: [StreamEventInterface],
  resolveType: ({ event }) => event?.type ?? 'StreamGap',
});
StreamGapRef.addInterfaces([BattleEventInterface]);

function eventRef<Type extends BattleEventType>(type: Type) {
  return builder.objectRef<Omit<BattleItem, 'event' | 'gap'> & { event: EventOf<Type> }>(type);
}

const interfaces = [StreamEventInterface, BattleEventInterface];
const fighterCountField = 'How many are in it now.';

const BattleScoreRef = builder.objectRef<BattleScore>('BattleScore');
BattleScoreRef.implement({
  description: 'What somebody has scored in a battle so far.',
  fields: (t) => ({
    person: t.field({ type: personRef, description: 'Who.', resolve: ({ person }) => person }),
    score: t.exposeInt('score', { description: 'All their points since it began.' }),
  }),
});

const BattlePlaceRef = builder.objectRef<BattlePlace>('BattlePlace');
BattlePlaceRef.implement({
  description: 'A place in a battle that is over.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'From 1; nobody shares one: whoever got there first is ahead.' }),
    person: t.field({ type: personRef, description: 'Who has it.', resolve: ({ person }) => person }),
    score: t.exposeInt('score', { description: 'Points.' }),
  }),
});

eventRef('BattleJoined').implement({
  description: 'People joined. Those of half a second are told together.',
  interfaces,
  fields: (t) => ({
    fighters: t.field({ type: [personRef], description: 'Who.', resolve: ({ event }) => event.fighters }),
    fighterCount: t.int({ description: fighterCountField, resolve: ({ event }) => event.fighterCount }),
  }),
});

eventRef('BattleLeft').implement({
  description: 'Somebody left before it began.',
  interfaces,
  fields: (t) => ({
    person: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.person }),
    host: t.field({
      type: personRef,
      description: 'Who hosts it now: after a host whoever came next.',
      resolve: ({ event }) => event.host,
    }),
    fighterCount: t.int({ description: fighterCountField, resolve: ({ event }) => event.fighterCount }),
  }),
});

eventRef('BattleBegan').implement({
  description: 'From now on what its fighters score counts. Everyone is at zero.',
  interfaces,
  fields: (t) => ({
    beganAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: ({ event }) => new Date(event.beganAt) }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'Until when; what is scored at this very moment counts no more.',
      resolve: ({ event }) => new Date(event.endsAt),
    }),
    fighterCount: t.int({ description: fighterCountField, resolve: ({ event }) => event.fighterCount }),
  }),
});

eventRef('BattleScored').implement({
  description: 'Scores changed. Told twice a second at most, with everyone who scored since it was told last.',
  interfaces,
  fields: (t) => ({
    scores: t.field({
      type: [BattleScoreRef],
      description: 'The scores that resulted, the best first; all others are what they were.',
      resolve: ({ event }) => event.scores,
    }),
  }),
});

eventRef('BattleFinished').implement({
  description: 'It is over, and its ranks stand.',
  interfaces,
  fields: (t) => ({
    finishedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.finishedAt) }),
    ranking: t.field({
      type: [BattlePlaceRef],
      description: 'The best hundred, the first first; the battle’s fighters are all.',
      resolve: ({ event }) => event.ranking,
    }),
    winner: t.field({
      type: personRef,
      nullable: true,
      description: 'Whoever ranks first; null where nobody has more than nothing.',
      resolve: ({ event }) => event.winner,
    }),
    fighterCount: t.int({ description: 'How many fought.', resolve: ({ event }) => event.fighterCount }),
  }),
});

export const CancelReasonEnum = builder.enumType('BattleCancelReason', {
  description: 'Why a battle never began.',
  values: {
    HOST: { description: 'Its host cancelled it.' },
    TOO_FEW: { description: 'At its beginsAt fewer than minFighters had joined.' },
    STALE: { description: 'Nobody began it for 24 hours.' },
    EMPTY: { description: 'Its last fighter left.' },
  } satisfies Record<CancelReason, object>,
});

eventRef('BattleCancelled').implement({
  description: 'It will not begin any more.',
  interfaces,
  fields: (t) => ({
    cancelReason: t.field({ type: CancelReasonEnum, description: 'Why.', resolve: ({ event }) => event.because }),
    by: t.field({
      type: personRef,
      nullable: true,
      description: 'Who brought that about; null for what came by itself.',
      resolve: ({ event }) => event.by,
    }),
    fighterCount: t.int({ description: 'How many had joined.', resolve: ({ event }) => event.fighterCount }),
  }),
});

export const battleEventsConnection = builder.connectionObject(
  {
    type: BattleEventInterface,
    name: 'BattleEventsConnection',
    description: 'A page of a battle’s events, the oldest first.',
  },
  { name: 'BattleEventsConnectionEdge', description: 'An event and its cursor.' },
);

builder.subscriptionFields((t) => ({
  battleEvents: t.field({
    type: BattleEventInterface,
    authScopes: { known: true },
    description:
      'Every event of a battle after `after`, once and in order, then live ones. For whoever may see the battle.',
    args: {
      battleId: t.arg.globalID({ for: Battle, description: 'The battle.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of this battle: go on behind it. Left out, all that is kept is replayed first.',
      }),
    },
    subscribe: (_root, { battleId, after }, context) => battleEvents(context, { battleId: battleId.id, after }),
    resolve: (item) => item,
  }),
}));
