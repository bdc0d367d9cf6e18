import { z } from 'zod';
import type { InvalidField } from '../errors.ts';
import type { QuizFile } from './quizFile.ts';

const needed = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing.' : `must be ${what}.`),
});
const text = z.string(needed('a text'));
const number = z.number(needed('a number'));
const whole = z.int(needed('a whole number'));

const question = z.strictObject(
  {
    body: text,
    options: z.array(text, needed('a list of texts')),
    correctOptions: z.array(whole, needed('a list of whole numbers')),
    seconds: number.nullish(),
    points: whole.nullish(),
    pictureUrl: text.nullish(),
    explanation: text.nullish(),
  },
  needed('an object: a question'),
);
const { shape } = question;

/** What of a question can be read, with stand-ins for the rest. */
const readable = z.object({
  body: shape.body.catch(''),
  options: z.array(text.catch('')).catch([]),
  correctOptions: shape.correctOptions.catch([]),
  seconds: shape.seconds.catch(null),
  points: shape.points.catch(null),
  pictureUrl: shape.pictureUrl.catch(null),
  explanation: shape.explanation.catch(null),
});

const quiz = z.strictObject(
  { title: text.optional(), questions: z.array(z.unknown(), needed('a list of questions')) },
  needed('an object with title and questions, or a list of questions'),
);
const readableQuiz = z.object({
  title: text.optional().catch(undefined),
  questions: z.array(z.unknown()).catch([]),
});

/** A whole quiz, or its questions alone. */
export function readJson(text: string): QuizFile {
  const value = parse(text);
  if (value instanceof SyntaxError) {
    const fault = { questionIndex: null, field: 'text', message: `is no JSON: ${value.message}.` };
    return fileOf({ faults: [fault], unread: new Set(['title', 'questions']) });
  }
  const written = Array.isArray(value) ? { questions: value as unknown[] } : value;
  const envelope = formOf(quiz, written, 'a quiz');
  const { title, questions } = readableQuiz.safeParse(written).data ?? readableQuiz.parse({});
  const forms = questions.map((value, index) => formOf(question, value, 'a question', `questions.${index}.`));
  return fileOf({
    title,
    questions: questions.map((value) => readable.safeParse(value).data ?? readable.parse({})),
    faults: [
      ...envelope.faults.map((fault) => ({ questionIndex: null, ...fault })),
      ...forms.flatMap(({ faults }, questionIndex) => faults.map((fault) => ({ questionIndex, ...fault }))),
    ],
    unread: new Set([envelope, ...forms].flatMap(({ unread }) => unread)),
  });
}

function fileOf(read: Pick<QuizFile, 'faults' | 'unread'> & Partial<QuizFile>): QuizFile {
  return {
    title: undefined,
    questions: [],
    firstOption: 0,
    placeOf: ({ questionIndex, field }) => `questions.${questionIndex}.${field}`,
    ...read,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

/**
 * What is wrong with a value's form, and where fields of it could not be read.
 * @param place what leads to them, with its dot
 */
function formOf(schema: z.ZodObject, value: unknown, what: string, place = '') {
  const fields = Object.keys(schema.shape);
  const faults: InvalidField[] = [];
  const unread: string[] = [];
  for (const issue of schema.safeParse(value).error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      const message = `is no field of ${what}; they are ${fields.join(', ')}.`;
      faults.push(...issue.keys.map((key) => ({ field: `${place}${key}`, message })));
      continue;
    }
    const [field] = issue.path;
    faults.push({ field: `${place}${issue.path.join('.')}`.replace(/\.$/, '') || 'text', message: issue.message });
    unread.push(...(field === undefined ? fields : [String(field)]).map((name) => `${place}${name}`));
    // What is right can't be told where nobody knows of what.
    if (field === 'options' && issue.path.length === 1) unread.push(`${place}correctOptions`);
  }
  return { faults, unread };
}
