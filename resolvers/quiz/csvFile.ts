import { CsvError, parse } from 'csv-parse/sync';
import { quizBounds, type QuestionInput } from '../../rules/quiz/quizDefinition.ts';
import type { InvalidField } from '../errors.ts';
import type { QuizFile } from './quizFile.ts';

const optionColumns = Array.from({ length: quizBounds.options.most }, (_, index) => `option${index + 1}`);
const columns = ['question', ...optionColumns, 'correct', 'seconds', 'points', 'picture', 'explanation'];
const neededColumns = new Set(['question', 'option1', 'option2', 'correct']);

/** A record of the file, which may go on over several lines. */
interface Line {
  /** Where it stands: its first line. */
  place: string;
  cells: string[];
}

/** A first line that names its columns, then a question a line. */
export function readCsv(text: string): QuizFile {
  const { lines, unreadable } = linesOf(text);
  const [header = { place: 'line 1', cells: [] }, ...rest] = lines;
  const names = header.cells.map((name) => name.toLowerCase());
  const wrong = lines.length === 0 && unreadable ? [] : wrongColumns(names);
  const read = wrong.length > 0 ? [] : rest.map((line) => questionOf(names, line));
  const faults = [
    ...wrong.map((message) => ({ questionIndex: null, field: header.place, message })),
    ...read.flatMap(({ faults }, questionIndex) => faults.map((fault) => ({ questionIndex, ...fault }))),
    ...(unreadable ? [{ questionIndex: rest.length, ...unreadable }] : []),
  ];
  const unread = new Set(faults.map(({ field }) => field));
  // Nobody knows how many there are.
  if (wrong.length > 0 || unreadable) unread.add('questions');
  return {
    title: undefined,
    questions: read.map(({ question }) => question),
    faults,
    unread,
    firstOption: 1,
    placeOf({ questionIndex, field, optionIndex }) {
      const place = rest[questionIndex]?.place ?? '';
      // Of too few options, the first that is missing.
      const option = optionIndex ?? read[questionIndex]?.question.options.length ?? 0;
      return unread.has(place) ? place : `${place}.${field === 'options' ? optionColumns[option] : columnOf[field]}`;
    },
  };
}

const columnOf = {
  body: 'question',
  correctOptions: 'correct',
  seconds: 'seconds',
  points: 'points',
  pictureUrl: 'picture',
  explanation: 'explanation',
} as const;

/** What is wrong with the first line. */
function wrongColumns(names: readonly string[]): string[] {
  const lastOption = optionColumns.findLastIndex((name) => names.includes(name));
  const needed = columns.filter((name) => neededColumns.has(name) || optionColumns.slice(0, lastOption).includes(name));
  const unknown = names.filter((name) => !columns.includes(name));
  const double = columns.filter((name) => names.indexOf(name) < names.lastIndexOf(name));
  return [
    ...unknown.map((name) => `has no column “${name}”; they are ${columns.join(', ')}.`),
    ...double.map((name) => `must name the column “${name}” once.`),
    ...needed.filter((name) => !names.includes(name)).map((name) => `must name a column “${name}”.`),
  ];
}

const unreadableBecause: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote is closed in the middle of a cell; double the quotes that belong to the text',
  INVALID_OPENING_QUOTE: 'a quote is in the middle of a cell; put the cell in quotes, and double those in its text',
};

/** The records up to the first that can't be read, and what is wrong with that: behind it anything may be quoted. */
function linesOf(file: string): { lines: Line[]; unreadable: InvalidField | undefined } {
  // The parser counts a line break of two characters as two lines where it is quoted.
  const text = file.replaceAll(/\r\n?/g, '\n');
  const written = text.split('\n');
  const lines: Line[] = [];
  /** How many lines are behind. */
  let read = 0;
  const place = (): string => {
    while (read < written.length - 1 && written[read]?.trim() === '') read += 1;
    return `line ${read + 1}`;
  };
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record(cells: string[], { lines: last }) {
        lines.push({ place: place(), cells });
        read = last;
        return null;
      },
    });
    return { lines, unreadable: undefined };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const because = unreadableBecause[error.code] ?? error.message;
    return { lines, unreadable: { field: place(), message: `can't be read: ${because}.` } };
  }
}

const decimal = /^-?\d+(\.\d+)?$/;

function questionOf(names: readonly string[], { place, cells }: Line) {
  const faults: InvalidField[] = [];
  const cell = (name: string) => cells[names.indexOf(name)] ?? '';
  const fault = (name: string, message: string) => faults.push({ field: `${place}.${name}`, message });
  const number = (name: string): number | null => {
    const text = cell(name);
    if (text !== '' && !decimal.test(text)) fault(name, `must be a number, not “${text}”; write it like 20 or 7.5.`);
    return decimal.test(text) ? Number(text) : null;
  };
  const lastOption = optionColumns.findLastIndex((name) => cell(name) !== '');
  const options = optionColumns.slice(0, lastOption + 1);
  options.forEach((name, index) => {
    const next = options.find((later, place) => place > index && cell(later) !== '');
    if (cell(name) === '') fault(name, `is empty although ${next} is not.`);
  });
  const correct = cell('correct')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  for (const part of correct.filter((part) => !/^[1-9]$/.test(part)))
    fault('correct', `must be numbers of options, from 1: “2” or “1 3”, not “${part}”.`);
  const question: QuestionInput = {
    body: cell('question'),
    options: options.map(cell),
    correctOptions: correct.map((part) => Number(part) - 1),
    seconds: number('seconds'),
    points: number('points'),
    pictureUrl: cell('picture'),
    explanation: cell('explanation'),
  };
  if (cells.length <= names.length) return { question, faults };
  // Its cells may be those of other columns.
  const message = 'has more cells than line 1 names columns; put text with commas in quotes.';
  return { question, faults: [{ field: place, message }] };
}
