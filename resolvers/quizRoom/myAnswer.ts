import { QuizAnswer, type QuizRoom } from '../../entities/quizRoom.ts';
import { batched } from '../batched.ts';
import type { AnswerGiven } from './answerQuestion.ts';

/** The viewer's answer to the question that is asked or was revealed last; null when there is none. */
export const myAnswer = batched<QuizRoom, AnswerGiven | null>(async ({ viewer, em }, rooms) => {
  const places = rooms.flatMap(({ id: room, questionIndex }) =>
    typeof questionIndex === 'number' ? [{ room, questionIndex }] : [],
  );
  if (!viewer || places.length === 0) return rooms.map(() => null);
  const answers = await em.find(QuizAnswer, { user: viewer.userId, $or: places });
  const byRoom = new Map(answers.map((answer) => [answer.room.id, given(answer)]));
  return rooms.map(({ id }) => byRoom.get(id) ?? null);
});

function given({
  questionIndex,
  options,
  answeredAt,
  elapsedMs,
  correct = null,
  points = null,
}: QuizAnswer): AnswerGiven {
  return { questionIndex, options, answeredAt, elapsedMs, correct, points };
}
