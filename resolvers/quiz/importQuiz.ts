import type { Quiz } from '../../entities/quiz.ts';
import { type QuizProblem, readQuiz } from '../../rules/quiz/quizDefinition.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { readCsv } from './csvFile.ts';
import { readJson } from './jsonFile.ts';
import { keepQuiz } from './keepQuiz.ts';
import type { FileFault, QuizFile, QuizFormat } from './quizFile.ts';

export interface ImportQuizInput {
  format: QuizFormat;
  text: string;
  /** Needed for CSV, which has none. */
  title?: string | null | undefined;
  /** As of createQuiz. */
  key?: string | null | undefined;
}

const readers = { JSON: readJson, CSV: readCsv } satisfies Record<QuizFormat, (text: string) => QuizFile>;

/** More than a quiz of 100 questions can have that was meant to be one. */
const mostFaults = 1_000;

/** Keeps the quiz that a file holds, or says place by place what is wrong with it: its form, and what the rules say. */
export async function importQuiz(context: Context, { format, text, title, key }: ImportQuizInput): Promise<Quiz> {
  const file = readers[format](text);
  const read = readQuiz({ title: title ?? file.title ?? '', questions: file.questions }, file.firstOption);
  if ('quiz' in read && file.faults.length === 0) return keepQuiz(context, read.quiz, key ?? null);
  const problems = 'problems' in read ? read.problems.map((problem) => faultOf(file, problem)) : [];
  const faults = [...file.faults, ...problems.filter(({ field }) => !file.unread.has(field))]
    .toSorted((one, two) => (one.questionIndex ?? -1) - (two.questionIndex ?? -1))
    .slice(0, mostFaults);
  throw new InvalidInputError(faults.map(({ field, message }) => ({ field, message })));
}

function faultOf(file: QuizFile, problem: QuizProblem): FileFault {
  const { questionIndex, field, message } = problem;
  return { questionIndex, field: questionIndex === null ? field : file.placeOf(problem), message };
}
