import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actInRoom } from '../quizRoom/actInRoom.ts';
import { auditRow } from './auditRow.ts';
import { readReason } from './readReason.ts';

export interface KickFromRoomInput {
  roomId: string;
  userId: string;
  reason: string;
}

/**
 * Sends somebody out of a room for as long as it lasts, as an operator, which is written down with it. Kicking twice
 * keeps the first.
 */
export async function kickFromRoom(
  context: Context,
  { roomId, userId: targetId, reason: given }: KickFromRoomInput,
): Promise<QuizRoom> {
  const reason = readReason(given);
  const subject = `QuizRoom:${roomId}`;
  const entry = auditRow(context, { action: 'kickFromRoom', subject, reason, details: { user: `User:${targetId}` } });
  return actInRoom(context, roomId, { type: 'OPERATE', action: { type: 'EXPEL', targetId, reason }, entry });
}
