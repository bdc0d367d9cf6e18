import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actAsMember } from './actAsMember.ts';

/** Gives the room to another member; who had it becomes a cohost. */
export function transferHost(
  context: Context,
  { roomId, userId }: { roomId: string; userId: string },
): Promise<QuizRoom> {
  return actAsMember(context, roomId, { type: 'TRANSFER_HOST', targetId: userId });
}
