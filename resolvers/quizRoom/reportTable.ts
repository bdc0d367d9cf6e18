import type { Pool } from 'pg';
import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { pageSize } from '../page.ts';
import { reportQuestions, revealedIn } from './quizReport.ts';
import { answersOf, type PlayerAnswer, playersBehind } from './reportPlayers.ts';

export type Cell = string | number | null;

/**
 * A line that names the columns, then one a player: by rank, then those who were kicked. Reads a page of players at a time,
 * as the lines are taken, and the first before it yields anything.
 */
export async function* playerTable(pool: Pool, room: QuizRoom): AsyncGenerator<Cell[], void> {
  const questions = Array.from({ length: revealedIn(room) }, (_, index) => index);
  let page = await playersBehind(pool, room, 0, pageSize.most);
  const ofQuestions = questions.flatMap((index) =>
    ['options', 'points', 'seconds'].map((what) => `question ${index + 1} ${what}`),
  );
  yield ['rank', 'name', 'handle', 'score', 'correct answers', 'answered', 'average seconds', ...ofQuestions];
  while (page.length > 0) {
    const answers = await answersOf(pool, page);
    for (const [index, player] of page.entries()) {
      const { rank, displayName, handle, score, correct, answered, averageMs } = player;
      const byQuestion = new Map(answers[index]?.map((answer) => [answer.questionIndex, answer]));
      const given = questions.flatMap((question) => answerCells(byQuestion.get(question)));
      yield [rank, displayName, handle, score, correct, answered, seconds(averageMs), ...given];
    }
    page = page.length < pageSize.most ? [] : await playersBehind(pool, room, page.at(-1)?.place ?? 0, pageSize.most);
  }
}

/** A line that names the columns, then one a question that was revealed. */
export async function* questionTable(context: Context, room: QuizRoom): AsyncGenerator<Cell[], void> {
  const questions = await reportQuestions(context, room);
  const options = Array.from({ length: Math.max(...questions.map(({ question }) => question.options.length)) });
  const ofOptions = options.flatMap((_, index) => [`option${index + 1}`, `chosen${index + 1}`]);
  yield [
    'number',
    'question',
    'correct',
    'answered',
    'correct answers',
    'average seconds',
    'average points',
    ...ofOptions,
  ];
  for (const { index, question, answered, correct, averageMs, averagePoints, distribution, revealed } of questions) {
    if (!revealed) continue;
    const { body, correctOptions } = question;
    const chosen = options.flatMap((_, option) => [question.options[option] ?? null, distribution[option] ?? null]);
    yield [index + 1, body, numbers(correctOptions), answered, correct, seconds(averageMs), averagePoints, ...chosen];
  }
}

function answerCells(answer: PlayerAnswer | undefined): Cell[] {
  return answer ? [numbers(answer.options), answer.points, seconds(answer.elapsedMs)] : [null, null, null];
}

/** From 1, as the file of a quiz has them. */
function numbers(options: readonly number[]): string {
  return options.map((option) => option + 1).join(' ');
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}
