import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { QuestionInput } from '../../rules/quiz/quizDefinition.ts';
import type { InvalidField } from '../errors.ts';

export const quizFormats = ['JSON', 'CSV'] as const;
export type QuizFormat = (typeof quizFormats)[number];

/** What a file holds. `places` say where each question stands in it, for whoever has to mend it. */
export interface QuizFile {
  title: string | undefined;
  questions: QuestionInput[];
  places: string[];
  /** What it calls a question's fields, where it calls them otherwise. */
  names: Partial<Record<string, string>>;
}

/** Reads a file, or says what is wrong with its form; what the questions may be is the rules' to say. */
export function readQuizFile(format: QuizFormat, text: string): QuizFile | InvalidField[] {
  return format === 'JSON' ? readJson(text) : readCsv(text);
}

const question = z.object({
  body: z.string(),
  options: z.array(z.string()),
  correctOptions: z.array(z.int()),
  seconds: z.number().nullish(),
  points: z.int().nullish(),
  pictureUrl: z.string().nullish(),
  explanation: z.string().nullish(),
});
const whole = z.object({ title: z.string().optional(), questions: z.array(question) });

/** A whole quiz, or its questions alone. */
function readJson(text: string): QuizFile | InvalidField[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [{ field: 'text', message: `is no JSON: ${(error as Error).message}.` }];
  }
  const read = whole.safeParse(Array.isArray(value) ? { questions: value } : value);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'text', message: `${message}.` }));
  }
  const { title, questions } = read.data;
  return { title, questions, places: questions.map((_, index) => `questions.${index}`), names: {} };
}

const mostOptions = 6;
const optionColumns = Array.from({ length: mostOptions }, (_, index) => `option${index + 1}`);
const columns = ['question', ...optionColumns, 'correct', 'seconds', 'points', 'picture', 'explanation'];
const neededColumns = ['question', 'option1', 'option2', 'correct'];

interface Line {
  record: string[];
  info: { lines: number };
}

const columnNames = { body: 'question', options: 'option1', correctOptions: 'correct', pictureUrl: 'picture' };

/** A first line that names its columns, then a question a line. */
function readCsv(text: string): QuizFile | InvalidField[] {
  let lines: Line[];
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
    lines = parse(text, options) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [{ field: `line ${String(error['lines'])}`, message: `can't be read: ${error.message}.` }];
  }
  const [header, ...rest] = lines;
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const wrong = [
    ...names
      .filter((name) => !columns.includes(name))
      .map((name) => `has no column “${name}”; they are ${columns.join(', ')}.`),
    ...neededColumns.filter((name) => !names.includes(name)).map((name) => `must name a column “${name}”.`),
  ];
  if (wrong.length > 0) return wrong.map((message) => ({ field: 'line 1', message }));
  const read = rest.map((line) => questionOf(names, line));
  const faults = read.flatMap(({ faults }) => faults);
  if (faults.length > 0) return faults;
  const [questions, places] = [read.map(({ question }) => question), read.map(({ place }) => place)];
  return { title: undefined, questions, places, names: columnNames };
}

function questionOf(names: readonly string[], { record, info }: Line) {
  const place = `line ${info.lines}`;
  const faults: InvalidField[] = [];
  const cell = (name: string) => record[names.indexOf(name)] ?? '';
  const number = (name: string): number | null => {
    const text = cell(name);
    if (text === '') return null;
    if (!Number.isFinite(Number(text)))
      faults.push({ field: `${place}.${name}`, message: `must be a number, not “${text}”.` });
    return Number(text);
  };
  if (record.length > names.length)
    faults.push({ field: place, message: `has more cells than line 1 names columns; put text with commas in quotes.` });
  const correct = cell('correct')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  for (const part of correct) {
    if (!/^[1-9]$/.test(part))
      faults.push({
        field: `${place}.correct`,
        message: `must be numbers of options, from 1: “2” or “1 3”, not “${part}”.`,
      });
  }
  const question: QuestionInput = {
    body: cell('question'),
    options: optionColumns.map((name) => cell(name)).filter((option) => option !== ''),
    correctOptions: correct.map((part) => Number(part) - 1),
    seconds: number('seconds'),
    points: number('points'),
    pictureUrl: cell('picture'),
    explanation: cell('explanation'),
  };
  return { place, question, faults };
}
