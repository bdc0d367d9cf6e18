import type { QuizQuestion } from '../../entities/quiz.ts';
import { isText } from '../text.ts';

export type { QuizQuestion };

export interface QuizDefinition {
  title: string;
  questions: QuizQuestion[];
}

/** A question as somebody wrote it; what is left out or null gets its default. */
export interface QuestionInput {
  body: string;
  options: readonly string[];
  correctOptions: readonly number[];
  seconds?: number | null | undefined;
  points?: number | null | undefined;
  pictureUrl?: string | null | undefined;
  explanation?: string | null | undefined;
}

export interface QuizInput {
  title: string;
  questions: readonly QuestionInput[];
}

/** One thing wrong with a quiz. `message` says what to do about it. */
export type QuizProblem = ProblemOfQuiz | ProblemOfQuestion;

export interface ProblemOfQuiz {
  questionIndex: null;
  field: 'title' | 'questions';
  message: string;
}

/** Indexes count from 0. */
export interface ProblemOfQuestion {
  questionIndex: number;
  field: keyof QuizQuestion;
  /** Of the option it is about, when it is about one. */
  optionIndex?: number | undefined;
  message: string;
}

export const questionDefaults = { seconds: 20, points: 1_000 } as const;

/** Lengths in characters (code points), all inclusive. */
export const quizBounds = {
  titleLength: 120,
  questions: 100,
  bodyLength: 500,
  options: { least: 2, most: 6 },
  optionLength: 200,
  seconds: { least: 3, most: 240 },
  points: { least: 0, most: 2_000 },
  pictureUrlLength: 2_048,
  explanationLength: 1_000,
} as const;

type Problems = { problems: QuizProblem[] };

/**
 * What an input makes: texts trimmed, defaults filled in, right options in ascending order. Otherwise everything that
 * is wrong with it, in the order in which it was written; of more than 100 questions only that they are too many.
 * @param firstOption what the author's own numbers of options begin with, for messages that tell them which there are
 */
export function readQuiz({ title, questions }: QuizInput, firstOption = 0): { quiz: QuizDefinition } | Problems {
  const quiz = { title: title.trim(), questions: questions.map(withDefaults) };
  const problems = quizProblems(quiz, firstOption);
  return problems.length > 0 ? { problems } : { quiz };
}

function withDefaults(input: QuestionInput): QuizQuestion {
  return {
    body: input.body.trim(),
    options: input.options.map((option) => option.trim()),
    correctOptions: input.correctOptions.toSorted((one, two) => one - two),
    seconds: input.seconds ?? questionDefaults.seconds,
    points: input.points ?? questionDefaults.points,
    pictureUrl: blankToNull(input.pictureUrl),
    explanation: blankToNull(input.explanation),
  };
}

function blankToNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

type Rule<Field> = [broken: boolean, field: Field, message: string, optionIndex?: number];

function quizProblems({ title, questions }: QuizDefinition, firstOption: number): QuizProblem[] {
  const { titleLength, questions: most } = quizBounds;
  const tooMany = questions.length > most;
  const rules: Rule<ProblemOfQuiz['field']>[] = [
    [!isText(title, titleLength), 'title', `Give the quiz a title of 1 to ${titleLength} characters, on one line.`],
    [questions.length === 0, 'questions', 'Add a question: a quiz has at least one.'],
    [tooMany, 'questions', `Remove questions until there are at most ${most}.`],
  ];
  const whole = rules.filter(([broken]) => broken).map(([, field, message]) => ({ field, message }));
  const ofQuestions = tooMany ? [] : questions.flatMap((question, at) => questionProblems(question, at, firstOption));
  return [...whole.map((problem) => ({ questionIndex: null, ...problem })), ...ofQuestions];
}

function questionProblems(question: QuizQuestion, questionIndex: number, firstOption: number): ProblemOfQuestion[] {
  const { body, seconds, points, pictureUrl, explanation } = question;
  const { bodyLength, seconds: time, points: worth, pictureUrlLength, explanationLength } = quizBounds;
  const rules: Rule<keyof QuizQuestion>[] = [
    [!isLines(body, bodyLength), 'body', `Write a question of 1 to ${bodyLength} characters.`],
    ...optionRules(question),
    ...correctRules(question, firstOption),
    [!within(seconds, time), 'seconds', `Choose a time from ${time.least} to ${time.most} seconds.`],
    [
      !(Number.isInteger(points) && within(points, worth)),
      'points',
      `Choose a whole number of points from ${worth.least} to ${worth.most}.`,
    ],
    [
      pictureUrl !== null && !isHttpsUrl(pictureUrl, pictureUrlLength),
      'pictureUrl',
      `Give the picture's address as https://…, at most ${pictureUrlLength} characters, or leave it out.`,
    ],
    [
      explanation !== null && !isLines(explanation, explanationLength),
      'explanation',
      `Shorten the explanation to ${explanationLength} characters, without control characters, or leave it out.`,
    ],
  ];
  return rules
    .filter(([broken]) => broken)
    .map(([, field, message, optionIndex]) => ({ questionIndex, field, optionIndex, message }));
}

function optionRules({ options }: QuizQuestion): Rule<'options'>[] {
  const { options: number, optionLength } = quizBounds;
  const unfit = (option: string) => !isText(option, optionLength);
  const double = (option: string, index: number) => !unfit(option) && options.indexOf(option) < index;
  const tooMany = options.length > number.most;
  return [
    [!within(options.length, number), 'options', `Give ${number.least} to ${number.most} options.`],
    ...(tooMany ? [] : options).flatMap((option, index): Rule<'options'>[] => [
      [unfit(option), 'options', `Write option ${index + 1} with 1 to ${optionLength} characters, on one line.`, index],
      [double(option, index), 'options', `Change option ${index + 1}: it says the same as an earlier one.`, index],
    ]),
  ];
}

function correctRules({ options, correctOptions }: QuizQuestion, first: number): Rule<'correctOptions'>[] {
  const last = options.length - 1;
  const outside = correctOptions.some((option) => !(Number.isInteger(option) && option >= 0 && option <= last));
  const distinct = new Set(correctOptions).size;
  return [
    [distinct === 0, 'correctOptions', 'Say which option is right: at least one.'],
    [
      outside,
      'correctOptions',
      `Count the options from ${first}: the right ones are among ${first} to ${first + Math.max(0, last)}.`,
    ],
    [distinct < correctOptions.length, 'correctOptions', 'Name each right option once.'],
    [
      !outside && distinct > 0 && distinct === options.length,
      'correctOptions',
      'Leave at least one option wrong: a question that cannot be missed asks nothing.',
    ],
  ];
}

/** A text in which lines may break. */
function isLines(text: string, most: number): boolean {
  return isText(text.replaceAll(/\r?\n/g, ' '), most);
}

function isHttpsUrl(text: string, most: number): boolean {
  return isText(text, most) && URL.canParse(text) && new URL(text).protocol === 'https:';
}

function within(value: number, { least, most }: { least: number; most: number }): boolean {
  return least <= value && value <= most;
}
