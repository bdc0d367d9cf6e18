import { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { changeRoom } from './changeRoom.ts';
import { refusalError } from './refusalError.ts';
import type { RoomWork } from './roomWork.ts';

/** Does something in a room, and reads the room as it is then. Throws what the rules refuse. */
export async function actInRoom(context: Context, roomId: string, work: RoomWork): Promise<QuizRoom> {
  const { services, em } = context;
  const { state, refusal } = await changeRoom(services, roomId, work);
  if (!state) throw new NotFoundError('room');
  // Whoever comes is told of later, with others.
  if (work.type === 'JOIN') services.rooms.pulse(roomId);
  if (refusal) throw refusalError(refusal, 'userId' in work ? work.userId : undefined);
  em.clear();
  return em.findOneOrFail(QuizRoom, roomId);
}
