import { Quiz } from '../entities/quiz.ts';
import { InvalidInputError, NotAuthorError, NotFoundError } from '../resolvers/errors.ts';
import { createQuiz } from '../resolvers/quiz/createQuiz.ts';
import { deleteQuiz } from '../resolvers/quiz/deleteQuiz.ts';
import { importQuiz } from '../resolvers/quiz/importQuiz.ts';
import { quizFormats } from '../resolvers/quiz/quizFile.ts';
import { updateQuiz } from '../resolvers/quiz/updateQuiz.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';

const signedIn = { signedIn: true };

const QuizQuestionInput = builder.inputType('QuizQuestionInput', {
  description: 'A question; texts are trimmed.',
  fields: (t) => ({
    body: t.string({ description: 'What is asked, 1 to 500 characters.' }),
    options: t.stringList({ description: '2 to 6 different ones, 1 to 200 characters each.' }),
    correctOptions: t.intList({ description: 'Places of the right options, from 0: one or several, not all.' }),
    seconds: t.float({ required: false, description: 'How long it can be answered, 3 to 240; default 20.' }),
    points: t.int({ required: false, description: 'For a right answer at once, 0 to 2000; default 1000.' }),
    pictureUrl: t.string({ required: false, description: 'An https address of at most 2048 characters.' }),
    explanation: t.string({ required: false, description: 'Shown with the right options; at most 1000 characters.' }),
  }),
});

builder.relayMutationField(
  'createQuiz',
  {
    description: 'A quiz.',
    inputFields: (t) => ({
      title: t.string({ description: '1 to 120 characters.' }),
      questions: t.field({ type: [QuizQuestionInput], description: '1 to 100, in the order they are asked.' }),
      key: t.string({
        required: false,
        description: 'A name of your own, 1 to 80 characters: the same again is the quiz it made first.',
      }),
    }),
  },
  {
    description: 'Keeps a quiz of yours. Sent twice it makes two, unless it has a key.',
    authScopes: signedIn,
    errors: { types: [InvalidInputError] },
    resolve: (_root, { input }, context) => createQuiz(context, input),
  },
  {
    description: 'Kept.',
    outputFields: (t) => ({ quiz: t.field({ type: Quiz, description: 'The new quiz.', resolve: (quiz) => quiz }) }),
  },
);

builder.relayMutationField(
  'updateQuiz',
  {
    description: 'What to change; what is left out stays.',
    inputFields: (t) => ({
      quizId: t.globalID({ for: Quiz, description: 'A quiz of yours.' }),
      title: t.string({ required: false, description: '1 to 120 characters.' }),
      questions: t.field({ type: [QuizQuestionInput], required: false, description: 'All of them anew.' }),
    }),
  },
  {
    description: 'Changes a quiz of yours. Rooms that are open keep the copy they have.',
    authScopes: signedIn,
    errors: { types: [InvalidInputError, NotFoundError, NotAuthorError] },
    resolve: (_root, { input: { quizId, ...changes } }, context) =>
      updateQuiz(context, { quizId: quizId.id, ...changes }),
  },
  {
    description: 'Changed.',
    outputFields: (t) => ({ quiz: t.field({ type: Quiz, description: 'As it is now.', resolve: (quiz) => quiz }) }),
  },
);

builder.relayMutationField(
  'deleteQuiz',
  {
    description: 'Which one.',
    inputFields: (t) => ({ quizId: t.globalID({ for: Quiz, description: 'A quiz of yours.' }) }),
  },
  {
    description: 'Takes a quiz of yours away. Rooms that are open keep the copy they have. Deleting twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError, NotAuthorError] },
    resolve: (_root, { input }, context) => deleteQuiz(context, { quizId: input.quizId.id }),
  },
  {
    description: 'Deleted.',
    outputFields: (t) => ({
      quizId: t.id({ description: 'Of the quiz that is gone.', resolve: (id) => encodeGlobalId('Quiz', id) }),
    }),
  },
);

const QuizFormatEnum = builder.enumType('QuizFormat', {
  description: 'What a file of questions is written in.',
  values: {
    JSON: { description: 'An object with title and questions as createQuiz takes them, or a list of such questions.' },
    CSV: {
      description:
        'A first line that names columns (question, option1 to option6, correct, seconds, points, picture, explanation), then a question a line. `correct` holds numbers of options from 1: “2” or “1 3”.',
    },
  } satisfies Record<(typeof quizFormats)[number], object>,
});

builder.relayMutationField(
  'importQuiz',
  {
    description: 'A file of questions.',
    inputFields: (t) => ({
      format: t.field({ type: QuizFormatEnum, description: 'What it is written in.' }),
      text: t.string({ description: 'What it holds.' }),
      title: t.string({ required: false, description: 'Of the quiz; needed where the file has none.' }),
      key: t.string({
        required: false,
        description: 'A name of your own, 1 to 80 characters: the same again is the quiz it made first.',
      }),
    }),
  },
  {
    description: 'Keeps the quiz that a file holds. What is wrong is named by line (CSV) or by path (JSON).',
    authScopes: signedIn,
    errors: { types: [InvalidInputError] },
    resolve: (_root, { input }, context) => importQuiz(context, input),
  },
  {
    description: 'Kept.',
    outputFields: (t) => ({ quiz: t.field({ type: Quiz, description: 'The new quiz.', resolve: (quiz) => quiz }) }),
  },
);
