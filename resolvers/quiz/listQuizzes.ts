import { Quiz } from '../../entities/quiz.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

/** The caller's own, the newest first. */
export function listQuizzes(context: Context, args: PageArgs) {
  const { userId } = requireViewer(context);
  const where = { author: userId, deletedAt: null };
  return context.em.findByCursor(Quiz, { where, orderBy: { id: 'desc' }, ...pageOf(args) });
}
