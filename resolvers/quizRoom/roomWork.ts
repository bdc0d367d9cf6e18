import type { AnswerRefusal } from '../../rules/quiz/answer.ts';
import type { OperatorAction, QuizAction, QuizRefusal } from '../../rules/quiz/quizDecision.ts';
import type { QuizAnswerState, QuizRoomState } from '../../rules/quiz/quizState.ts';
import type { AuditRow } from '../operator/writeAudit.ts';

/**
 * What a room is asked: an action of the rules, one of an operator with what is to be written down of it, or to tell who
 * came, who is there and how many answered.
 */
export type RoomWork =
  | Exclude<QuizAction, OperatorAction>
  | { type: 'OPERATE'; action: OperatorAction; entry: AuditRow }
  | { type: 'PULSE' };

export interface RoomOutcome {
  /** As it is after the work; null: there is no such room. */
  state: QuizRoomState | null;
  refusal?: QuizRefusal | undefined;
  /** Of a pulse that came too soon after the last: when to try again. */
  retryAt?: number | undefined;
}

/** An answer as it came in. */
export interface ArrivedAnswer {
  userId: string;
  questionIndex: number;
  options: readonly number[];
  /** When the server received it, in Unix milliseconds. */
  at: number;
}

/** An answer as it is kept; what it turned out to be only once its question is revealed. */
export interface KeptAnswer extends QuizAnswerState {
  correct: boolean | null;
  points: number | null;
}

export type AnswerResult = { answer: KeptAnswer } | { refusal: AnswerRefusal } | { missing: true };
