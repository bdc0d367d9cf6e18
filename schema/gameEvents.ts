import { Game } from '../entities/game.ts';
import { Throw } from '../entities/throw.ts';
import type { Context } from '../resolvers/context.ts';
import { gameEvents } from '../resolvers/game/gameEvents.ts';
import { throwHops } from '../resolvers/game/throwHops.ts';
import type { FeedItem } from '../subscriptions/channel.ts';
import type { penaltyReasons, GameEvent, GameEventType } from '../subscriptions/gameEvent.ts';
import { gameEventVisibleTo } from '../subscriptions/visibleTo.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';
import { personRef, StreamEventInterface, StreamGapRef } from './streams.ts';
import { HopRef, ThrowRejectionEnum, ThrowStatusEnum } from './throw.ts';

/** One delivery of a game's stream. */
export type GameItem = FeedItem<GameEvent>;
type EventOf<Type extends GameEventType> = Extract<GameEvent, { type: Type }>;

const GameEventInterface = builder.interfaceRef<GameItem>('GameEvent');
GameEventInterface.implement({
  description: 'Something that happened in a game.',
  interfaces: [StreamEventInterface],
  resolveType: ({ event }) => event?.type ?? 'StreamGap',
});
StreamGapRef.addInterfaces([GameEventInterface]);

/** What one member of GameEvent resolves from: the event and where it stands, nothing else. */
function eventRef<Type extends GameEventType>(type: Type) {
  return builder.objectRef<Omit<GameItem, 'event' | 'gap'> & { event: EventOf<Type> }>(type);
}

const interfaces = [StreamEventInterface, GameEventInterface];
const throwIdField = 'The Throw.';
const hopsField = 'The hops this step passed.';

eventRef('PlayerJoined').implement({
  description: 'Someone sat down.',
  interfaces,
  fields: (t) => ({
    player: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.player }),
    seat: t.int({ description: 'Where, from 0.', resolve: ({ event }) => event.seat }),
  }),
});

eventRef('PlayerLeft').implement({
  description: 'Someone left.',
  interfaces,
  fields: (t) => ({
    player: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.player }),
    host: t.field({ type: personRef, description: 'The host from now on.', resolve: ({ event }) => event.host }),
    forfeited: t.boolean({
      description: 'Whether the game was under way: then all of their cups are down.',
      resolve: ({ event }) => event.forfeited,
    }),
  }),
});

eventRef('GameStarted').implement({
  description: 'The game is under way.',
  interfaces,
  fields: (t) => ({
    startedAt: t.field({
      type: 'DateTime',
      description: 'Since when.',
      resolve: ({ event }) => new Date(event.startedAt),
    }),
  }),
});

const PlayerScoreRef = builder.objectRef<EventOf<'GameFinished'>['scores'][number]>('PlayerScore');
PlayerScoreRef.implement({
  description: 'How a player ended.',
  fields: (t) => ({
    player: t.field({ type: personRef, description: 'Who.', resolve: ({ player }) => player }),
    score: t.exposeInt('score', { description: 'Points.' }),
    cupsStanding: t.exposeInt('cupsStanding', { description: 'Cups left.' }),
  }),
});

eventRef('GameFinished').implement({
  description: 'The game is over: one player has cups standing, or one remains.',
  interfaces,
  fields: (t) => ({
    winner: t.field({ type: personRef, nullable: true, description: 'Who won.', resolve: ({ event }) => event.winner }),
    finishedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.finishedAt) }),
    scores: t.field({
      type: [PlayerScoreRef],
      description: 'Everyone, by seat.',
      resolve: ({ event }) => event.scores,
    }),
  }),
});

eventRef('GameAbandoned').implement({
  description: 'The lobby was given up.',
  interfaces,
  fields: (t) => ({
    finishedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.finishedAt) }),
  }),
});

eventRef('BallThrown').implement({
  description: 'A ball is in flight.',
  interfaces,
  fields: (t) => ({
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    thrower: t.field({ type: personRef, description: 'Who threw.', resolve: ({ event }) => event.thrower }),
    cupId: t.id({ description: 'The Cup it flies at.', resolve: ({ event }) => encodeGlobalId('Cup', event.cupId) }),
    cupOwner: t.field({ type: personRef, description: 'Who may challenge.', resolve: ({ event }) => event.cupOwner }),
    challengeBy: t.field({
      type: 'DateTime',
      description: 'Until when.',
      resolve: ({ event }) => new Date(event.challengeBy),
    }),
    hops: t.field({ type: [HopRef], description: hopsField, resolve: ({ event }) => event.hops }),
  }),
});

eventRef('ThrowRejected').implement({
  description: 'A throw broke a rule.',
  interfaces,
  fields: (t) => ({
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    thrower: t.field({ type: personRef, description: 'Who threw.', resolve: ({ event }) => event.thrower }),
    cupId: t.id({
      nullable: true,
      description: 'The Cup it was thrown at; null when that was no cup of the game.',
      resolve: ({ event }) => event.cupId && encodeGlobalId('Cup', event.cupId),
    }),
    rejectedFor: t.field({
      type: ThrowRejectionEnum,
      description: 'Which rule.',
      resolve: ({ event }) => event.rejectedFor,
    }),
    hops: t.field({ type: [HopRef], description: hopsField, resolve: ({ event }) => event.hops }),
  }),
});

eventRef('ThrowChallenged').implement({
  description: 'The cup’s owner doubts a throw.',
  interfaces,
  fields: (t) => ({
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    thrower: t.field({ type: personRef, description: 'Who has to answer.', resolve: ({ event }) => event.thrower }),
    challenger: t.field({ type: personRef, description: 'Who doubts.', resolve: ({ event }) => event.challenger }),
    challengeId: t.id({
      description: 'The Challenge.',
      resolve: ({ event }) => encodeGlobalId('Challenge', event.challengeId),
    }),
    answerBy: t.field({
      type: 'DateTime',
      description: 'Until when.',
      resolve: ({ event }) => new Date(event.answerBy),
    }),
    challengesLeft: t.int({
      description: 'Challenges the challenger has left.',
      resolve: ({ event }) => event.challengesLeft,
    }),
    hops: t.field({ type: [HopRef], description: hopsField, resolve: ({ event }) => event.hops }),
  }),
});

eventRef('ChallengeAnswered').implement({
  description: 'The thrower gave a secret.',
  interfaces,
  fields: (t) => ({
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    thrower: t.field({ type: personRef, description: 'Who answered.', resolve: ({ event }) => event.thrower }),
    upheld: t.boolean({
      description: 'True: the secret was wrong, and the challenge stands.',
      resolve: ({ event }) => event.upheld,
    }),
    hops: t.field({ type: [HopRef], description: hopsField, resolve: ({ event }) => event.hops }),
  }),
});

eventRef('ThrowSettled').implement({
  description: 'A throw is final.',
  interfaces,
  fields: (t) => ({
    throwId: t.id({ description: throwIdField, resolve: ({ event }) => encodeGlobalId('Throw', event.throwId) }),
    status: t.field({ type: ThrowStatusEnum, description: 'How it ended.', resolve: ({ event }) => event.status }),
    cupId: t.id({ description: 'The Cup.', resolve: ({ event }) => encodeGlobalId('Cup', event.cupId) }),
    cupStanding: t.boolean({ description: 'Whether it still stands.', resolve: ({ event }) => event.cupStanding }),
    thrower: t.field({ type: personRef, description: 'Who threw.', resolve: ({ event }) => event.thrower }),
    throwerScore: t.int({
      description: 'The thrower’s points now; a penalty follows as an event of its own.',
      resolve: ({ event }) => event.throwerScore,
    }),
    challenger: t.field({
      type: personRef,
      nullable: true,
      description: 'Who challenged, if anyone.',
      resolve: ({ event }) => event.challenger?.player,
    }),
    challengerScore: t.int({
      nullable: true,
      description: 'The challenger’s points now.',
      resolve: ({ event }) => event.challenger?.score,
    }),
    settledAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ event }) => new Date(event.settledAt) }),
    voidReason: t.string({
      nullable: true,
      description: 'Why an operator voided it; null where nobody did.',
      resolve: ({ event }) => event.reason,
    }),
    hops: t.field({ type: [HopRef], description: hopsField, resolve: ({ event }) => event.hops }),
  }),
});

const PenaltyReasonEnum = builder.enumType('PenaltyReason', {
  description: 'What a penalty is for.',
  values: {
    OVERTURNED: { description: 'A wrong answer to a challenge.' },
    LAPSED: { description: 'No answer to a challenge.' },
    REPLAYED: { description: 'A nonce used again for something else.' },
    UNREADABLE: { description: 'A sealed throw that does not open.' },
  } satisfies Record<(typeof penaltyReasons)[number], object>,
});

eventRef('PlayerPenalised').implement({
  description: 'Someone lost points and sits out for one challenge window.',
  interfaces,
  fields: (t) => ({
    player: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.player }),
    points: t.int({ description: 'The change, below zero.', resolve: ({ event }) => event.points }),
    score: t.int({ description: 'Their points now.', resolve: ({ event }) => event.score }),
    sittingOutUntil: t.field({
      type: 'DateTime',
      description: 'When they may throw again.',
      resolve: ({ event }) => new Date(event.sittingOutUntil),
    }),
    because: t.field({ type: PenaltyReasonEnum, description: 'Why.', resolve: ({ event }) => event.because }),
  }),
});

export const gameEventsConnection = builder.connectionObject(
  {
    type: GameEventInterface,
    name: 'GameEventsConnection',
    description: 'A page of a game’s events, the oldest first.',
  },
  { name: 'GameEventsConnectionEdge', description: 'An event and its cursor.' },
);

/** The item as this viewer may see it. */
export function visibleItem(item: GameItem, { viewer }: Pick<Context, 'viewer'>): GameItem {
  return item.event ? { ...item, event: gameEventVisibleTo(viewer?.userId ?? '', item.event) } : item;
}

builder.subscriptionFields((t) => ({
  gameEvents: t.field({
    type: GameEventInterface,
    authScopes: { signedIn: true },
    description: 'Every event of a game after `after`, once and in order, then live ones. Anyone signed in may watch.',
    args: {
      gameId: t.arg.globalID({ for: Game, description: 'The game.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of this game: go on behind it. Left out, all that is kept is replayed first.',
      }),
    },
    subscribe: (_root, { gameId, after }, context) => gameEvents(context, { gameId: gameId.id, after }),
    resolve: (item, _args, context) => visibleItem(item, context),
  }),
  throwHops: t.field({
    type: HopRef,
    authScopes: { signedIn: true },
    description: 'All hops of a throw so far, then the rest as they pass. Completes when the throw settles.',
    args: { throwId: t.arg.globalID({ for: Throw, description: 'The throw.' }) },
    subscribe: (_root, { throwId }, context) => throwHops(context, { throwId: throwId.id }),
    resolve: (hop) => hop,
  }),
}));
