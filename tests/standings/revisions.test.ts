import { expect, it } from 'vitest';
import { type Score, recordScores } from '../../resolvers/scoreboard/recordScores.ts';
import { eventually } from '../harness/deferred.ts';
import { addBoard, addPeople, openPool } from './testBoard.ts';

it('a person’s revisions rise in the order of commits, also of a writer who waited for another', async () => {
  const pool = await openPool();
  const [ada = '', ben = ''] = await addPeople(pool, 2);
  const { season, sortOrder } = await addBoard(pool);
  const board = { id: season.scoreboardId, season: season.season, operator: 'INCREMENT', sortOrder } as const;
  let keys = 0;
  const scores = (...people: string[]) =>
    people.map((userId): Score => ({ userId, points: 1, action: null, key: `${(keys += 1)}`, source: 'Test' }));
  await recordScores(pool, board, scores(ada, ben), 0);

  const first = await pool.connect();
  await first.query('begin');
  await recordScores(first, board, scores(ada), 1);
  const waiting = recordScores(pool, board, scores(ada, ben), 2);
  await eventually(
    'A writer who waits',
    () => pool.query(`select from pg_locks where not granted`),
    ({ rowCount }) => rowCount === 1,
  );
  const { changed: overtook } = await recordScores(pool, board, scores(ben), 3);
  await first.query('commit');
  first.release();
  const { changed: waited } = await waiting;
  const of = (written: typeof waited) => written.find(({ userId }) => userId === ben);
  expect(of(waited)).toMatchObject({ score: 3 });
  expect(of(waited)?.revision).toBeGreaterThan(of(overtook)?.revision ?? 0);
});
