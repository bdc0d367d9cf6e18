import type { ClientBase } from 'pg';
import type { QuizAnswerState } from '../../rules/quiz/quizState.ts';

/** Any number, the same everywhere; beside it stands a hash of the room. */
const answersLock = 61_190_723;

/**
 * From here to the end of the transaction the room takes no answers. Answers share a lock that this one waits for: those
 * being written are seen by whoever reads them next, those that come later see the question closed.
 */
export async function closeToAnswers(client: ClientBase, roomId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(${answersLock}, hashtext($1))`, [roomId]);
}

/** Until the end of the transaction no question of the room closes. Begins the transaction. */
export async function beginAnswering(client: ClientBase, roomId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock_shared(${answersLock}, hashtext($1))`, [roomId]);
}

/** All answers to a question, as they are now. */
export async function readAnswers(
  client: ClientBase,
  roomId: string,
  questionIndex: number,
): Promise<QuizAnswerState[]> {
  const { rows } = await client.query<QuizAnswerState>({
    name: 'read-quiz-answers',
    text: `
      select user_id as "userId", question_index as "questionIndex", options,
        round(extract(epoch from answered_at) * 1000)::float8 as "answeredAt", elapsed_ms as "elapsedMs"
      from quiz_answer where room_id = $1 and question_index = $2`,
    values: [roomId, questionIndex],
  });
  return rows;
}
