import { QuizRoom, type PauseReason } from '../entities/quizRoom.ts';
import type { Context } from '../resolvers/context.ts';
import { quizRoomEvents } from '../resolvers/quizRoom/quizRoomEvents.ts';
import type { FeedItem } from '../subscriptions/channel.ts';
import type { EndReason, HostChange, QuizRoomEvent, QuizRoomEventType } from '../subscriptions/quizRoomEvent.ts';
import { quizRoomEventVisibleTo } from '../subscriptions/visibleTo.ts';
import { builder } from './builder.ts';
import { QuizPhaseEnum } from './quizRoomErrors.ts';
import { MemberPresenceRef, MemberSeenRef, QuestionResultRef, QuizPlaceRef } from './quizRoomValues.ts';
import { personRef, StreamEventInterface, StreamGapRef } from './streams.ts';

/** One delivery of a room's stream. */
export type QuizRoomItem = FeedItem<QuizRoomEvent>;
type EventOf<Type extends QuizRoomEventType> = Extract<QuizRoomEvent, { type: Type }>;

const QuizRoomEventInterface = builder.interfaceRef<QuizRoomItem>('QuizRoomEvent');
QuizRoomEventInterface.implement({
  description:
    'Something that happened in a room. One selection can name every field of every kind: none differ in type.',
  interfaces: [StreamEventInterface],
  resolveType: ({ event }) => event?.type ?? 'StreamGap',
});
StreamGapRef.addInterfaces([QuizRoomEventInterface]);

/** What one member of QuizRoomEvent resolves from: the event and where it stands, nothing else. */
function eventRef<Type extends QuizRoomEventType>(type: Type) {
  return builder.objectRef<Omit<QuizRoomItem, 'event' | 'gap'> & { event: EventOf<Type> }>(type);
}

const interfaces = [StreamEventInterface, QuizRoomEventInterface];
const memberCountField = 'How many are in the room now.';
const questionIndexField = 'Of the question, from 0.';
const answeredField = 'How many have answered it.';

eventRef('MemberJoined').implement({
  description: 'People came in, or back. Those of half a second are told together.',
  interfaces,
  fields: (t) => ({
    members: t.field({ type: [MemberSeenRef], description: 'Who.', resolve: ({ event }) => event.members }),
    memberCount: t.int({ description: memberCountField, resolve: ({ event }) => event.memberCount }),
  }),
});

eventRef('MemberLeft').implement({
  description: 'Somebody left. Their score stays for when they return.',
  interfaces,
  fields: (t) => ({
    person: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.person }),
    memberCount: t.int({ description: memberCountField, resolve: ({ event }) => event.memberCount }),
  }),
});

const byField = 'The host or cohost who did it; null for what came about by itself.';

eventRef('MemberKicked').implement({
  description: 'Somebody was sent out for as long as the room lasts. The last event that they get.',
  interfaces,
  fields: (t) => ({
    person: t.field({ type: personRef, description: 'Who.', resolve: ({ event }) => event.person }),
    by: t.field({
      type: personRef,
      nullable: true,
      description: 'The host or cohost who did it; null for an operator of this server.',
      resolve: ({ event }) => event.by,
    }),
    kickReason: t.string({
      nullable: true,
      description: 'Why, where that was said.',
      resolve: ({ event }) => event.reason,
    }),
    memberCount: t.int({ description: memberCountField, resolve: ({ event }) => event.memberCount }),
  }),
});

eventRef('PresenceChanged').implement({
  description: 'People came online or went offline. Those of half a second are told together.',
  interfaces,
  fields: (t) => ({
    members: t.field({ type: [MemberPresenceRef], description: 'Who.', resolve: ({ event }) => event.members }),
    onlineCount: t.int({ description: 'How many are online now.', resolve: ({ event }) => event.onlineCount }),
  }),
});

const HostChangeEnum = builder.enumType('HostChange', {
  description: 'Why a room’s hosts changed.',
  values: {
    TRANSFERRED: { description: 'The host gave the room to another.' },
    HANDED_OVER: { description: 'The host was gone, and a cohost fills in.' },
    RETURNED: { description: 'The host is back, and has the room back.' },
    LEFT: { description: 'The host left, and a cohost succeeds.' },
    COHOST_ADDED: { description: 'Somebody was made a cohost.' },
  } satisfies Record<HostChange, object>,
});

eventRef('HostChanged').implement({
  description: 'Who hosts the room is not as it was.',
  interfaces,
  fields: (t) => ({
    host: t.field({ type: personRef, description: 'The host now.', resolve: ({ event }) => event.host }),
    cohosts: t.field({
      type: [personRef],
      description: 'The cohosts now, in the order in which they would fill in.',
      resolve: ({ event }) => event.cohosts,
    }),
    hostChange: t.field({ type: HostChangeEnum, description: 'Why.', resolve: ({ event }) => event.because }),
  }),
});

eventRef('QuestionOpened').implement({
  description: 'A question can be answered. Nothing here says what is right.',
  interfaces,
  fields: (t) => ({
    questionIndex: t.int({ description: questionIndexField, resolve: ({ event }) => event.questionIndex }),
    questionCount: t.int({ description: 'How many the quiz has.', resolve: ({ event }) => event.questionCount }),
    body: t.string({ description: 'What is asked.', resolve: ({ event }) => event.body }),
    options: t.stringList({
      description: '2 to 6; an answer names them by place, from 0.',
      resolve: ({ event }) => event.options,
    }),
    seconds: t.float({ description: 'How long it can be answered.', resolve: ({ event }) => event.seconds }),
    points: t.int({
      description: 'For a right answer at once; later ones give less.',
      resolve: ({ event }) => event.points,
    }),
    pictureUrl: t.string({
      nullable: true,
      description: 'Of a picture, by https.',
      resolve: ({ event }) => event.pictureUrl,
    }),
    deadline: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when. Never null here.',
      resolve: ({ event }) => new Date(event.deadline),
    }),
  }),
});

eventRef('AnswerCounted').implement({
  description: 'More have answered. Twice a second at most.',
  interfaces,
  fields: (t) => ({
    questionIndex: t.int({ description: questionIndexField, resolve: ({ event }) => event.questionIndex }),
    answered: t.int({ description: answeredField, resolve: ({ event }) => event.answered }),
    playerCount: t.int({ description: 'How many could.', resolve: ({ event }) => event.playerCount }),
  }),
});

eventRef('QuestionRevealed').implement({
  description: 'A question is closed. What is right, how it went for all, and for you.',
  interfaces,
  fields: (t) => ({
    questionIndex: t.int({ description: questionIndexField, resolve: ({ event }) => event.questionIndex }),
    correctOptions: t.intList({
      description: 'Places of the right options, from 0, ascending.',
      resolve: ({ event }) => event.correctOptions,
    }),
    explanation: t.string({
      nullable: true,
      description: 'Why, where the author said so.',
      resolve: ({ event }) => event.explanation,
    }),
    distribution: t.intList({
      description: 'How many chose each option.',
      resolve: ({ event }) => event.distribution,
    }),
    answered: t.int({ description: answeredField, resolve: ({ event }) => event.answered }),
    standings: t.field({
      type: [QuizPlaceRef],
      description: 'The best ten, the first first; the room’s scoreboard has everyone.',
      resolve: ({ event }) => event.standings,
    }),
    myResult: t.field({
      type: QuestionResultRef,
      nullable: true,
      description: 'How it went for the viewer; null for who did not play. Others’ are not shown.',
      resolve: ({ event: { results } }, _args, { viewer }) => results.find(({ userId }) => userId === viewer?.userId),
    }),
    deadline: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the quiz moves on by itself; null when a host does it.',
      resolve: ({ event }) => dateOrNull(event.deadline),
    }),
  }),
});

const PauseReasonEnum = builder.enumType('PauseReason', {
  description: 'Why a quiz paused.',
  values: {
    HOST: { description: 'The host or a cohost said so.' },
    HOST_GONE: { description: 'The host was gone for 20 seconds, or left with nobody to succeed.' },
  } satisfies Record<PauseReason, object>,
});

eventRef('QuizPaused').implement({
  description: 'The clock stands still.',
  interfaces,
  fields: (t) => ({
    pausedFrom: t.field({
      type: QuizPhaseEnum,
      description: 'What goes on afterwards: QUESTION or REVEAL.',
      resolve: ({ event }) => event.pausedFrom,
    }),
    questionIndex: t.int({ description: questionIndexField, resolve: ({ event }) => event.questionIndex }),
    remainingMs: t.int({
      nullable: true,
      description: 'Milliseconds left on the clock; null of a reveal that waits for a host.',
      resolve: ({ event }) => event.remainingMs,
    }),
    pauseReason: t.field({ type: PauseReasonEnum, description: 'Why.', resolve: ({ event }) => event.because }),
    by: t.field({ type: personRef, nullable: true, description: byField, resolve: ({ event }) => event.by }),
  }),
});

eventRef('QuizResumed').implement({
  description: 'The clock goes on with what was left.',
  interfaces,
  fields: (t) => ({
    phase: t.field({ type: QuizPhaseEnum, description: 'QUESTION or REVEAL.', resolve: ({ event }) => event.phase }),
    questionIndex: t.int({ description: questionIndexField, resolve: ({ event }) => event.questionIndex }),
    deadline: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when now; null of a reveal that waits for a host.',
      resolve: ({ event }) => dateOrNull(event.deadline),
    }),
    by: t.field({ type: personRef, nullable: true, description: byField, resolve: ({ event }) => event.by }),
  }),
});

const QuizEndReasonEnum = builder.enumType('QuizEndReason', {
  description: 'Why a quiz ended.',
  values: {
    FINISHED: { description: 'Every question was revealed.' },
    STOPPED: { description: 'The host or a cohost ended it.' },
    IDLE: { description: 'Nobody was there for two hours.' },
    OPERATOR: { description: 'An operator of this server closed the room.' },
  } satisfies Record<EndReason, object>,
});

eventRef('QuizEnded').implement({
  description: 'It is over. The PIN is free for others.',
  interfaces,
  fields: (t) => ({
    endReason: t.field({ type: QuizEndReasonEnum, description: 'Why.', resolve: ({ event }) => event.because }),
    by: t.field({ type: personRef, nullable: true, description: byField, resolve: ({ event }) => event.by }),
    closeReason: t.string({
      nullable: true,
      description: 'Why an operator closed it; null for all other ends.',
      resolve: ({ event }) => event.reason,
    }),
    questionsRevealed: t.int({
      description: 'How many questions counted.',
      resolve: ({ event }) => event.questionsRevealed,
    }),
    podium: t.field({
      type: [QuizPlaceRef],
      description: 'The best three, the first first; nobody where no question counted.',
      resolve: ({ event }) => event.podium,
    }),
  }),
});

export const quizRoomEventsConnection = builder.connectionObject(
  {
    type: QuizRoomEventInterface,
    name: 'QuizRoomEventsConnection',
    description: 'A page of a room’s events, the oldest first.',
  },
  { name: 'QuizRoomEventsConnectionEdge', description: 'An event and its cursor.' },
);

/** The item as this viewer may see it. */
export function visibleRoomItem(item: QuizRoomItem, { viewer }: Pick<Context, 'viewer'>): QuizRoomItem {
  return item.event ? { ...item, event: quizRoomEventVisibleTo(viewer?.userId ?? '', item.event) } : item;
}

function dateOrNull(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

builder.subscriptionFields((t) => ({
  quizRoomEvents: t.field({
    type: QuizRoomEventInterface,
    authScopes: { signedIn: true },
    description:
      'Every event of a room after `after`, once and in order, then live ones; whoever follows them is online. For its members, and for who left it; ends with a kick.',
    args: {
      roomId: t.arg.globalID({ for: QuizRoom, description: 'The room.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of this room: go on behind it. Left out, all that is kept is replayed first.',
      }),
    },
    subscribe: (_root, { roomId, after }, context) => quizRoomEvents(context, { roomId: roomId.id, after }),
    resolve: (item, _args, context) => visibleRoomItem(item, context),
  }),
}));
