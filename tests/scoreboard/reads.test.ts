import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { boardOf, personOf, scored, submitAll, type TestBoard } from './boardOf.ts';
import * as documents from './documents.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** A board with so many people, the first of them with the most points. */
async function ranked(app: App, people: number): Promise<TestBoard> {
  const board = await boardOf(app, {}, people);
  const scores = board.users.map((userId, index) => ({ userId, points: 100 - index, idempotencyKey: `${index}` }));
  expectPayload(await submitAll(app, board, scores));
  return board;
}

const pageOf = async (app: App, { key, service }: TestBoard, page: { first?: number; after?: string } = {}) => {
  const { scoreboard } = await execute(app, service.token, documents.boardTop, { key, ...page });
  if (!scoreboard) throw new Error(`There is no ${key}`);
  return scoreboard.top;
};

const aroundOf = async (app: App, { key, service, users }: TestBoard, who: number, radius?: number) => {
  const variables = { key, userId: users[who] ?? null, ...(radius !== undefined && { radius }) };
  const { scoreboard } = await execute(app, service.token, documents.boardAround, variables);
  return scoreboard?.around.map(({ user, rank }) => [users.indexOf(user.id), rank]);
};

describe('top', () => {
  it('goes page by page to the end, and past it there is nothing', async () => {
    const board = await ranked(app, 23);
    const seen: number[] = [];
    let after: string | undefined;
    for (const [size, more] of [
      [10, true],
      [10, true],
      [3, false],
    ] as const) {
      const page = await pageOf(app, board, after === undefined ? {} : { after });
      expect(page.edges).toHaveLength(size);
      expect(page.pageInfo).toEqual({
        hasNextPage: more,
        hasPreviousPage: after !== undefined,
        startCursor: page.edges[0]?.cursor,
        endCursor: page.edges.at(-1)?.cursor,
      });
      for (const { node } of page.edges) {
        expect([node.rank, node.score]).toEqual([seen.length + 1, 100 - seen.length]);
        seen.push(board.users.indexOf(node.user.id));
      }
      after = page.pageInfo.endCursor ?? '';
    }
    expect(seen).toEqual(board.users.map((_, index) => index));
    const past = await pageOf(app, board, { after: after ?? '' });
    expect(past).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
    const exact = await pageOf(app, board, { first: 23 });
    expect([exact.edges.length, exact.pageInfo.hasNextPage]).toEqual([23, false]);
    const second = exact.edges[1]?.cursor ?? '';
    expect((await pageOf(app, board, { first: 2, after: second })).edges.map(({ node }) => node.rank)).toEqual([3, 4]);
    const none = await pageOf(app, board, { first: 0 });
    expect([none.edges, none.pageInfo.hasNextPage]).toEqual([[], true]);
  });

  it('is refused for sizes, cursors and seasons there are not', async () => {
    const board = await ranked(app, 3);
    const [{ cursor = '' } = {}] = (await pageOf(app, board)).edges;
    const variables = [
      { first: -1 },
      { first: 1_001 },
      { after: '' },
      { after: 'nonsense' },
      { after: Buffer.from('rank:0').toString('base64url') },
      { after: Buffer.from('rank:99999999999').toString('base64url') },
      { season: 0 },
      { season: 2 },
      { season: -1 },
    ];
    for (const wrong of variables) {
      const codes = await errorCodes(app, board.service.token, documents.boardTop, { key: board.key, ...wrong });
      expect([wrong, [...new Set(codes)]]).toEqual([wrong, ['BAD_USER_INPUT']]);
    }
    const backwards = `{ scoreboard(key: "${board.key}") { top(last: 1, before: "${cursor}") { edges { cursor } } } }`;
    expect(await errorCodes(app, board.service.token, backwards)).toEqual(['BAD_USER_INPUT']);
    expect((await pageOf(app, board, { first: 1_000 })).edges).toHaveLength(3);
  });

  it('loads people in one go, however many', async () => {
    const board = await ranked(app, 30);
    const read = () => pageOf(app, board, { first: 30 });
    expect(new Set((await read()).edges.map(({ node }) => node.user.id)).size).toBe(30);
    expect(await statementsOf(app, read)).toBeLessThanOrEqual(4);
  });
});

it('of equal scores whoever got there first ranks higher, however they got there', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const board = await boardOf(app, {}, 4);
  const [ada, ben, carl, dora] = [0, 1, 2, 3].map((index) => personOf(board, index)) as [
    string,
    string,
    string,
    string,
  ];
  for (const [who, points] of [
    [dora, 3],
    [carl, 5],
    [ada, 4],
    [ben, 5],
    [ada, 1],
  ] as const) {
    await scored(app, board, who, points);
  }
  const order = async () =>
    (await pageOf(app, board)).edges.map(({ node }) => [board.users.indexOf(node.user.id), node.score]);
  expect(await order()).toEqual([
    [2, 5],
    [1, 5],
    [0, 5],
    [3, 3],
  ]);
  // Who leaves a score and comes back to it was not there all the time.
  await scored(app, board, carl, 1);
  await scored(app, board, carl, -1);
  await scored(app, board, ben, 0);
  expect(await order()).toEqual([
    [1, 5],
    [0, 5],
    [2, 5],
    [3, 3],
  ]);
});

describe('entry and around', () => {
  it('are about whomever is asked for, or whoever asks', async () => {
    const board = await ranked(app, 3);
    const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
    await scored(app, board, ada.id, 99);
    const entry = async (token: string, userId: string | null) =>
      (await execute(app, token, documents.boardEntry, { key: board.key, userId })).scoreboard?.entry;
    expect(await entry(ada.token, null)).toMatchObject({ user: { id: ada.id }, rank: 3, score: 99 });
    expect(await entry(ben.token, ada.id)).toMatchObject({ rank: 3 });
    expect(await entry(ada.token, personOf(board, 2))).toMatchObject({ rank: 4, score: 98 });
    expect(await entry(ben.token, null)).toBeNull();
    const mine = await execute(app, ada.token, documents.boardAround, { key: board.key, radius: 1 });
    expect(mine.scoreboard?.around.map(({ rank }) => rank)).toEqual([2, 3, 4]);
    const others = await execute(app, ben.token, documents.boardAround, { key: board.key });
    expect(others.scoreboard?.around).toEqual([]);
    for (const document of [documents.boardEntry, documents.boardAround]) {
      expect(await errorCodes(app, board.service.token, document.toString(), { key: board.key })).toEqual([
        'BAD_USER_INPUT',
      ]);
    }
  });

  it('reach as far as there is somebody', async () => {
    const board = await ranked(app, 9);
    const span = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => [from + at, from + at + 1]);
    expect(await aroundOf(app, board, 4, 2)).toEqual(span(2, 7));
    expect(await aroundOf(app, board, 0, 2)).toEqual(span(0, 3));
    expect(await aroundOf(app, board, 1, 2)).toEqual(span(0, 4));
    expect(await aroundOf(app, board, 8, 2)).toEqual(span(6, 9));
    expect(await aroundOf(app, board, 7, 2)).toEqual(span(5, 9));
    expect(await aroundOf(app, board, 4, 0)).toEqual(span(4, 5));
    expect(await aroundOf(app, board, 4)).toEqual(span(0, 9));
    expect(await aroundOf(app, board, 0, 100)).toEqual(span(0, 9));
    for (const radius of [-1, 101]) {
      const variables = { key: board.key, userId: personOf(board, 0), radius };
      expect(await errorCodes(app, board.service.token, documents.boardAround, variables)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

it('boards are listed with the global one, page by page, those of games not', async () => {
  const app = await startApp();
  const keys = ['global'];
  for (let count = 0; count < 3; count += 1) keys.push((await boardOf(app, {}, 0)).key);
  const { token } = await seedPlayer(app);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const {
      scoreboards,
    }: {
      scoreboards: { edges: { node: { key: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } = await execute(app, token, documents.boards, { first: 2, after });
    seen.push(...scoreboards.edges.map(({ node }) => node.key));
    after = scoreboards.pageInfo.hasNextPage ? scoreboards.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(keys);
});
