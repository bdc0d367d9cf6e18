import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { answerTogether } from './answerTogether.ts';
import { refusalError } from './refusalError.ts';

/** What somebody answered; `correct` and `points` once the room has revealed the question. */
export interface AnswerGiven {
  questionIndex: number;
  options: number[];
  answeredAt: Date;
  elapsedMs: number;
  correct: boolean | null;
  points: number | null;
}

/** More would be no answer to any question. */
const mostOptions = 100;

/**
 * Answers the question in play for the caller, as of when the request came in. The same answer again is the same answer,
 * even after the question closed.
 */
export async function answerQuestion(
  context: Context,
  { roomId, questionIndex, options }: { roomId: string; questionIndex: number; options: readonly number[] },
): Promise<AnswerGiven> {
  const { userId } = requireViewer(context);
  const { services, arrival } = context;
  const { limits, rooms } = services;
  await Promise.all([limits.take('quizActionsPerUser', userId), limits.take('quizActionsPerRoom', roomId)]);
  const given = { userId, questionIndex, options: options.slice(0, mostOptions), at: arrival.at };
  const result = await rooms.answers.do(roomId, given, (arrived) => answerTogether(services, roomId, arrived));
  if ('missing' in result) throw new NotFoundError('room');
  if ('refusal' in result) throw refusalError(result.refusal, userId);
  rooms.pulse(roomId);
  const { answeredAt, ...answer } = result.answer;
  return { ...answer, answeredAt: new Date(answeredAt) };
}
