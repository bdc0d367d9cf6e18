import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actAsMember } from './actAsMember.ts';
import { visibleRooms } from './roomAccess.ts';

/**
 * Leaves a room. Leaving twice is a no-op, as is leaving what is over. The room as they left it; null for who was not in
 * it, and so may not see it.
 */
export async function leaveQuizRoom(context: Context, { roomId }: { roomId: string }): Promise<QuizRoom | null> {
  const seen = await visibleRooms(context, [roomId]);
  const room = await actAsMember(context, roomId, { type: 'LEAVE' });
  return seen.length > 0 ? room : null;
}
