import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actAsMember } from './actAsMember.ts';

/** Leaves a room. Leaving twice is a no-op, as is leaving what is over. */
export function leaveQuizRoom(context: Context, { roomId }: { roomId: string }): Promise<QuizRoom> {
  return actAsMember(context, roomId, { type: 'LEAVE' });
}
