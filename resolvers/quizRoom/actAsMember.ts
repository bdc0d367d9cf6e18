import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { QuizAction } from '../../rules/quiz/quizDecision.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { actInRoom } from './actInRoom.ts';

type By<Action> = Action extends { userId: string } ? Omit<Action, 'userId'> : never;
/** What people do in a room they are in, whoever they are. */
export type MemberAction = By<QuizAction>;

/** Does something in a room as the caller, within the limits. */
export async function actAsMember(context: Context, roomId: string, action: MemberAction): Promise<QuizRoom> {
  const { userId } = requireViewer(context);
  const { limits } = context.services;
  await Promise.all([limits.take('quizActionsPerUser', userId), limits.take('quizActionsPerRoom', roomId)]);
  return actInRoom(context, roomId, { ...action, userId });
}
