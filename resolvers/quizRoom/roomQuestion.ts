import type { QuizRoom } from '../../entities/quizRoom.ts';
import { questionShown, type QuestionShown } from '../../rules/quiz/question.ts';

export type { QuestionShown };

/**
 * The question that a room asks or revealed last; null before the first. Nothing else may read a room's questions for
 * those who play: what is right stays null here until the room has revealed it, for everyone.
 */
export function roomQuestion({ phase, pausedFrom, questionIndex, questions }: QuizRoom): QuestionShown | null {
  return questionShown({ phase, pausedFrom: pausedFrom ?? null, questionIndex: questionIndex ?? null, questions });
}
