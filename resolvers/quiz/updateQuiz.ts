import type { Quiz } from '../../entities/quiz.ts';
import type { QuestionInput } from '../../rules/quiz/quizDefinition.ts';
import type { Context } from '../context.ts';
import { ownQuiz, quizOf } from './ownQuiz.ts';

export interface UpdateQuizInput {
  quizId: string;
  title?: string | null | undefined;
  questions?: readonly QuestionInput[] | null | undefined;
}

/** Changes what is given of a quiz of the caller's; rooms that are open keep the copy they have. */
export async function updateQuiz(context: Context, { quizId, title, questions }: UpdateQuizInput): Promise<Quiz> {
  const quiz = await ownQuiz(context, quizId);
  const wanted = quizOf({ title: title ?? quiz.title, questions: questions ?? quiz.questions });
  Object.assign(quiz, wanted, { updatedAt: new Date(context.services.clock.now()) });
  await context.em.flush();
  return quiz;
}
