import { describe, expect, it } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import type { ScoreOperator, SortOrder, SubmittedScoreInput } from '../gql/graphql.ts';
import { startApp, type App } from '../harness/app.ts';
import { expectError, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { atOnce } from '../game/tally.ts';
import { boardOf, personOf, scored, shows, standingsOf, submitAll } from './boardOf.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const most = 2_147_483_647;

describe('a batch', () => {
  it('of a thousand counts at once, and once', async () => {
    const board = await boardOf(app, {}, 20);
    const scores = Array.from({ length: 1_000 }, (_, index) => ({
      userId: personOf(board, (index * 7) % 20),
      points: (index % 20) + 1,
      action: `shot ${index}`,
      idempotencyKey: `shot-${index}`,
    }));
    const first = expectPayload(await submitAll(app, board, scores));
    expect(first).toMatchObject({ accepted: 1000, repeated: 0, scoreboard: { key: board.key, size: 20 } });
    expect(first.entries.map(({ user }) => user.id)).toEqual(scores.slice(0, 20).map(({ userId }) => userId));
    expect(first.entries.reduce((sum, { score }) => sum + score, 0)).toBe(50 * 210);
    const again = expectPayload(await submitAll(app, board, scores));
    expect(again).toEqual({ ...first, accepted: 0, repeated: 1000 });
    const more = [...scores.slice(0, 999), { userId: personOf(board, 0), points: 1, idempotencyKey: 'one more' }];
    expect(expectPayload(await submitAll(app, board, more))).toMatchObject({ accepted: 1, repeated: 999 });
    for (const count of [0, 1_001]) {
      const wrong = Array.from({ length: count }, (_, index) => ({ ...more[0], idempotencyKey: `${index}` }));
      const error = expectError(await submitAll(app, board, wrong as SubmittedScoreInput[]), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(['scores']);
    }
  });

  it('counts as a whole or not at all', async () => {
    const board = await boardOf(app);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    await scored(app, board, ada, 5, { idempotencyKey: 'known' });
    const good = Array.from({ length: 10 }, (_, index) => ({
      userId: index % 2 ? ada : ben,
      points: 1,
      idempotencyKey: `good-${index}`,
    }));
    const answered = (bad: SubmittedScoreInput, place = 5) =>
      submitAll(app, board, [...good.slice(0, place), bad, ...good.slice(place)]);
    for (const place of [0, 5, 10]) {
      expectError(
        await answered({ userId: `User:${globalBoardId}`, points: 1, idempotencyKey: 'n' }, place),
        'NotFoundError',
      );
      expectError(await answered({ userId: ada, points: most, idempotencyKey: 'o' }, place), 'ScoreOutOfRangeError');
      const reused = await answered({ userId: ada, points: 6, idempotencyKey: 'known' }, place);
      expect(expectError(reused, 'IdempotencyKeyReusedError').idempotencyKey).toBe('known');
    }
    const malformed = await answered({ userId: ada, points: 1, idempotencyKey: '', action: '\u0000' });
    expect(expectError(malformed, 'InvalidInputError').fields.map(({ field }) => field)).toEqual([
      'scores.5.idempotencyKey',
      'scores.5.action',
    ]);
    expect(await standingsOf(app, board)).toMatchObject({ size: 1, top: [[0, 5]] });
    expect(expectPayload(await submitAll(app, board, good))).toMatchObject({ accepted: 10, repeated: 0 });
  });

  it.each<[ScoreOperator, [person: number, points: number][], (number | undefined)[][]]>([
    // Whoever leaves a score and comes back to it gets there anew, as by single scores.
    [
      'SET',
      [
        [0, 5],
        [0, 2],
      ],
      [
        [1, 2],
        [0, 2],
      ],
    ],
    [
      'SET',
      [
        [0, 2],
        [0, 2],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'SET',
      [
        [1, 3],
        [0, 3],
        [1, 4],
        [1, 3],
      ],
      [
        [0, 3],
        [1, 3],
      ],
    ],
    [
      'INCREMENT',
      [
        [0, 3],
        [0, -3],
      ],
      [
        [1, 2],
        [0, 2],
      ],
    ],
    [
      'INCREMENT',
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'INCREMENT',
      [
        [0, 1],
        [1, 1],
        [0, 0],
      ],
      [
        [0, 3],
        [1, 3],
      ],
    ],
    [
      'BEST',
      [
        [0, 1],
        [0, 2],
      ],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'BEST',
      [
        [1, 3],
        [0, 3],
        [1, 1],
      ],
      [
        [1, 3],
        [0, 3],
      ],
    ],
  ])('ranks by who got there first, also within it: %s %j', async (operator, batch, top) => {
    const board = await boardOf(app, { operator });
    for (const person of [0, 1]) await scored(app, board, personOf(board, person), 2);
    const scores = batch.map(([person, points], index) => ({
      userId: personOf(board, person),
      points,
      idempotencyKey: `${index}`,
    }));
    expectPayload(await submitAll(app, board, scores));
    expect((await standingsOf(app, board)).top).toEqual(top);
  });

  it('may say the same twice, not two things under one key', async () => {
    const board = await boardOf(app);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    const score = { userId: ada, points: 5, idempotencyKey: 'same' };
    const twice = expectPayload(await submitAll(app, board, [score, { ...score, action: 'again' }]));
    expect(twice).toMatchObject({ accepted: 1, repeated: 1, entries: [{ score: 5 }] });
    for (const other of [{ points: 6 }, { userId: ben }]) {
      const reused = await submitAll(app, board, [
        { userId: ben, points: 1, idempotencyKey: 'new' },
        { ...score, idempotencyKey: 'twice' },
        { ...score, idempotencyKey: 'twice', ...other },
      ]);
      expect(expectError(reused, 'IdempotencyKeyReusedError').idempotencyKey).toBe('twice');
    }
    expect(await standingsOf(app, board)).toMatchObject({ size: 1, top: [[0, 5]] });
  });

  it.each<[operator: ScoreOperator, sortOrder: SortOrder, top: number[][]]>([
    [
      'INCREMENT',
      'HIGHEST_FIRST',
      [
        [1, 9],
        [0, 9],
        [2, 4],
      ],
    ],
    [
      'INCREMENT',
      'LOWEST_FIRST',
      [
        [2, 4],
        [1, 9],
        [0, 9],
      ],
    ],
    [
      'BEST',
      'HIGHEST_FIRST',
      [
        [1, 6],
        [0, 5],
        [2, 4],
      ],
    ],
    [
      'BEST',
      'LOWEST_FIRST',
      [
        [1, 3],
        [0, 4],
        [2, 4],
      ],
    ],
    [
      'SET',
      'HIGHEST_FIRST',
      [
        [0, 4],
        [2, 4],
        [1, 3],
      ],
    ],
    [
      'SET',
      'LOWEST_FIRST',
      [
        [1, 3],
        [0, 4],
        [2, 4],
      ],
    ],
  ])('is taken in its order: %s, %s', async (operator, sortOrder, top) => {
    const board = await boardOf(app, { operator, sortOrder });
    const scores = [
      [0, 5],
      [1, 6],
      [1, 3],
      [0, 4],
      [2, 4],
    ].map(([who = 0, points = 0], index) => ({ userId: personOf(board, who), points, idempotencyKey: `${9 - index}` }));
    const { entries } = expectPayload(await submitAll(app, board, scores));
    expect((await standingsOf(app, board)).top).toEqual(top);
    const ranks = [0, 1, 2].map((who) => top.findIndex(([other]) => other === who) + 1);
    expect(entries.map(({ rank }) => rank)).toEqual(ranks);
  });
});

it('batches that overlap in opposite orders wait for each other, and each score counts once', async () => {
  const beside = await startApp({ beside: app });
  const board = await boardOf(app, {}, 12);
  for (let round = 0; round < 5; round += 1) {
    const shared = Array.from({ length: 60 }, (_, index) => ({
      userId: personOf(board, index % 12),
      points: 1,
      idempotencyKey: `${round}-${(index * 37) % 60}`,
    }));
    const counts = await atOnce(8, async (index) => {
      const own = Array.from({ length: 12 }, (_, who) => ({
        userId: personOf(board, who),
        points: 1,
        idempotencyKey: `${round}-own-${index}-${who}`,
      }));
      const batch = index % 2 ? [...own, ...shared] : [...own, ...shared].toReversed();
      return expectPayload(await submitAll(index % 4 < 2 ? app : beside, board, batch)).accepted;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60 + 8 * 12);
  }
  await shows(async () => {
    const { top } = await standingsOf(app, board);
    expect(top.map(([, score]) => score)).toEqual(Array.from({ length: 12 }, () => 5 * (5 + 8)));
  });
});
