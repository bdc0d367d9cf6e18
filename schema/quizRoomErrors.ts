import { type QuizPhase } from '../entities/quizRoom.ts';
import { BannedError, NotAMemberError } from '../resolvers/errors.ts';
import * as failures from '../resolvers/quizRoom/roomErrors.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';
import { encodeGlobalId } from './globalId.ts';

export const QuizPhaseEnum = builder.enumType('QuizPhase', {
  description: 'What a room is about.',
  values: {
    LOBBY: { description: 'People come in; the quiz has not begun.' },
    QUESTION: { description: 'A question can be answered until its deadline.' },
    REVEAL: { description: 'The question is closed, and what is right is shown.' },
    PAUSED: { description: 'A question or a reveal stands still, with the time that was left.' },
    ENDED: { description: 'Over for good.' },
  } satisfies Record<QuizPhase, object>,
});

const KickObstacleEnum = builder.enumType('KickObstacle', {
  description: 'Why somebody can’t be kicked.',
  values: {
    SELF: { description: 'It is you.' },
    HOST: { description: 'It is the host, or the one whose room a cohost looks after.' },
    COHOST: { description: 'It is a cohost, whom only the host kicks.' },
  } satisfies Record<failures.KickObstacle, object>,
});

const interfaces = [ErrorInterface];

builder.objectType(failures.WrongPhaseError, {
  name: 'WrongPhaseError',
  description: 'The room is in a phase where this can’t be done.',
  interfaces,
  fields: (t) => ({
    phase: t.field({ type: QuizPhaseEnum, description: 'What it is in.', resolve: ({ phase }) => phase }),
  }),
});
builder.objectType(failures.RoomNotFoundError, {
  name: 'RoomNotFoundError',
  description: 'No room that can be joined has this PIN or invitation code. Wrong guesses are limited.',
  interfaces,
});
builder.objectType(NotAMemberError, {
  name: 'NotAMemberError',
  description: 'Somebody who would have to be in the room, or the group, is not.',
  interfaces,
  fields: (t) => ({
    userId: t.id({ description: 'The User.', resolve: ({ userId }) => encodeGlobalId('User', userId) }),
  }),
});
builder.objectType(BannedError, {
  name: 'BannedError',
  description:
    'You were kicked from the room, which holds for as long as it lasts, or banned from the group, which holds until it is lifted.',
  interfaces,
  fields: (t) => ({
    reason: t.string({ nullable: true, description: 'Why, where that was said.', resolve: ({ reason }) => reason }),
  }),
});
builder.objectType(failures.LateJoinClosedError, {
  name: 'LateJoinClosedError',
  description: 'The quiz has begun, and the room takes nobody after that.',
  interfaces,
});
builder.objectType(failures.RoomFullError, {
  name: 'RoomFullError',
  description: 'Every place is taken.',
  interfaces,
  fields: (t) => ({ maxMembers: t.exposeInt('maxMembers', { description: 'Places, the host’s among them.' }) }),
});
builder.objectType(failures.NameTakenError, {
  name: 'NameTakenError',
  description: 'Names are unique in a room, whatever their case, and so is what they look like.',
  interfaces,
  fields: (t) => ({ displayName: t.exposeString('displayName', { description: 'The name asked for.' }) }),
});
builder.objectType(failures.NotKickableError, {
  name: 'NotKickableError',
  description: 'Not everybody can be kicked by everyone.',
  interfaces,
  fields: (t) => ({
    because: t.field({ type: KickObstacleEnum, description: 'Why not.', resolve: ({ because }) => because }),
  }),
});
builder.objectType(failures.NotPlayingError, {
  name: 'NotPlayingError',
  description: 'Who hosts a room without playing answers nothing.',
  interfaces,
});
builder.objectType(failures.QuestionClosedError, {
  name: 'QuestionClosedError',
  description: 'The answer came after the deadline, or after the reveal.',
  interfaces,
  fields: (t) => ({ questionIndex: t.exposeInt('questionIndex', { description: 'Of the question, from 0.' }) }),
});
builder.objectType(failures.AlreadyAnsweredError, {
  name: 'AlreadyAnsweredError',
  description: 'Another answer was given before, and the first counts.',
  interfaces,
  fields: (t) => ({
    options: t.exposeIntList('options', { description: 'What was answered, ascending.' }),
    answeredAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ answeredAt }) => answeredAt }),
  }),
});
