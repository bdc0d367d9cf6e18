import { QuizRoom } from '../../entities/quizRoom.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';
import { openTo } from './roomAccess.ts';

/** Rooms the caller came into and was not kicked from, the newest first; only those that have not ended, if so asked. */
export function myQuizRooms(context: Context, { open, ...page }: PageArgs & { open?: boolean | null | undefined }) {
  const { userId } = requireViewer(context);
  const where = { ...openTo(userId), ...(open && { phase: { $ne: 'ENDED' as const } }) };
  return context.em.findByCursor(QuizRoom, { where, orderBy: { id: 'desc' }, ...pageOf(page) });
}
