import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actAsMember } from './actAsMember.ts';

/** Makes a member a cohost, who runs the quiz like the host. Twice is a no-op. */
export function addCohost(context: Context, { roomId, userId }: { roomId: string; userId: string }): Promise<QuizRoom> {
  return actAsMember(context, roomId, { type: 'ADD_COHOST', targetId: userId });
}
