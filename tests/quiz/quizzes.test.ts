import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import { capitals } from './writtenQuiz.ts';

let app: App;
let author: TestPlayer;
onOneNode({}, async (node) => {
  app = node;
  author = await seedPlayer(app);
});

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

  it('made twice under one key keeps nothing else from being made by the same request', async () => {
    const twice = `mutation ($keyed: CreateQuizInput!, $input: CreateQuizInput!) {
      one: createQuiz(input: $keyed) { ... on CreateQuizPayload { quiz { id } } }
      other: createQuiz(input: $input) { ... on CreateQuizPayload { quiz { id } } }
    }`;
    const ask = () =>
      execute<Record<'one' | 'other', { quiz: { id: string } }>, object>(app, author.token, twice, {
        keyed: { ...capitals, key: 'capitals-3' },
        input: capitals,
      });
    const answers = await Promise.all(Array.from({ length: 5 }, ask));
    expect(new Set(answers.map(({ one }) => one.quiz.id)).size).toBe(1);
    expect(new Set(answers.map(({ other }) => other.quiz.id)).size).toBe(5);
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

  it('deleted four times at once is deleted each time', async () => {
    const other = await seedPlayer(app);
    for (let round = 0; round < 20; round += 1) {
      const { id: quizId } = await created();
      // One arrives while another is under way, a little further each round.
      const told = await Promise.all(
        [author, author, author, author, other].map(async ({ token }, place) => {
          await setTimeout((place * round) / 10);
          return (await execute(app, token, documents.deleteQuiz, { input: { quizId } })).deleteQuiz;
        }),
      );
      const kinds = told.map(({ __typename }) => __typename);
      expect(kinds.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'DeleteQuizPayload'));
      expect(['NotAuthorError', 'NotFoundError']).toContain(kinds[4]);
      expect((await execute(app, other.token, documents.deleteQuiz, { input: { quizId } })).deleteQuiz.__typename).toBe(
        'NotFoundError',
      );
    }
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
