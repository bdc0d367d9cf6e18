import { type MemberStatus, QuizRoom } from '../entities/quizRoom.ts';
import { User } from '../entities/user.ts';
import { pageSize } from '../resolvers/page.ts';
import { mayReadReport, type QuestionReport, reportQuestions } from '../resolvers/quizRoom/quizReport.ts';
import {
  type PlayerAnswer,
  playerAnswers,
  type PlayerReport,
  reportPlayers,
} from '../resolvers/quizRoom/reportPlayers.ts';
import { builder } from './builder.ts';

const QuestionReportRef = builder.objectRef<QuestionReport>('QuizReportQuestion');
QuestionReportRef.implement({
  description: 'How a question went. Answers count that its reveal counted.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the quiz, from 0.' }),
    body: t.string({ description: 'What was asked.', resolve: ({ question }) => question.body }),
    options: t.stringList({ description: '2 to 6.', resolve: ({ question }) => question.options }),
    correctOptions: t.intList({
      nullable: true,
      description: 'Places of the right options, ascending; null of a question that was not revealed.',
      resolve: ({ question, revealed }) => (revealed ? question.correctOptions : null),
    }),
    revealed: t.exposeBoolean('revealed', {
      description: 'Whether it was asked and revealed. Of others nothing was answered.',
    }),
    answered: t.exposeInt('answered', { description: 'How many answered.' }),
    correct: t.exposeInt('correct', { description: 'How many of them chose exactly the right options.' }),
    distribution: t.exposeIntList('distribution', {
      description: 'How often each option was chosen, in their order. Who chose several counts with each.',
    }),
    averageMs: t.int({
      nullable: true,
      description: 'Milliseconds it took to answer, on average; null when nobody did.',
      resolve: ({ averageMs }) => averageMs,
    }),
    averagePoints: t.float({
      nullable: true,
      description: 'Points an answer gave on average, wrong ones included, to a tenth; null when nobody answered.',
      resolve: ({ averagePoints }) => averagePoints,
    }),
  }),
});

const PlayerAnswerRef = builder.objectRef<PlayerAnswer>('QuizReportAnswer');
PlayerAnswerRef.implement({
  description: 'What a player answered.',
  fields: (t) => ({
    questionIndex: t.exposeInt('questionIndex', { description: 'To which question, from 0.' }),
    options: t.exposeIntList('options', { description: 'Places of the options chosen, ascending.' }),
    correct: t.exposeBoolean('correct', { description: 'Whether exactly the right options were chosen.' }),
    points: t.exposeInt('points', { description: 'What it gave, the bonus included.' }),
    bonus: t.exposeInt('bonus', { description: 'What the streak gave of it.' }),
    elapsedMs: t.exposeInt('elapsedMs', {
      description: 'Milliseconds of the question’s time used by then, pauses left out.',
    }),
  }),
});

const PlayerStatusEnum = builder.enumType('QuizPlayerStatus', {
  description: 'Whether a player was still there at the end.',
  values: {
    IN: { description: 'They were.' },
    LEFT: { description: 'They left, and kept their score and their rank.' },
    KICKED: { description: 'They were kicked, and have no rank.' },
  } satisfies Record<MemberStatus, object>,
});

const KickRef = builder.objectRef<{ byId: string | null; reason: string | null; at: number }>('QuizReportKick');
KickRef.implement({
  description: 'Why a player was kicked.',
  fields: (t) => ({
    by: t.field({
      type: User,
      nullable: true,
      description: 'The host or cohost who did it; null for an operator.',
      resolve: ({ byId }, _args, { em }) =>
        byId === null ? null : em.getReference(User, byId, { wrapped: true }).loadOrFail(),
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'What they gave as a reason.' }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
  }),
});

const PlayerReportRef = builder.objectRef<PlayerReport>('QuizReportPlayer');
PlayerReportRef.implement({
  description: 'How the quiz went for one who played. Answers count that a reveal counted.',
  fields: (t) => ({
    user: t.field({
      type: User,
      description: 'Who.',
      resolve: ({ userId }, _args, { em }) => em.getReference(User, userId, { wrapped: true }).loadOrFail(),
    }),
    displayName: t.exposeString('displayName', { description: 'Their name in the room.' }),
    rank: t.exposeInt('rank', { nullable: true, description: 'From 1, each once; null of who was kicked.' }),
    score: t.exposeInt('score', { description: 'Points in all.' }),
    correct: t.exposeInt('correct', { description: 'How many questions they answered right.' }),
    answered: t.exposeInt('answered', { description: 'How many they answered.' }),
    averageMs: t.int({
      nullable: true,
      description: 'Milliseconds they took to answer, on average; null when they never did.',
      resolve: ({ averageMs }) => averageMs,
    }),
    status: t.field({
      type: PlayerStatusEnum,
      description: 'Whether they were still there at the end.',
      resolve: ({ status }) => status,
    }),
    kick: t.field({
      type: KickRef,
      nullable: true,
      description: 'Of who was KICKED.',
      resolve: ({ kickedById: byId, kickReason: reason, kickedAt: at }) => (at === null ? null : { byId, reason, at }),
    }),
    answers: t.field({
      type: [PlayerAnswerRef],
      description: 'What they answered, by question; at most one each.',
      resolve: (player, _args, context) => playerAnswers(context, player),
    }),
  }),
});

const playersConnection = builder.connectionObject(
  { type: PlayerReportRef, name: 'QuizReportPlayersConnection', description: 'A page of who played.' },
  { name: 'QuizReportPlayersConnectionEdge', description: 'A player and their cursor.' },
);

const ReportRef = builder.objectRef<QuizRoom>('QuizReport');
ReportRef.implement({
  description: 'How a quiz went. It has ended, so this stays as it is.',
  fields: (t) => ({
    questions: t.field({
      type: [QuestionReportRef],
      description: 'All questions of the quiz, in their order.',
      resolve: (room, _args, context) => reportQuestions(context, room),
    }),
    players: t.field({
      type: playersConnection,
      description: 'Everyone who played: by rank, then those who were kicked, in the same order.',
      args: {
        first: t.arg.int({
          required: false,
          description: `How many, ${pageSize.usual} when left out, ${pageSize.most} at most.`,
        }),
        after: t.arg.string({ required: false, description: 'A cursor of this connection.' }),
      },
      resolve: (room, args, context) => reportPlayers(context, room, args),
    }),
    csvPath: t.string({
      description:
        'Where this server has the report as CSV, a line a player; with `?per=question` a line a question. GET it with the same `Authorization`.',
      resolve: ({ id }) => `/quiz-rooms/${id}/report.csv`,
    }),
  }),
});

builder.objectField(QuizRoom, 'report', (t) =>
  t.field({
    type: ReportRef,
    nullable: true,
    description: 'How the quiz went, for the host and cohosts. Null for others, and until it has ENDED.',
    resolve: (room, _args, context) => (mayReadReport(context, room) ? room : null),
  }),
);
