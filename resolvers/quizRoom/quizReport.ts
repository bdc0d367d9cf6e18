import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { QuizQuestion } from '../../entities/quiz.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';
import { isHosting } from './roomAccess.ts';

/** How a question went. Of one that was never asked, or nobody answered, all is zero, and averages are null. */
export interface QuestionReport {
  index: number;
  question: QuizQuestion;
  revealed: boolean;
  answered: number;
  correct: number;
  /** How often each option was chosen. */
  distribution: number[];
  averageMs: number | null;
  averagePoints: number | null;
}

type QuestionRow = Omit<QuestionReport, 'question' | 'revealed'> & { roomId: string };

/** A report is for host and cohosts, once the quiz is over and nothing of it changes any more. */
export function mayReadReport(context: Context, room: QuizRoom): boolean {
  return room.phase === 'ENDED' && isHosting(context, room);
}

/** How many questions were revealed. */
export function revealedIn({ questionIndex }: Pick<QuizRoom, 'questionIndex'>): number {
  return (questionIndex ?? -1) + 1;
}

/** Options of a question, at most. */
const mostOptions = 6;
const chosen = Array.from({ length: mostOptions }, (_, option) => `count(*) filter (where options @> '${option}')`);

/** How each question of an ended room went, counted as its reveal counted. */
export const reportQuestions = batched<QuizRoom, QuestionReport[]>(async ({ services }, rooms) => {
  const { rows } = await services.pool.query<QuestionRow>({
    name: 'quiz-report-questions',
    text: `
      select room_id as "roomId", question_index as index, count(*)::int as answered,
        count(*) filter (where correct)::int as correct, array[${chosen.join(', ')}]::int[] as distribution,
        round(avg(elapsed_ms))::int as "averageMs", round(avg(points), 1)::float8 as "averagePoints"
      from quiz_answer where room_id = any($1) and correct is not null group by room_id, question_index`,
    values: [rooms.map(({ id }) => id)],
  });
  const byPlace = new Map(rows.map((row) => [`${row.roomId}:${row.index}`, row]));
  return rooms.map((room) =>
    room.questions.map((question, index) => {
      const row = byPlace.get(`${room.id}:${index}`);
      const { answered = 0, correct = 0, averageMs = null, averagePoints = null } = row ?? {};
      const distribution = question.options.map((_, option) => row?.distribution[option] ?? 0);
      const revealed = index < revealedIn(room);
      return { index, question, revealed, answered, correct, distribution, averageMs, averagePoints };
    }),
  );
});
