import type { QuizRoom } from '../../entities/quizRoom.ts';
import { isText } from '../../rules/text.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { actAsMember } from './actAsMember.ts';

const reasonLength = 200;

export interface KickPlayerInput {
  roomId: string;
  userId: string;
  reason?: string | null | undefined;
}

/** Sends somebody out of a room for as long as it lasts. Kicking twice keeps the first reason. */
export async function kickPlayer(
  context: Context,
  { roomId, userId, reason = null }: KickPlayerInput,
): Promise<QuizRoom> {
  if (reason !== null && !isText(reason, reasonLength)) {
    throw new InvalidInputError([{ field: 'reason', message: `must have 1 to ${reasonLength} visible characters.` }]);
  }
  return actAsMember(context, roomId, { type: 'KICK', targetId: userId, reason });
}
