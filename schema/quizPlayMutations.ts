import { QuizRoom } from '../entities/quizRoom.ts';
import { BannedError, InvalidInputError, NotAMemberError, NotFoundError, NotHostError } from '../resolvers/errors.ts';
import {
  AlreadyAnsweredError,
  NotPlayingError,
  QuestionClosedError,
  WrongPhaseError,
} from '../resolvers/quizRoom/roomErrors.ts';
import { answerQuestion } from '../resolvers/quizRoom/answerQuestion.ts';
import { runQuiz } from '../resolvers/quizRoom/runQuiz.ts';
import { builder } from './builder.ts';
import { roomPayload } from './roomPayload.ts';
import { QuizAnswerRef } from './roomQuestion.ts';

const signedIn = { signedIn: true };
const roomIdField = 'The room.';

const running = { authScopes: signedIn, errors: { types: [NotHostError, WrongPhaseError, NotFoundError] } };

builder.relayMutationField(
  'startQuiz',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
    }),
  },
  {
    ...running,
    description: 'Opens the first question. Host and cohosts. Starting twice is a no-op.',
    resolve: (_root, { input: { roomId } }, context) => runQuiz(context, { type: 'START', roomId: roomId.id }),
  },
  roomPayload('Begun, now or before.'),
);

builder.relayMutationField(
  'nextQuestion',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      afterIndex: t.int({
        required: false,
        description:
          'The question whose reveal you see, from 0: asked twice, it moves once. Left out: the one shown now.',
      }),
    }),
  },
  {
    ...running,
    description: 'Goes on from a reveal to the next question; after the last one, to the end. Host and cohosts.',
    resolve: (_root, { input: { roomId, afterIndex } }, context) =>
      runQuiz(context, { type: 'NEXT', roomId: roomId.id, afterIndex }),
  },
  roomPayload('On its way, now or before.'),
);

builder.relayMutationField(
  'revealQuestion',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      questionIndex: t.int({
        required: false,
        description: 'The question you see open, from 0: asked twice, it closes one. Left out: the one that is open.',
      }),
    }),
  },
  {
    ...running,
    description: 'Closes a question before its deadline and shows what is right. Host and cohosts.',
    resolve: (_root, { input: { roomId, questionIndex } }, context) =>
      runQuiz(context, { type: 'REVEAL', roomId: roomId.id, questionIndex }),
  },
  roomPayload('Revealed, now or before.'),
);

builder.relayMutationField(
  'pauseQuiz',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
    }),
  },
  {
    ...running,
    description:
      'Stops the clock of a question or a reveal; nobody can answer meanwhile. Host and cohosts. Pausing twice is a no-op.',
    resolve: (_root, { input: { roomId } }, context) => runQuiz(context, { type: 'PAUSE', roomId: roomId.id }),
  },
  roomPayload('Paused, now or before.'),
);

builder.relayMutationField(
  'resumeQuiz',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
    }),
  },
  {
    ...running,
    description:
      'Starts the clock again with what was left on it. Host and cohosts. Resuming what is not paused is a no-op.',
    resolve: (_root, { input: { roomId } }, context) => runQuiz(context, { type: 'RESUME', roomId: roomId.id }),
  },
  roomPayload('Going on, now or before.'),
);

builder.relayMutationField(
  'endQuiz',
  {
    description: 'Which one.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
    }),
  },
  {
    ...running,
    description:
      'Ends the quiz for good. A question that is open is closed first, and its answers count. Host and cohosts. Ending twice is a no-op.',
    resolve: (_root, { input: { roomId } }, context) => runQuiz(context, { type: 'END', roomId: roomId.id }),
  },
  roomPayload('Ended, now or before.'),
);

builder.relayMutationField(
  'answerQuestion',
  {
    description: 'To what, and what.',
    inputFields: (t) => ({
      roomId: t.globalID({ for: QuizRoom, description: roomIdField }),
      questionIndex: t.int({ description: 'The question, from 0.' }),
      options: t.intList({ description: 'Places of the options you choose, from 0: one or several, in any order.' }),
    }),
  },
  {
    description:
      'Answers the question that is open, as of when the server receives it. The same answer again is the same answer, even after the deadline; another is AlreadyAnsweredError, or takes its place where the room’s answerChange is LAST.',
    authScopes: signedIn,
    errors: {
      types: [
        QuestionClosedError,
        AlreadyAnsweredError,
        InvalidInputError,
        WrongPhaseError,
        NotAMemberError,
        BannedError,
        NotPlayingError,
        NotFoundError,
      ],
    },
    resolve: (_root, { input: { roomId, questionIndex, options } }, context) =>
      answerQuestion(context, { roomId: roomId.id, questionIndex, options }),
  },
  {
    description: 'Kept, now or before.',
    outputFields: (t) => ({
      answer: t.field({
        type: QuizAnswerRef,
        description: 'Yours. Whether it is right is said with the reveal.',
        resolve: (answer) => answer,
      }),
    }),
  },
);
