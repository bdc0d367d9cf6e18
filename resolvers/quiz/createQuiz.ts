import type { Quiz } from '../../entities/quiz.ts';
import type { QuizInput } from '../../rules/quiz/quizDefinition.ts';
import type { Context } from '../context.ts';
import { keepQuiz } from './keepQuiz.ts';
import { quizOf } from './ownQuiz.ts';

export interface CreateQuizInput extends QuizInput {
  /** The caller's own name for this creation. */
  key?: string | null | undefined;
}

/** Keeps a quiz of the caller's. The same key again is the quiz it made, as it is now, deleted or not. */
export async function createQuiz(context: Context, { key, ...input }: CreateQuizInput): Promise<Quiz> {
  return keepQuiz(context, quizOf(input), key ?? null);
}
