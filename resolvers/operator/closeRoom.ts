import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actInRoom } from '../quizRoom/actInRoom.ts';
import { auditRow } from './auditRow.ts';
import { readReason } from './readReason.ts';

/** Ends a quiz for good, as an operator, which is written down with it. Closing what is over is a no-op. */
export async function closeRoom(
  context: Context,
  { roomId, reason: given }: { roomId: string; reason: string },
): Promise<QuizRoom> {
  const reason = readReason(given);
  const entry = auditRow(context, { action: 'closeRoom', subject: `QuizRoom:${roomId}`, reason });
  return actInRoom(context, roomId, { type: 'OPERATE', action: { type: 'CLOSE', reason }, entry });
}
