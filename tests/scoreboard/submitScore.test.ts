import { describe, expect, it } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import type { ScoreOperator, SortOrder } from '../gql/graphql.ts';
import { startApp, type App } from '../harness/app.ts';
import { expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame } from '../harness/seed.ts';
import { atOnce, tally } from '../game/tally.ts';
import { boardOf, personOf, scored, standingsOf, submit, submitAll, type TestBoard } from './boardOf.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const most = 2_147_483_647;

const ledgerOf = async (app: App, { key }: TestBoard) =>
  (
    await app.services.pool.query<{ points: number; action: string | null; source: string }>(
      `select e.points, e.action, e.source, e.season from score_entry e join scoreboard s on s.id = e.scoreboard_id
       where s.key = $1 order by e.at, e.idempotency_key`,
      [key],
    )
  ).rows;

describe('a score', () => {
  it.each<[operator: ScoreOperator, sortOrder: SortOrder, points: number[], scores: number[], top: number[][]]>([
    [
      'INCREMENT',
      'HIGHEST_FIRST',
      [5, -7, 0, 12],
      [5, -2, -2, 10],
      [
        [0, 10],
        [1, 3],
      ],
    ],
    [
      'INCREMENT',
      'LOWEST_FIRST',
      [5, -7, 0, 12],
      [5, -2, -2, 10],
      [
        [1, 3],
        [0, 10],
      ],
    ],
    [
      'BEST',
      'HIGHEST_FIRST',
      [-3, 2, 1, 9, 9],
      [-3, 2, 2, 9, 9],
      [
        [0, 9],
        [1, 3],
      ],
    ],
    [
      'BEST',
      'LOWEST_FIRST',
      [9, 11, 2, 5, -4],
      [9, 9, 2, 2, -4],
      [
        [0, -4],
        [1, 3],
      ],
    ],
    [
      'SET',
      'HIGHEST_FIRST',
      [9, 2, -5, 0],
      [9, 2, -5, 0],
      [
        [1, 3],
        [0, 0],
      ],
    ],
    [
      'SET',
      'LOWEST_FIRST',
      [9, 2, -5, 0],
      [9, 2, -5, 0],
      [
        [0, 0],
        [1, 3],
      ],
    ],
  ])('does to the one there is what %s says, %s', async (operator, sortOrder, points, scores, top) => {
    const board = await boardOf(app, { operator, sortOrder });
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    await scored(app, board, ben, 3);
    const became: number[] = [];
    for (const value of points) became.push((await scored(app, board, ada, value)).score);
    expect(became).toEqual(scores);
    expect(await standingsOf(app, board)).toEqual({ size: 2, top, ranks: [1, 2] });
    expect((await ledgerOf(app, board)).map((entry) => entry.points)).toEqual(expect.arrayContaining([3, ...points]));
  });

  it('says where they stand and since when, and is kept with what earned it', async () => {
    const clock = new ManualClock(Date.parse('2026-11-21T12:00:00Z'));
    const app = await startApp({ clock });
    const board = await boardOf(app, { operator: 'BEST' });
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    await scored(app, board, ben, 7);
    clock.advance(1_000);
    const entry = await scored(app, board, ada, 5, { action: 'level cleared ✓' });
    expect(entry).toMatchObject({ user: { id: ada }, rank: 2, score: 5, achievedAt: '2026-11-21T12:00:01.000Z' });
    clock.advance(1_000);
    expect(await scored(app, board, ada, 4)).toEqual(entry);
    const source = `Service:${board.service.id.replace('ServiceToken:', '')}`;
    expect(await ledgerOf(app, board)).toEqual([
      { points: 7, action: null, source, season: 1 },
      { points: 5, action: 'level cleared ✓', source, season: 1 },
      { points: 4, action: null, source, season: 1 },
    ]);
  });

  it('counts once under its key, however often it comes, and the key is good for no other', async () => {
    const board = await boardOf(app);
    const other = await boardOf(app, {}, 0);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    const same = { idempotencyKey: 'match-1' };
    expect((await scored(app, board, ada, 5, { ...same, action: 'win' })).score).toBe(5);
    expect((await scored(app, board, ada, 5, same)).score).toBe(5);
    await scored(app, board, ada, 2);
    expect((await scored(app, board, ada, 5, same)).score).toBe(7);
    for (const [who, points] of [
      [ada, 6],
      [ben, 5],
    ] as const) {
      const error = expectError(await submit(app, board, who, points, same), 'IdempotencyKeyReusedError');
      expect(error.idempotencyKey).toBe('match-1');
    }
    // A board's keys are its own.
    expect((await scored(app, other, ben, 5, same)).score).toBe(5);
    expect((await standingsOf(app, board)).top).toEqual([[0, 7]]);
  });

  it('counts once of twenty at once over two nodes; of different ones under a key one counts', async () => {
    const beside = await startApp({ beside: app });
    const board = await boardOf(app);
    const node = (index: number) => (index % 2 ? app : beside);
    for (let round = 1; round <= 5; round += 1) {
      const idempotencyKey = `round-${round}`;
      const same = await atOnce(20, (index) => submit(node(index), board, personOf(board, 0), 5, { idempotencyKey }));
      expect(new Set(same.map((answer) => expectPayload(answer).entry.score))).toEqual(new Set([5 * round]));
      const reused = await atOnce(20, (index) =>
        submit(node(index), board, personOf(board, 1), index, { idempotencyKey: `other-${round}` }),
      );
      const kinds = tally(reused.map(({ __typename }) => __typename));
      expect(kinds).toEqual({ SubmitScorePayload: 1, IdempotencyKeyReusedError: 19 });
    }
    expect((await ledgerOf(app, board)).length).toBe(10);
  });

  it.each<[operator: ScoreOperator, sortOrder: SortOrder]>([
    ['INCREMENT', 'HIGHEST_FIRST'],
    ['INCREMENT', 'LOWEST_FIRST'],
  ])('has a total within 32 bits on a board %s %s, else nothing changes', async (operator, sortOrder) => {
    const board = await boardOf(app, { operator, sortOrder }, 2);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    await scored(app, board, ada, most);
    await scored(app, board, ben, -most);
    for (const [who, points] of [
      [ada, 1],
      [ada, most],
      [ben, -1],
      [ben, -most],
    ] as const) {
      expectError(await submit(app, board, who, points), 'ScoreOutOfRangeError');
    }
    const batch = [
      { userId: ben, points: 5, idempotencyKey: 'b' },
      { userId: ada, points: 5, idempotencyKey: 'a' },
    ];
    expectError(await submitAll(app, board, batch), 'ScoreOutOfRangeError');
    expect((await scored(app, board, ada, -1)).score).toBe(most - 1);
    expect((await scored(app, board, ben, 1)).score).toBe(1 - most);
    expect((await ledgerOf(app, board)).length).toBe(4);
  });

  it('is as large as 32 bits hold, on both ends alike', async () => {
    const board = await boardOf(app, { operator: 'SET', sortOrder: 'LOWEST_FIRST' }, 1);
    const ada = personOf(board, 0);
    for (const points of [most, -most]) expect((await scored(app, board, ada, points)).score).toBe(points);
    const error = expectError(await submit(app, board, ada, -most - 1), 'InvalidInputError');
    expect(error.fields.map(({ field }) => field)).toEqual(['points']);
  });

  it('is somebody’s, on a board there is, that is not the server’s own', async () => {
    const board = await boardOf(app);
    const nobody = `User:${globalBoardId}`;
    expectError(await submit(app, board, nobody, 1), 'NotFoundError');
    expectError(await submit(app, { ...board, key: 'none' }, personOf(board, 0), 1), 'NotFoundError');
    expectError(await submit(app, { ...board, key: 'n\u0000ne' }, personOf(board, 0), 1), 'NotFoundError');
    const { id, players } = await seedGame(app);
    for (const key of ['global', id.replace('Game:', 'game:')]) {
      const error = expectError(await submit(app, { ...board, key }, players[0].id, 1), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(['scoreboardKey']);
    }
    expect(await standingsOf(app, board)).toEqual({ size: 0, top: [], ranks: [] });
  });

  it('is well-formed', async () => {
    const board = await boardOf(app);
    const details = [{ idempotencyKey: '' }, { idempotencyKey: 'x'.repeat(129) }, { idempotencyKey: 'a\u0000' }];
    for (const wrong of [...details, { action: 'x'.repeat(81) }, { action: 'a\u0000' }, { action: '\ud800' }]) {
      const error = expectError(await submit(app, board, personOf(board, 0), 1, wrong), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(Object.keys(wrong));
    }
    expect((await ledgerOf(app, board)).length).toBe(0);
  });
});
