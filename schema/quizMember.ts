import { QuizMember, type QuizRole } from '../entities/quizRoom.ts';
import { User } from '../entities/user.ts';
import { memberRole } from '../resolvers/quizRoom/roomAccess.ts';
import { builder } from './builder.ts';

export const QuizRoleEnum = builder.enumType('QuizRole', {
  description: 'What somebody may do in a room.',
  values: {
    HOST: { description: 'Everything; there is one.' },
    COHOST: { description: 'Run the quiz and kick players.' },
    PLAYER: { description: 'Answer.' },
  } satisfies Record<QuizRole, object>,
});

builder.objectType(QuizMember, {
  name: 'QuizMember',
  description: 'Somebody in a room.',
  fields: (t) => ({
    user: t.field({ type: User, description: 'Who.', resolve: ({ user }) => user.loadOrFail() }),
    displayName: t.exposeString('displayName', { description: 'Their name in this room; unique in it.' }),
    role: t.field({
      type: QuizRoleEnum,
      description: 'What they may do.',
      resolve: (member) => memberRole(member),
    }),
    online: t.exposeBoolean('online', {
      description: 'Whether they follow quizRoomEvents on a socket, as last told: up to 30 seconds ago.',
    }),
    plays: t.exposeBoolean('plays', {
      description: 'Whether they answer and are ranked: everyone but who opened the room, unless hostPlays is set.',
    }),
    score: t.exposeInt('score', { description: 'Points, as of the last reveal.' }),
    streak: t.exposeInt('streak', { description: 'Right answers in a row, as of the last reveal.' }),
    joinedAt: t.field({ type: 'DateTime', description: 'When they first came.', resolve: ({ joinedAt }) => joinedAt }),
  }),
});
