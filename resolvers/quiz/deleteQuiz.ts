import { Quiz } from '../../entities/quiz.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { ownQuiz } from './ownQuiz.ts';

/** Takes a quiz of the caller's away; rooms keep the copy they have. Deleting it again changes nothing. */
export async function deleteQuiz(context: Context, { quizId }: { quizId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const gone = await context.em.count(Quiz, { id: quizId, author: userId, deletedAt: { $ne: null } });
  if (gone > 0) return quizId;
  const quiz = await ownQuiz(context, quizId);
  quiz.deletedAt = new Date(context.services.clock.now());
  await context.em.flush();
  return quizId;
}
