import type { AnswerRefusal } from '../../rules/quiz/answer.ts';
import type { QuizRefusal } from '../../rules/quiz/quizDecision.ts';
import { BannedError, type ExpectedError, InvalidInputError, NotAMemberError, NotHostError } from '../errors.ts';
import {
  AlreadyAnsweredError,
  LateJoinClosedError,
  NameTakenError,
  NotKickableError,
  NotPlayingError,
  QuestionClosedError,
  RoomFullError,
  WrongPhaseError,
} from './roomErrors.ts';

/**
 * What the API calls a refusal of the rules.
 * @param viewerId who did it; left out of an operator, who is in no room
 */
export function refusalError(refusal: QuizRefusal | AnswerRefusal, viewerId?: string): ExpectedError {
  switch (refusal.refused) {
    case 'NOT_HOST':
      return new NotHostError(refusal.host.displayName, refusal.cohostsMay);
    case 'WRONG_PHASE':
      return new WrongPhaseError(refusal.phase);
    case 'NOT_MEMBER':
      return new NotAMemberError(refusal.userId, 'room', refusal.userId === viewerId ? 'YOU' : 'THEY');
    case 'BANNED':
      return new BannedError(refusal.reason);
    case 'LATE_JOIN_CLOSED':
      return new LateJoinClosedError();
    case 'ROOM_FULL':
      return new RoomFullError(refusal.maxMembers);
    case 'NAME_UNFIT':
      return new InvalidInputError([{ field: 'displayName', message: refusal.problem }]);
    case 'NAME_TAKEN':
      return new NameTakenError(refusal.displayName);
    case 'NOT_KICKABLE':
      return new NotKickableError(refusal.because);
    case 'NOT_PLAYING':
      return new NotPlayingError();
    case 'OPTIONS_UNFIT':
      return new InvalidInputError([{ field: 'options', message: optionsRule(refusal.optionCount) }]);
    case 'QUESTION_CLOSED':
      return new QuestionClosedError(refusal.questionIndex);
    case 'ALREADY_ANSWERED':
      return new AlreadyAnsweredError(refusal.options, new Date(refusal.answeredAt));
  }
}

function optionsRule(optionCount: number): string {
  return `must be one or several of the numbers 0 to ${optionCount - 1}, each once.`;
}
