import type { Quiz } from '../../entities/quiz.ts';
import { readQuiz } from '../../rules/quiz/quizDefinition.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { createQuiz } from './createQuiz.ts';
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
export function importQuiz(context: Context, { format, text, title, key }: ImportQuizInput): Promise<Quiz> {
  const file = readQuizFile(format, text);
  if (Array.isArray(file)) throw new InvalidInputError(file);
  const input = { title: title ?? file.title ?? '', questions: file.questions };
  const read = readQuiz(input);
  if ('quiz' in read) return createQuiz(context, { ...input, key });
  throw new InvalidInputError(
    read.problems.map(({ questionIndex, field, message }) => ({
      field: questionIndex === null ? field : `${file.places[questionIndex]}.${file.names[field] ?? field}`,
      message,
    })),
  );
}
