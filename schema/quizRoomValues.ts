import type { MemberSeen, Placed, QuestionResult, QuizRoomEvent } from '../subscriptions/quizRoomEvent.ts';
import { builder } from './builder.ts';
import { QuizRoleEnum } from './quizMember.ts';
import { personRef } from './streams.ts';

export const MemberSeenRef = builder.objectRef<MemberSeen>('MemberSeen');
MemberSeenRef.implement({
  description: 'Somebody in a room as events show them: what they were when it happened.',
  fields: (t) => ({
    person: t.field({
      type: personRef,
      description: 'Who; their displayName is the one in this room.',
      resolve: ({ person }) => person,
    }),
    role: t.field({ type: QuizRoleEnum, description: 'What they may do.', resolve: ({ role }) => role }),
    plays: t.exposeBoolean('plays', { description: 'Whether they answer and are ranked.' }),
    online: t.exposeBoolean('online', { description: 'Whether they are there.' }),
    score: t.exposeInt('score', { description: 'Points.' }),
    streak: t.exposeInt('streak', { description: 'Right answers in a row.' }),
  }),
});

export const MemberPresenceRef =
  builder.objectRef<Extract<QuizRoomEvent, { type: 'PresenceChanged' }>['members'][number]>('MemberPresence');
MemberPresenceRef.implement({
  description: 'Somebody who came online or went offline.',
  fields: (t) => ({
    person: t.field({ type: personRef, description: 'Who.', resolve: ({ person }) => person }),
    online: t.exposeBoolean('online', { description: 'Whether they are there now.' }),
  }),
});

export const QuizPlaceRef = builder.objectRef<Placed>('QuizPlace');
QuizPlaceRef.implement({
  description: 'A place in a room’s standings.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'From 1; nobody shares one.' }),
    person: t.field({ type: personRef, description: 'Who has it.', resolve: ({ person }) => person }),
    score: t.exposeInt('score', { description: 'Points.' }),
  }),
});

export const QuestionResultRef = builder.objectRef<QuestionResult>('QuestionResult');
QuestionResultRef.implement({
  description: 'How a question went for one player.',
  fields: (t) => ({
    options: t.intList({
      nullable: true,
      description: 'Places of the options they chose in time, ascending; null when they did not answer.',
      resolve: ({ options }) => options,
    }),
    correct: t.exposeBoolean('correct', { description: 'Whether those were exactly the right ones.' }),
    points: t.exposeInt('points', { description: 'What the question gave, the bonus included.' }),
    bonus: t.exposeInt('bonus', { description: 'Of that, what the streak gave.' }),
    streak: t.exposeInt('streak', { description: 'Right answers in a row, up to this one.' }),
    score: t.exposeInt('score', { description: 'All points so far.' }),
    rank: t.exposeInt('rank', { description: 'Their place in the room, from 1.' }),
  }),
});
