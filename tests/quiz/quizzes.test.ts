import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreateQuizInput } from '../gql/graphql.ts';
import { openApp } from '../harness/app.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';

let app: Awaited<ReturnType<typeof openApp>>;
let author: TestPlayer;
beforeAll(async () => {
  app = await openApp();
  author = await seedPlayer(app);
});
afterAll(() => app.close());

const capitals: CreateQuizInput = {
  title: ' Capitals ',
  questions: [
    { body: 'Of France?', options: ['Paris', 'Lyon'], correctOptions: [0] },
    {
      body: 'Which are of the Benelux?',
      options: ['Brussels', 'Bonn', 'The Hague', 'Amsterdam'],
      correctOptions: [3, 0],
      seconds: 7.5,
      points: 500,
      pictureUrl: 'https://example.com/map.png',
      explanation: 'The government sits in The Hague.',
    },
  ],
};

const create = async (input = capitals, { token } = author) =>
  (await execute(app, token, documents.createQuiz, { input })).createQuiz;
const created = async (input = capitals, by = author) => expectPayload(await create(input, by)).quiz;
const read = async (id: string, token: string | null = author.token) =>
  (await execute(app, token, documents.quiz, { id })).node;

describe('a quiz', () => {
  it('is kept with its defaults, and shows its questions to its author alone', async () => {
    const { id } = await created();
    expect(await read(id)).toEqual({
      title: 'Capitals',
      questionCount: 2,
      author: { id: author.id },
      questions: [
        {
          index: 0,
          body: 'Of France?',
          options: ['Paris', 'Lyon'],
          correctOptions: [0],
          seconds: 20,
          points: 1000,
          pictureUrl: null,
          explanation: null,
        },
        { ...capitals.questions[1], index: 1, correctOptions: [0, 3] },
      ],
    });
    const { token } = await seedPlayer(app);
    expect(await read(id, token)).toMatchObject({ title: 'Capitals', questionCount: 2, questions: null });
    expect((await send(app, null, documents.quiz, { id })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('that is none says which fields to mend', async () => {
    const wrong = {
      title: ' ',
      questions: [
        { body: 'One option', options: ['a'], correctOptions: [0] },
        { body: 'All are right', options: ['a', 'b'], correctOptions: [0, 1] },
        {
          body: 'None such',
          options: ['a', 'b'],
          correctOptions: [2],
          seconds: 2,
          points: 2001,
          pictureUrl: 'http://example.com',
        },
      ],
    };
    const answer = await create(wrong);
    if (answer.__typename !== 'InvalidInputError') throw new Error('It was taken');
    expect(answer.fields.map(({ field }) => field)).toEqual([
      'title',
      'questions.0.options',
      'questions.0.correctOptions',
      'questions.1.correctOptions',
      'questions.2.correctOptions',
      'questions.2.seconds',
      'questions.2.points',
      'questions.2.pictureUrl',
    ]);
  });

  it('made twice under one key is one', async () => {
    const input = { ...capitals, key: 'capitals-1' };
    const [one, ...others] = await Promise.all(Array.from({ length: 5 }, () => created(input)));
    expect(new Set(others.map(({ id }) => id))).toEqual(new Set([one?.id]));
    expect((await created(input, await seedPlayer(app))).id).not.toBe(one?.id);
    expect((await created({ ...capitals, key: 'capitals-2' })).id).not.toBe(one?.id);
  });

  it('is changed and deleted by its author alone, and deleting it again is no error', async () => {
    const { id: quizId } = await created();
    const other = await seedPlayer(app);
    const update = async (input: object, { token } = author) =>
      (await execute(app, token, documents.updateQuiz, { input: { quizId, ...input } })).updateQuiz;
    const remove = async ({ token } = author) =>
      (await execute(app, token, documents.deleteQuiz, { input: { quizId } })).deleteQuiz.__typename;
    expect((await update({ title: 'Mine' }, other)).__typename).toBe('NotAuthorError');
    expect(await remove(other)).toBe('NotAuthorError');
    expect(expectPayload(await update({ title: 'Towns' })).quiz).toMatchObject({ title: 'Towns', questionCount: 2 });
    const questions = [{ body: 'Of Chad?', options: ['N’Djamena', 'Abéché'], correctOptions: [0] }];
    expect(expectPayload(await update({ questions })).quiz).toMatchObject({ title: 'Towns', questionCount: 1 });
    expect((await update({ questions: [] })).__typename).toBe('InvalidInputError');
    expect([await remove(), await remove()]).toEqual(['DeleteQuizPayload', 'DeleteQuizPayload']);
    expect(await read(quizId)).toBeNull();
    expect((await update({ title: 'Gone' })).__typename).toBe('NotFoundError');
  });

  it('is listed to its author, the newest first', async () => {
    const { token } = await seedPlayer(app);
    const titles = ['One', 'Two', 'Three'];
    for (const title of titles) {
      expectPayload((await execute(app, token, documents.createQuiz, { input: { ...capitals, title } })).createQuiz);
    }
    const page = async (after?: string | null) =>
      (await execute(app, token, documents.quizzes, { first: 2, after: after ?? null })).quizzes;
    const first = await page();
    const second = await page(first.pageInfo.endCursor);
    expect(first.edges.map(({ node }) => node.title)).toEqual(['Three', 'Two']);
    expect(second).toMatchObject({ edges: [{ node: { title: 'One' } }], pageInfo: { hasNextPage: false } });
  });
});

describe('a file of questions', () => {
  const load = async (format: 'JSON' | 'CSV', text: string, title?: string) =>
    (await execute(app, author.token, documents.importQuiz, { input: { format, text, title: title ?? null } }))
      .importQuiz;
  const faults = async (...args: Parameters<typeof load>) => {
    const answer = await load(...args);
    return answer.__typename === 'InvalidInputError'
      ? answer.fields.map(({ field, message }) => `${field}: ${message}`)
      : [];
  };

  it('in JSON is a quiz, or a list of questions with a title beside', async () => {
    const whole = expectPayload(await load('JSON', JSON.stringify(capitals))).quiz;
    expect(whole).toMatchObject({ title: 'Capitals', questions: [{ body: 'Of France?' }, { correctOptions: [0, 3] }] });
    const list = expectPayload(await load('JSON', JSON.stringify(capitals.questions), 'Towns')).quiz;
    expect(list).toMatchObject({ title: 'Towns', questions: whole.questions });
  });

  it('in CSV is a question a line, with quotes, blank lines and a mark of byte order', async () => {
    const text = [
      '\ufeffquestion,option1,option2,option3,correct,seconds,points,picture,explanation',
      '"Which are prime, say?",2,4,5,"1, 3",,500,,"Two is, ""even"" so"',
      '',
      '"Two\nlines",yes,no,,2,3.5,,https://example.com/a.png,',
    ].join('\r\n');
    expect(expectPayload(await load('CSV', text, 'Sums')).quiz).toMatchObject({
      title: 'Sums',
      questions: [
        {
          body: 'Which are prime, say?',
          options: ['2', '4', '5'],
          correctOptions: [0, 2],
          seconds: 20,
          points: 500,
          pictureUrl: null,
          explanation: 'Two is, "even" so',
        },
        {
          body: 'Two\nlines',
          options: ['yes', 'no'],
          correctOptions: [1],
          seconds: 3.5,
          points: 1000,
          pictureUrl: 'https://example.com/a.png',
          explanation: null,
        },
      ],
    });
  });

  it('that is wrong is told where, line by line', async () => {
    const text = [
      'question,option1,option2,correct,seconds',
      'Fine?,yes,no,1,10',
      'None?,yes,no,3,10',
      'Slow?,yes,no,x,soon',
      'Extra?,yes,no,1,10,11',
    ].join('\n');
    const told = await faults('CSV', text, 'Wrong');
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^line 4\.correct: must be numbers of options, from 1/);
    expect(told[1]).toMatch(/^line 4\.seconds: must be a number, not “soon”/);
    expect(told[2]).toMatch(/^line 5: has more cells/);
    expect(await faults('CSV', text.split('\n').slice(0, 3).join('\n'), 'Wrong')).toEqual([
      expect.stringMatching(/^line 3\.correct: /),
    ]);
  });

  it.each([
    ['CSV', 'question,answer\nWhy?,because', /^line 1: has no column “answer”/],
    ['CSV', 'question,option1,option2,correct\n"Why?,a,b,1', /^line 2: can't be read/],
    ['CSV', '', /^line 1: must name a column “question”/],
    ['JSON', '{"questions": [', /^text: is no JSON/],
    ['JSON', '{"questions": [{"body": 7}]}', /^questions\.0\.body: /],
    ['JSON', '7', /^text: /],
  ] as const)('in %s, %j, says what is wrong', async (format, text, message) => {
    expect((await faults(format, text, 'Wrong'))[0]).toMatch(message);
  });

  it('without a title needs one', async () => {
    expect(await faults('JSON', JSON.stringify(capitals.questions))).toEqual([expect.stringMatching(/^title: /)]);
  });
});
