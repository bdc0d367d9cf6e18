import { expect, it } from 'vitest';
import type { AnswerRefusal } from '../../rules/quiz/answer.ts';
import type { QuizRefusal } from '../../rules/quiz/quizDecision.ts';
import { refusalError } from './refusalError.ts';

const host = { id: 'ada', handle: 'ada', displayName: 'Ada' };

it.each<[refusal: QuizRefusal | AnswerRefusal, name: string, fields: object]>([
  [{ refused: 'NOT_HOST', host, cohostsMay: false }, 'NotHostError', { message: 'Only the host, Ada, may do this.' }],
  [
    { refused: 'NOT_HOST', host, cohostsMay: true },
    'NotHostError',
    { message: 'Only the host, Ada, and cohosts may do this.' },
  ],
  [{ refused: 'WRONG_PHASE', phase: 'LOBBY' }, 'WrongPhaseError', { phase: 'LOBBY' }],
  [
    { refused: 'NOT_MEMBER', userId: 'ben' },
    'NotAMemberError',
    { userId: 'ben', message: 'Whom you named is not in the room. Choose somebody who is.' },
  ],
  [
    { refused: 'NOT_MEMBER', userId: 'ada' },
    'NotAMemberError',
    { userId: 'ada', message: 'You are not in the room. Join it first.' },
  ],
  [{ refused: 'BANNED', reason: 'Shouting.' }, 'BannedError', { reason: 'Shouting.' }],
  [{ refused: 'LATE_JOIN_CLOSED' }, 'LateJoinClosedError', {}],
  [{ refused: 'ROOM_FULL', maxMembers: 2 }, 'RoomFullError', { maxMembers: 2 }],
  [
    { refused: 'NAME_UNFIT', problem: 'Choose a name.' },
    'InvalidInputError',
    { fields: [{ field: 'displayName', message: 'Choose a name.' }] },
  ],
  [{ refused: 'NAME_TAKEN', displayName: 'Ben' }, 'NameTakenError', { displayName: 'Ben' }],
  [{ refused: 'NOT_KICKABLE', because: 'SELF' }, 'NotKickableError', { because: 'SELF' }],
  [
    { refused: 'NOT_KICKABLE', because: 'HOST' },
    'NotKickableError',
    { message: 'Nobody kicks the host. Have the room passed on to somebody else first, or close it.' },
  ],
  [{ refused: 'NOT_PLAYING' }, 'NotPlayingError', {}],
  [
    { refused: 'OPTIONS_UNFIT', optionCount: 4 },
    'InvalidInputError',
    { fields: [{ field: 'options', message: 'must be one or several of the numbers 0 to 3, each once.' }] },
  ],
  [{ refused: 'QUESTION_CLOSED', questionIndex: 3 }, 'QuestionClosedError', { questionIndex: 3 }],
  [
    { refused: 'ALREADY_ANSWERED', options: [1, 2], answeredAt: 1_000 },
    'AlreadyAnsweredError',
    { options: [1, 2], answeredAt: new Date(1_000) },
  ],
])('%j is a %s', (refusal, name, fields) => {
  const error = refusalError(refusal, host.id);
  expect(error.constructor.name).toBe(name);
  expect(error.message.length).toBeGreaterThan(10);
  expect(error).toMatchObject(fields);
});
