import type { Follower } from '../../subscriptions/follower.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import type { Context } from '../context.ts';
import { followStream } from '../stream/followStream.ts';
import { requireSight } from './roomAccess.ts';

/**
 * Follows a room, and counts as being there for as long as it is followed. For its members, and for who left; a kick is
 * the last that the person kicked gets.
 */
export async function quizRoomEvents(
  context: Context,
  { roomId, after }: { roomId: string; after?: string | null | undefined },
): Promise<Follower<QuizRoomEvent>> {
  const follower = await followStream(context, 'QuizRoom', roomId, after);
  try {
    // Now that it has its place: a kick until now is seen here, a later one is an event on its way.
    const { userId } = await requireSight(context, roomId);
    follower.guest = context.services.rooms.attend(roomId, userId);
    return follower;
  } catch (error) {
    await follower.return();
    throw error;
  }
}
