import { Quiz, type QuizQuestion } from '../entities/quiz.ts';
import { User } from '../entities/user.ts';
import { listQuizzes } from '../resolvers/quiz/listQuizzes.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { inOrder } from './inOrder.ts';

const QuizQuestionRef = builder.objectRef<QuizQuestion & { index: number }>('QuizQuestion');
QuizQuestionRef.implement({
  description: 'A question as its author wrote it.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the quiz, from 0.' }),
    body: t.exposeString('body', { description: 'What is asked, 1 to 500 characters.' }),
    options: t.exposeStringList('options', { description: '2 to 6 different ones.' }),
    seconds: t.exposeFloat('seconds', { description: 'How long it can be answered, 3 to 240.' }),
    points: t.exposeInt('points', { description: 'For a right answer at once, 0 to 2000.' }),
    pictureUrl: t.exposeString('pictureUrl', { nullable: true, description: 'Of a picture, by https.' }),
    correctOptions: t.exposeIntList('correctOptions', {
      description:
        'Places of the right options, from 0, ascending. An answer is right when it names them all and no other.',
    }),
    explanation: t.exposeString('explanation', { nullable: true, description: 'Shown with the right options.' }),
  }),
});

builder.node(Quiz, {
  name: 'Quiz',
  description: 'Questions to be played in rooms. A room plays a copy: what is changed here later changes no room.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Quiz, { id: { $in: ids }, deletedAt: null })),
  fields: (t) => ({
    title: t.exposeString('title', { description: '1 to 120 characters.' }),
    author: t.field({ type: User, description: 'Who wrote it.', resolve: ({ author }) => author.loadOrFail() }),
    questionCount: t.int({ description: 'How many questions it has.', resolve: ({ questions }) => questions.length }),
    questions: t.field({
      type: [QuizQuestionRef],
      nullable: true,
      description: 'In the order they are asked. For the author only; null for others.',
      resolve: ({ author, questions }, _args, { viewer }) =>
        viewer?.userId === author.id ? questions.map((question, index) => ({ ...question, index })) : null,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
});

builder.queryFields((t) => ({
  quizzes: t.connection({
    type: Quiz,
    authScopes: { signedIn: true },
    description: 'Your own, the newest first. At most 200 a page.',
    resolve: async (_root, args, context) => connectionOf(await listQuizzes(context, args)),
  }),
}));
