import type { Quiz } from '../../entities/quiz.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { keepQuiz } from './keepQuiz.ts';
import { quizOf } from './ownQuiz.ts';
import { type QuizFormat, readQuizFile } from './quizFile.ts';

export interface ImportQuizInput {
  format: QuizFormat;
  text: string;
  /** Needed for CSV, which has none. */
  title?: string | null | undefined;
  /** As of createQuiz. */
  key?: string | null | undefined;
}

/** Keeps the quiz that a file holds, or says line by line what is wrong with it. */
export async function importQuiz(context: Context, { format, text, title, key }: ImportQuizInput): Promise<Quiz> {
  const file = readQuizFile(format, text);
  if (Array.isArray(file)) throw new InvalidInputError(file);
  const { questions, places, names } = file;
  const quiz = quizOf(
    { title: title ?? file.title ?? '', questions },
    (questionIndex, field) => `${places[questionIndex]}.${names[field] ?? field}`,
  );
  return keepQuiz(context, quiz, key ?? null);
}
