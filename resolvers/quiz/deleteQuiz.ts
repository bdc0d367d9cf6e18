import { Quiz } from '../../entities/quiz.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NotAuthorError, NotFoundError } from '../errors.ts';

/** Takes a quiz of the caller's away; rooms keep the copy they have. Deleting it again changes nothing. */
export async function deleteQuiz(context: Context, { quizId }: { quizId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const { em, services } = context;
  const deletedAt = new Date(services.clock.now());
  // One statement decides, also when it is sent twice at once.
  const deleted = await em.nativeUpdate(Quiz, { id: quizId, author: userId, deletedAt: null }, { deletedAt });
  if (deleted > 0) return quizId;
  const quiz = await em.findOne(Quiz, { id: quizId });
  if (quiz?.author.id === userId) return quizId;
  throw quiz && !quiz.deletedAt ? new NotAuthorError() : new NotFoundError('quiz');
}
