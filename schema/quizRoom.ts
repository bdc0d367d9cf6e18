import { Quiz } from '../entities/quiz.ts';
import { QuizMember, QuizRoom } from '../entities/quizRoom.ts';
import { Scoreboard } from '../entities/scoreboard.ts';
import { User } from '../entities/user.ts';
import { pageSize } from '../resolvers/page.ts';
import { myAnswer } from '../resolvers/quizRoom/myAnswer.ts';
import { myQuizRooms } from '../resolvers/quizRoom/myQuizRooms.ts';
import { memberCount, onlineCount, quizMembers, quizRanking } from '../resolvers/quizRoom/quizMembers.ts';
import { isHosting, memberOf, requireSight, visibleRooms } from '../resolvers/quizRoom/roomAccess.ts';
import { roomQuestion } from '../resolvers/quizRoom/roomQuestion.ts';
import { pollSize, pollStream } from '../resolvers/stream/pollStream.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import { streamId } from '../subscriptions/topics.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { inOrder } from './inOrder.ts';
import { QuizPhaseEnum } from './quizRoomErrors.ts';
import { quizRoomEventsConnection, visibleRoomItem } from './quizRoomEvents.ts';
import { QuizRoomSettingsRef } from './quizRoomSettings.ts';
import { QuizAnswerRef, RoomQuestionRef } from './roomQuestion.ts';

const quizRoomMembersConnection = builder.connectionObject(
  { type: QuizMember, name: 'QuizRoomMembersConnection', description: 'A page of who is in a room.' },
  { name: 'QuizRoomMembersConnectionEdge', description: 'Somebody and their cursor.' },
);

builder.node(QuizRoom, {
  name: 'QuizRoom',
  description: 'A quiz being played. For its members, and for who left it; others find nothing under its id.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => inOrder(ids, await visibleRooms(context, ids)),
  fields: (t) => ({
    cursor: t.string({
      description: 'The event this state reflects, at the least. Subscribe after it to miss nothing.',
      resolve: ({ id, streamHead }, _args, { services }) =>
        encodeCursor({ stream: streamId('QuizRoom', id), epoch: services.log.epoch, seq: streamHead }),
    }),
    pin: t.string({
      nullable: true,
      description: 'Six digits that let people in; null where only invitations do, and once the quiz has ended.',
      resolve: ({ pin, phase, settings }) => (settings.pinEntry && phase !== 'ENDED' ? pin : null),
    }),
    inviteCode: t.string({
      nullable: true,
      description: 'Lets people in even where the PIN does not. For the host and cohosts; null for others.',
      resolve: (room, _args, context) => (isHosting(context, room) ? room.inviteCode : null),
    }),
    title: t.exposeString('title', { description: 'Of the quiz, as it was when the room opened.' }),
    questionCount: t.int({ description: 'How many questions it has.', resolve: ({ questions }) => questions.length }),
    settings: t.field({
      type: QuizRoomSettingsRef,
      description: 'What it is run by.',
      resolve: ({ settings }) => settings,
    }),
    phase: t.field({ type: QuizPhaseEnum, description: 'What it is about now.', resolve: ({ phase }) => phase }),
    pausedFrom: t.field({
      type: QuizPhaseEnum,
      nullable: true,
      description: 'While PAUSED, what goes on afterwards: QUESTION or REVEAL.',
      resolve: ({ pausedFrom }) => pausedFrom,
    }),
    remainingMs: t.int({
      nullable: true,
      description: 'While PAUSED, milliseconds left on the clock; null of a reveal that waits for a host.',
      resolve: ({ remainingMs }) => remainingMs,
    }),
    quiz: t.field({
      type: Quiz,
      description: 'What is played, as its author has it now; the room plays a copy. It may have been deleted.',
      resolve: ({ quiz }) => quiz.loadOrFail(),
    }),
    host: t.field({ type: User, description: 'Who hosts it now.', resolve: ({ host }) => host.loadOrFail() }),
    cohosts: t.field({
      type: [User],
      description: 'Who may run it too, in the order in which they would fill in for the host.',
      resolve: ({ cohostIds }, _args, { em }) =>
        Promise.all(cohostIds.map((id) => em.getReference(User, id, { wrapped: true }).loadOrFail())),
    }),
    members: t.field({
      type: quizRoomMembersConnection,
      description: 'Who is in, in the order in which they came.',
      args: {
        first: t.arg.int({
          required: false,
          description: `How many, ${pageSize.usual} when left out, ${pageSize.most} at most.`,
        }),
        after: t.arg.string({ required: false, description: 'A cursor of this connection.' }),
      },
      resolve: (room, args, context) => quizMembers(context, room, args),
    }),
    ranking: t.field({
      type: quizRoomMembersConnection,
      description:
        'Who plays or played, the best first, under their names of this room; of who left, too. The place in this list is the rank.',
      args: {
        first: t.arg.int({
          required: false,
          description: `How many, ${pageSize.usual} when left out, ${pageSize.most} at most.`,
        }),
        after: t.arg.string({ required: false, description: 'A cursor of this connection.' }),
      },
      resolve: (room, args, context) => quizRanking(context, room, args),
    }),
    memberCount: t.int({
      description: 'How many are in, the host among them.',
      resolve: (room, _args, context) => memberCount(context, room),
    }),
    onlineCount: t.int({
      description: 'How many of them are online, as last told.',
      resolve: (room, _args, context) => onlineCount(context, room),
    }),
    me: t.field({
      type: QuizMember,
      nullable: true,
      description: 'The viewer in this room; null when they are not in it.',
      resolve: (room, _args, context) => memberOf(context, room),
    }),
    question: t.field({
      type: RoomQuestionRef,
      nullable: true,
      description: 'The one that is asked, or was revealed last; null before the first.',
      resolve: (room) => roomQuestion(room),
    }),
    questionIndex: t.int({
      nullable: true,
      description: 'Of that question, from 0; null before the first.',
      resolve: ({ questionIndex }) => questionIndex,
    }),
    deadline: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the question closes, or the reveal moves on by itself, by serverTime; null while nothing happens by itself.',
      resolve: ({ endsAt }) => endsAt,
    }),
    answered: t.exposeInt('answered', { description: 'How many have answered the question, as last told.' }),
    myAnswer: t.field({
      type: QuizAnswerRef,
      nullable: true,
      description: 'What the viewer answered to the question; null when nothing.',
      resolve: (room, _args, context) => myAnswer(context, room),
    }),
    scoreboard: t.field({
      type: Scoreboard,
      description: 'Everyone who plays, by points, from the start on. Follow it by standings.',
      resolve: ({ id }, _args, { em }) => em.getReference(Scoreboard, id, { wrapped: true }).loadOrFail(),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it opened.', resolve: ({ createdAt }) => createdAt }),
    startedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the quiz began.',
      resolve: ({ startedAt }) => startedAt,
    }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended.',
      resolve: ({ endedAt }) => endedAt,
    }),
    events: t.field({
      type: quizRoomEventsConnection,
      description: 'The events of quizRoomEvents, by polling: the same events, the same cursors.',
      args: {
        after: t.arg.string({ required: false, description: 'A cursor of this room; left out, all that is kept.' }),
        first: t.arg.int({
          required: false,
          description: `How many, ${pollSize.usual} when left out, ${pollSize.most} at most.`,
        }),
      },
      resolve: async ({ id }, args, context) => {
        await requireSight(context, id);
        const { items, ...page } = await pollStream(context, 'QuizRoom', id, args);
        const edges = items.map((item) => ({ node: visibleRoomItem(item, context), cursor: encodeCursor(item) }));
        const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
        return { edges, pageInfo: { startCursor, endCursor, ...page } };
      },
    }),
  }),
});

builder.queryFields((t) => ({
  quizRoom: t.field({
    type: QuizRoom,
    nullable: true,
    authScopes: { known: true },
    description: 'A room by id; null when there is none for you. For its members, and for who left it.',
    args: { id: t.arg.globalID({ for: QuizRoom, description: 'Of a QuizRoom.' }) },
    resolve: async (_root, { id }, context) => (await visibleRooms(context, [id.id]))[0],
  }),
  myQuizRooms: t.connection({
    type: QuizRoom,
    authScopes: { signedIn: true },
    description: 'Rooms the viewer came into and was not kicked from, the newest first. At most 200 a page.',
    args: {
      open: t.arg.boolean({ required: false, description: 'True: only those that have not ended.' }),
    },
    resolve: async (_root, args, context) => connectionOf(await myQuizRooms(context, args)),
  }),
}));
