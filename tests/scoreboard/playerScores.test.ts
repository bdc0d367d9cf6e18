import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { boardOf, scored, submit, type TestBoard } from './boardOf.ts';
import * as documents from './documents.ts';

const own = async (app: App, { token, id }: TestPlayer, { key }: TestBoard, points: number, more: object = {}) =>
  (await execute(app, token, documents.submitScore, { input: inputOf(key, id, points, more) })).submitScore;

const inputOf = (scoreboardKey: string, userId: string, points: number, more: object = {}) => ({
  scoreboardKey,
  userId,
  points,
  idempotencyKey: randomUUID(),
  ...more,
});

it('a player submits their own score where the board lets them, and nobody else’s', async () => {
  const app = await startApp();
  const [ada, ben, admin] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app, ['admin'])];
  const open = await boardOf(app, { submission: 'PLAYER' });
  const closed = await boardOf(app);
  expect(expectPayload(await own(app, ada, open, 7)).entry).toMatchObject({ user: { id: ada.id }, rank: 1, score: 7 });
  const refused = async (token: string | null, key: string, userId: string) =>
    errorCodes(app, token, documents.submitScore, { input: inputOf(key, userId, 1) });
  expect(await refused(ada.token, open.key, ben.id)).toEqual(['FORBIDDEN']);
  expect(await refused(admin.token, open.key, ben.id)).toEqual(['FORBIDDEN']);
  for (const key of [closed.key, 'global', 'none'])
    expect(await refused(ada.token, key, ada.id)).toEqual(['FORBIDDEN']);
  expect(await refused(null, open.key, ada.id)).toEqual(['UNAUTHENTICATED']);
  const scores = [{ userId: ada.id, points: 1, idempotencyKey: randomUUID() }];
  const batch = { input: { scoreboardKey: open.key, scores } };
  expect(await errorCodes(app, ada.token, documents.submitScores, batch)).toEqual(['FORBIDDEN']);
  // Services go on as ever.
  expect((await scored(app, open, ben.id, 9)).rank).toBe(1);
  const { rows } = await app.services.pool.query<{ source: string }>('select source from score_entry order by points');
  expect(rows.map(({ source }) => source.replace(/:.*/, ''))).toEqual(['User', 'Service']);
});

it('a player submits so many points at once and no more, up or down', async () => {
  const app = await startApp();
  const ada = await seedPlayer(app);
  const usual = await boardOf(app, { submission: 'PLAYER', operator: 'SET' });
  const small = await boardOf(app, { submission: 'PLAYER', operator: 'SET', maxPlayerPoints: 5 });
  for (const [board, most] of [
    [usual, 1000],
    [small, 5],
  ] as const) {
    for (const points of [most, -most])
      expect(expectPayload(await own(app, ada, board, points)).entry.score).toBe(points);
    for (const points of [most + 1, -most - 1, -2_147_483_648]) {
      const error = expectError(await own(app, ada, board, points), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(['points']);
    }
    expect((await scored(app, board, ada.id, most + 1)).score).toBe(most + 1);
  }
});

it('a player’s idempotency keys are their own: nobody uses up another’s', async () => {
  const app = await startApp();
  const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
  const board = await boardOf(app, { submission: 'PLAYER' });
  const same = { idempotencyKey: 'match-1' };
  for (const [who, points] of [
    [ada, 5],
    [ada, 5],
    [ben, 6],
  ] as const) {
    expect(expectPayload(await own(app, who, board, points, same)).entry.score).toBe(points);
  }
  expect(expectPayload(await submit(app, board, ada.id, 7, same)).entry.score).toBe(12);
  const error = expectError(await own(app, ben, board, 5, same), 'IdempotencyKeyReusedError');
  expect(error.idempotencyKey).toBe('match-1');
});
