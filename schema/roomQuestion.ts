import type { AnswerGiven } from '../resolvers/quizRoom/answerQuestion.ts';
import type { QuestionShown } from '../resolvers/quizRoom/roomQuestion.ts';
import { builder } from './builder.ts';

export const RoomQuestionRef = builder.objectRef<QuestionShown>('RoomQuestion');
RoomQuestionRef.implement({
  description: 'A question as a room asks it, from the copy that was made when the room opened.',
  fields: (t) => ({
    index: t.exposeInt('questionIndex', { description: 'Its place in the quiz, from 0.' }),
    body: t.exposeString('body', { description: 'What is asked.' }),
    options: t.exposeStringList('options', { description: '2 to 6; an answer names them by place, from 0.' }),
    seconds: t.exposeFloat('seconds', {
      description: 'How long it can be answered in all; the room’s deadline says until when.',
    }),
    points: t.exposeInt('points', { description: 'For a right answer at once; later ones give less.' }),
    pictureUrl: t.exposeString('pictureUrl', { nullable: true, description: 'Of a picture, by https.' }),
    correctOptions: t.exposeIntList('correctOptions', {
      nullable: true,
      description: 'Places of the right options, ascending. Null, for everyone, until this room has revealed it.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Why that is right, where the author said so. Null until this room has revealed it.',
    }),
  }),
});

export const QuizAnswerRef = builder.objectRef<AnswerGiven>('QuizAnswer');
QuizAnswerRef.implement({
  description: 'What somebody answered.',
  fields: (t) => ({
    questionIndex: t.exposeInt('questionIndex', { description: 'To which question, from 0.' }),
    options: t.exposeIntList('options', { description: 'Places of the options chosen, ascending.' }),
    answeredAt: t.field({
      type: 'DateTime',
      description: 'When the server received it.',
      resolve: ({ answeredAt }) => answeredAt,
    }),
    elapsedMs: t.exposeInt('elapsedMs', {
      description: 'Milliseconds of the question’s time used by then, pauses left out.',
    }),
    correct: t.boolean({
      nullable: true,
      description: 'Whether exactly the right options were chosen; null until the reveal.',
      resolve: ({ correct }) => correct,
    }),
    points: t.int({
      nullable: true,
      description: 'What it gave, a bonus included; null until the reveal.',
      resolve: ({ points }) => points,
    }),
  }),
});
