import { expect, it } from 'vitest';
import { sweep } from '../../jobs/sweep.ts';
import { settleDue } from '../../resolvers/settleDue.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { logOf, only } from '../game/gameLog.ts';
import { cupOf } from '../game/gameOf.ts';
import { atOnce } from '../game/tally.ts';

const windowMs = 15_000;
const graceMs = 2_000;

/** An app whose own clocks stand, so that they miss every deadline; and sweeps that see another time. */
async function startSlowApp() {
  const start = Date.now();
  const app = await startApp({ clock: new ManualClock(start) });
  const found: number[] = [];
  const sweepAt = (ms: number, settle?: typeof settleDue) => {
    const services = { ...app.services, clock: new ManualClock(start + ms) };
    return sweep({
      pool: app.services.pool,
      now: () => start + ms,
      settle: (deadline) => (settle ?? settleDue)(services, deadline),
      found: (count) => found.push(count),
    }).run();
  };
  return { app, sweepAt, found };
}

async function flight(app: App) {
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  const ends = async () =>
    only(await logOf(app, ada.token, game.id), 'ThrowSettled').map(({ throwId, status }) => `${throwId} ${status}`);
  return { game, ada, ben, throwId: ball.id, ends };
}

it('settles what every clock missed, once it is two seconds late', async () => {
  const { app, sweepAt, found } = await startSlowApp();
  const [landing, lapsing] = [await flight(app), await flight(app)];
  await execute(app, lapsing.ben.token, documents.challengeThrow, { throwId: lapsing.throwId });
  await sweepAt(windowMs + graceMs - 1);
  expect([await landing.ends(), await lapsing.ends()]).toEqual([[], []]);
  await sweepAt(windowMs + graceMs);
  expect(await landing.ends()).toEqual([`${landing.throwId} LANDED`]);
  expect(await lapsing.ends()).toEqual([`${lapsing.throwId} LAPSED`]);
  await sweepAt(windowMs + graceMs);
  expect(found).toEqual([0, 2, 0]);
});

it('settles each once when several sweep at the same time', async () => {
  const { app, sweepAt } = await startSlowApp();
  const flights = await atOnce(10, () => flight(app));
  await atOnce(4, () => sweepAt(windowMs + graceMs));
  for (const { throwId, ends } of flights) expect(await ends()).toEqual([`${throwId} LANDED`]);
});

it('settles the others when one fails, and fails itself, so that it is seen', async () => {
  const { app, sweepAt, found } = await startSlowApp();
  const [unlucky, lucky] = [await flight(app), await flight(app)];
  const failing = sweepAt(windowMs + graceMs, (services, deadline) =>
    `Throw:${deadline.subject}` === unlucky.throwId
      ? Promise.reject(new Error('The key is away'))
      : settleDue(services, deadline),
  );
  await expect(failing).rejects.toThrow('The key is away');
  expect([await unlucky.ends(), await lucky.ends()]).toEqual([[], [`${lucky.throwId} LANDED`]]);
  await sweepAt(windowMs + graceMs);
  expect(await unlucky.ends()).toEqual([`${unlucky.throwId} LANDED`]);
  expect(found).toEqual([1, 1]);
});

it('forgets a deadline of a window that is closed', async () => {
  const { app, sweepAt } = await startSlowApp();
  const { game, ada } = await flight(app);
  const { pool } = app.services;
  await pool.query(
    `insert into deadline (kind, subject, game_id, due_at) select 'ANSWER', gen_random_uuid(), $1, now() - interval '1 hour'`,
    [game.id.replace('Game:', '')],
  );
  const before = await logOf(app, ada.token, game.id);
  await sweepAt(graceMs);
  const { rows } = await pool.query('select kind from deadline where game_id is not null');
  expect(rows).toEqual([{ kind: 'THROW' }]);
  expect(await logOf(app, ada.token, game.id)).toEqual(before);
});
