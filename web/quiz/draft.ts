import type { QuizFormat, QuizInEditorFragment, QuizQuestionInput } from '../gql/graphql.ts';
import { newKey } from './newKey.ts';

export interface DraftOption {
  /** Of this page's own, so that what is written stays with its field. */
  key: string;
  text: string;
  right: boolean;
}

export interface DraftQuestion {
  key: string;
  body: string;
  options: readonly DraftOption[];
  /** As typed. */
  seconds: string;
  points: string;
  pictureUrl: string;
  explanation: string;
}

export interface Draft {
  title: string;
  questions: readonly DraftQuestion[];
}

export type DraftAction =
  | { type: 'title'; title: string }
  | { type: 'change'; question: string; to: Partial<Omit<DraftQuestion, 'key' | 'options'>> }
  | { type: 'option'; question: string; option: string; to: Partial<Omit<DraftOption, 'key'>> }
  | { type: 'addOption'; question: string }
  | { type: 'removeOption'; question: string; option: string }
  | { type: 'add' }
  | { type: 'copy'; question: string }
  | { type: 'remove'; question: string }
  | { type: 'move'; question: string; by: -1 | 1 }
  | { type: 'replace'; draft: Draft };

export const bounds = { options: { least: 2, most: 6 }, questions: 100 } as const;

const newOption = (): DraftOption => ({ key: newKey(), text: '', right: false });

function newQuestion(): DraftQuestion {
  const options = Array.from({ length: 4 }, newOption);
  return { key: newKey(), body: '', options, seconds: '20', points: '1000', pictureUrl: '', explanation: '' };
}

/** A quiz nobody has written anything into yet. */
export function emptyDraft(): Draft {
  return { title: '', questions: [newQuestion()] };
}

/** A quiz as it is kept. */
export function draftOf({ title, questions }: QuizInEditorFragment): Draft {
  return {
    title,
    questions: (questions ?? []).map((question) => ({
      key: newKey(),
      body: question.body,
      options: question.options.map((text, place) => ({
        key: newKey(),
        text,
        right: question.correctOptions.includes(place),
      })),
      seconds: String(question.seconds),
      points: String(question.points),
      pictureUrl: question.pictureUrl ?? '',
      explanation: question.explanation ?? '',
    })),
  };
}

export function editDraft(draft: Draft, action: DraftAction): Draft {
  const { questions } = draft;
  const change = (key: string, to: (question: DraftQuestion) => DraftQuestion): Draft => ({
    ...draft,
    questions: questions.map((question) => (question.key === key ? to(question) : question)),
  });
  switch (action.type) {
    case 'title':
      return { ...draft, title: action.title };
    case 'change':
      return change(action.question, (question) => ({ ...question, ...action.to }));
    case 'option':
      return change(action.question, (question) => ({
        ...question,
        options: question.options.map((option) =>
          option.key === action.option ? { ...option, ...action.to } : option,
        ),
      }));
    case 'addOption':
      return change(action.question, (question) =>
        question.options.length < bounds.options.most
          ? { ...question, options: [...question.options, newOption()] }
          : question,
      );
    case 'removeOption':
      return change(action.question, (question) =>
        question.options.length > bounds.options.least
          ? { ...question, options: question.options.filter(({ key }) => key !== action.option) }
          : question,
      );
    case 'add':
      return questions.length < bounds.questions ? { ...draft, questions: [...questions, newQuestion()] } : draft;
    case 'copy':
      return {
        ...draft,
        questions: questions.flatMap((one) => (one.key === action.question ? [one, again(one)] : [one])),
      };
    case 'remove':
      return { ...draft, questions: questions.filter(({ key }) => key !== action.question) };
    case 'move':
      return { ...draft, questions: moved(questions, action.question, action.by) };
    case 'replace':
      return action.draft;
  }
}

function again(question: DraftQuestion): DraftQuestion {
  const options = question.options.map((option) => ({ ...option, key: newKey() }));
  return { ...question, key: newKey(), options };
}

function moved(questions: readonly DraftQuestion[], key: string, by: -1 | 1): readonly DraftQuestion[] {
  const from = questions.findIndex((question) => question.key === key);
  const question = questions[from];
  const to = from + by;
  return question && to >= 0 && to < questions.length
    ? questions.toSpliced(from, 1).toSpliced(to, 0, question)
    : questions;
}

/** As createQuiz and updateQuiz take it. Blank options at the end are spare rows of the form. */
export function inputOf({ title, questions }: Draft): { title: string; questions: QuizQuestionInput[] } {
  return { title, questions: questions.map(questionInput) };
}

function questionInput({ body, options, seconds, points, pictureUrl, explanation }: DraftQuestion): QuizQuestionInput {
  const written = options.findLastIndex(({ text, right }) => text.trim() !== '' || right) + 1;
  const kept = options.slice(0, Math.max(bounds.options.least, written));
  return {
    body,
    options: kept.map(({ text }) => text),
    correctOptions: kept.flatMap(({ right }, place) => (right ? [place] : [])),
    seconds: numberOf(seconds),
    points: points.trim() && Math.trunc(Number(points)) !== Number(points) ? -1 : numberOf(points),
    pictureUrl: pictureUrl.trim() || null,
    explanation: explanation.trim() || null,
  };
}

/** Null, which is the default, where nothing is written. */
function numberOf(text: string): number | null {
  return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

export type Faults = ReadonlyMap<string, string>;

/** What the fields of one question work on. */
export interface OfQuestion {
  question: DraftQuestion;
  faults: Faults;
  edit(action: DraftAction): void;
}

/** What is wrong, by `title`, `questions`, or the key of a question and its field (`body`, `options.1`). */
export function faultsOf({ questions }: Draft, fields: readonly { field: string; message: string }[]): Faults {
  const faults = new Map<string, string>();
  for (const { field, message } of fields) {
    const [, index, rest] = /^questions\.(\d+)\.?(.*)$/.exec(field) ?? [];
    const question = index === undefined ? undefined : questions[Number(index)];
    const place = question ? `${question.key}.${rest ?? ''}` : field;
    faults.set(place, [faults.get(place), message].filter(Boolean).join(' '));
  }
  return faults;
}

/** What a text most likely is written in. */
export function formatOf(text: string): QuizFormat {
  return /^\s*[[{]/.test(text) ? 'JSON' : 'CSV';
}
