import { describe, expect, it, vi } from 'vitest';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, seedPlayer, type TestGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { logOf, only } from '../game/gameLog.ts';
import { cupOf, lobbyOf } from '../game/gameOf.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { atOnce } from '../game/tally.ts';

const windowMs = 15_000;
const lobbyMs = 30 * 60_000;

const statusOf = async (app: App, token: string, throwId: string) => {
  const { node } = await execute(app, token, documents.throwState, { id: throwId });
  return node?.__typename === 'Throw' ? node.status : undefined;
};

const settled = (app: App, token: string, throwId: string) =>
  eventually(
    'A settled throw',
    () => statusOf(app, token, throwId),
    (status) => status !== 'IN_FLIGHT' && status !== 'CHALLENGED',
  );

const settledEvents = async (app: App, { id, players }: TestGame) =>
  only(await logOf(app, players[0].token, id), 'ThrowSettled').map(({ throwId, status }) => `${throwId} ${status}`);

describe('with nobody acting', () => {
  it('lands a throw and lapses another when their seconds are over, soon after', async () => {
    const app = await startApp();
    // Well after one another: whoever settles the first settles all that is due.
    const game = await seedGame(app, { challengeSeconds: 1, answerSeconds: 2 });
    const [ada, ben] = game.players;
    const events = subscribe(connect(app, ada.token), documents.gameEvents, { gameId: game.id });
    await events.take(3);
    const { throw: lands } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
    const { throw: lapses } = await ballInFlight(app, ben.token, game.id, cupOf(ada));
    const { challenge } = expectPayload(
      (await execute(app, ada.token, documents.challengeThrow, { throwId: lapses.id })).challengeThrow,
    );
    const dueAt = new Map([
      [lands.id, lands.challengeBy],
      [lapses.id, challenge.answerBy],
    ]);
    const seen = (await events.take(6)).map(({ gameEvents: event }) => event);
    await events.stop();
    const ends = seen.flatMap((event) => (event.__typename === 'ThrowSettled' ? [event] : []));
    expect(ends.map(({ throwId, status }) => [throwId, status])).toEqual([
      [lands.id, 'LANDED'],
      [lapses.id, 'LAPSED'],
    ]);
    for (const { throwId, at } of ends) {
      const late = Date.parse(at) - Date.parse(dueAt.get(throwId) ?? '');
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1_000);
    }
    for (const kind of ['THROW', 'ANSWER']) {
      // It is counted a moment after it is told.
      await eventually(
        `A deadline ${kind}`,
        () => countOf(app, 'cupbearer_deadline_lateness_milliseconds', { kind, le: '+Inf' }),
        (count) => count === 1,
      );
    }
    await eventually(
      'A sweep',
      () => countOf(app, 'cupbearer_jobs_total', { job: 'sweep', outcome: 'ok' }),
      (runs) => runs >= 2,
    );
    expect(await countOf(app, 'cupbearer_sweep_settled_total', {})).toBe(0);
    await socketsClosed(app);
  });

  it('abandons a lobby after half an hour, and not before', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const [early, late] = [await seedPlayer(app), await seedPlayer(app)];
    const first = await lobbyOf(app, [early]);
    clock.advance(1);
    const second = await lobbyOf(app, [late]);
    const status = async (id: string) => (await execute(app, early.token, documents.gameState, { id })).game?.status;
    clock.advance(lobbyMs - 1);
    await eventually(
      'An abandoned lobby',
      () => status(first),
      (now) => now === 'ABANDONED',
    );
    expect(await status(second)).toBe('LOBBY');
    clock.advance(1);
    await eventually(
      'Another abandoned lobby',
      () => status(second),
      (now) => now === 'ABANDONED',
    );
    expect((await logOf(app, early.token, first)).map(({ __typename }) => __typename)).toEqual([
      'PlayerJoined',
      'GameAbandoned',
    ]);
  });
});

describe('on several nodes', () => {
  it('settles what came due while every node was away', async () => {
    const start = Date.now();
    const app = await startApp({ clock: new ManualClock(start) });
    const game = await seedGame(app);
    const [ada, ben] = game.players;
    const { throw: lands } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
    const { throw: lapses } = await ballInFlight(app, ben.token, game.id, cupOf(ada));
    await execute(app, ada.token, documents.challengeThrow, { throwId: lapses.id });
    await app.stop();
    const again = await startApp({ beside: app, clock: new ManualClock(start + windowMs) });
    expect(await settled(again, ada.token, lands.id)).toBe('LANDED');
    expect(await settled(again, ada.token, lapses.id)).toBe('LAPSED');
    expect(await settledEvents(again, game)).toHaveLength(2);
  });

  it('settles each throw once, with two clocks that come to it at the same time', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const other = await startApp({ clock, beside: app });
    const flights = await atOnce(20, async (index) => {
      const game = await seedGame(app, { cupsPerPlayer: 1 + (index % 2) });
      const { throw: ball } = await ballInFlight(app, game.players[0].token, game.id, cupOf(game.players[1]));
      return { game, throwId: ball.id };
    });
    clock.advance(windowMs);
    for (const { game, throwId } of flights) {
      expect(await settled(other, game.players[0].token, throwId)).toBe('LANDED');
      expect(await settledEvents(app, game)).toEqual([`${throwId} LANDED`]);
    }
    const settledBy = (node: App) => countOf(node, 'cupbearer_throws_total', { status: 'LANDED' });
    expect((await settledBy(app)) + (await settledBy(other))).toBe(flights.length);
  });
});

describe('a deadline that fails to settle', () => {
  it('is tried again a second later, and holds up no other', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock, alone: 'a part of the node is replaced' });
    const balls: { game: TestGame; token: string; throwId: string }[] = [];
    for (const challengeSeconds of [15, 15, 15, 15.999]) {
      const game = await seedGame(app, { challengeSeconds });
      const [{ token }, target] = game.players;
      balls.push({ game, token, throwId: (await ballInFlight(app, token, game.id, cupOf(target))).throw.id });
    }
    const [unlucky, ...others] = balls;
    const last = others.pop();
    if (!unlucky || !last) throw new Error('There are no balls');
    const { receipts } = app.services;
    const sign = receipts.sign.bind(receipts);
    let tries = 0;
    vi.spyOn(receipts, 'sign').mockImplementation((claims) => {
      if (`Throw:${claims.throwId}` !== unlucky.throwId) return sign(claims);
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('The key is away')) : sign(claims);
    });
    const failures = () => countOf(app, 'cupbearer_deadline_failures_total', { kind: 'THROW' });
    clock.advance(windowMs);
    for (const { token, throwId } of others) expect(await settled(app, token, throwId)).toBe('LANDED');
    await eventually('A failed deadline', failures, (count) => count === 1);
    clock.advance(999);
    // The clock has looked again when this one has landed.
    expect(await settled(app, last.token, last.throwId)).toBe('LANDED');
    expect(tries).toBe(1);
    clock.advance(1);
    expect(await settled(app, unlucky.token, unlucky.throwId)).toBe('LANDED');
    expect(await settledEvents(app, unlucky.game)).toEqual([`${unlucky.throwId} LANDED`]);
    expect([tries, await failures()]).toEqual([2, 1]);
  });

  it('closes all the same when somebody acts', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock, alone: 'a part of the node is replaced' });
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const { throw: ball } = await ballInFlight(app, ada.token, id, cupOf(ben));
    const signing = vi.spyOn(app.services.receipts, 'sign').mockRejectedValueOnce(new Error('The key is away'));
    clock.advance(windowMs);
    await eventually(
      'A failed deadline',
      () => countOf(app, 'cupbearer_deadline_failures_total', { kind: 'THROW' }),
      (failures) => failures === 1,
    );
    await ballInFlight(app, ada.token, id, cupOf(ben, 1));
    expect(signing).toHaveBeenCalledTimes(2);
    expect(await statusOf(app, ada.token, ball.id)).toBe('LANDED');
    const { rows } = await app.services.pool.query<{ subject: string }>('select subject from deadline');
    expect(rows.map(({ subject }) => subject)).not.toContain(ball.id.replace('Throw:', ''));
  });
});
