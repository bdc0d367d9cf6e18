import { expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, throwAt, type SeatedPlayer, type TestGame } from '../harness/seed.ts';
import { logOf, only } from './gameLog.ts';
import { cupOf, seatOf } from './gameOf.ts';

const stateOf = async (app: App, { id, players }: TestGame) => {
  const { game } = await execute(app, players[0].token, documents.gameState, { id });
  if (!game) throw new Error('There is no game');
  return game;
};
const leave = async (app: App, { token }: SeatedPlayer, { id: gameId }: TestGame) =>
  expectPayload((await execute(app, token, documents.leaveGame, { gameId })).leaveGame).game;

it('lets everyone have a ball in the air, each at a cup of its own, and lands them together', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const game = await seedGame(app, { maxPlayers: 4, cupsPerPlayer: 2 });
  for (const [index, { token }] of game.players.entries()) {
    await ballInFlight(app, token, game.id, cupOf(seatOf(game, (index + 1) % 4)));
  }
  clock.advance(15_000);
  await throwAt(app, game.players[0].token, game.id, cupOf(game.players[1]));
  const state = await stateOf(app, game);
  expect(state.players.map(({ score, cups }) => [score, cups.map(({ standing }) => standing)])).toEqual(
    Array.from({ length: 4 }, () => [10, [false, true]]),
  );
  expect(state.status).toBe('ACTIVE');
});

it('ends when one player of four has cups standing, and voids what still flies', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const game = await seedGame(app, { maxPlayers: 4, cupsPerPlayer: 1 });
  const [ada, ben] = game.players;
  const [carl, dora] = [seatOf(game, 2), seatOf(game, 3)];
  for (const target of [ben, carl]) {
    await ballInFlight(app, ada.token, game.id, cupOf(target));
    clock.advance(15_000);
  }
  // Ben has no cups, but he may still throw: at Ada, a second too late.
  await ballInFlight(app, ada.token, game.id, cupOf(dora));
  clock.advance(1_000);
  const { throw: last } = await ballInFlight(app, ben.token, game.id, cupOf(ada));
  clock.advance(14_000);
  expect(expectPayload(await throwAt(app, carl.token, game.id, cupOf(ada))).throw.rejectedFor).toBe('GAME_NOT_ACTIVE');
  expect(await stateOf(app, game)).toMatchObject({ status: 'FINISHED', winner: { id: ada.id } });
  const log = await logOf(app, ada.token, game.id);
  expect(only(log, 'ThrowSettled').map(({ status }) => status)).toEqual(['LANDED', 'LANDED', 'LANDED', 'VOIDED']);
  expect(only(log, 'ThrowSettled').at(-1)?.throwId).toBe(last.id);
  expect(log.map(({ __typename }) => __typename).slice(-3)).toEqual(['ThrowSettled', 'GameFinished', 'ThrowRejected']);
});

it('goes on when one of three forfeits: their cups go down, balls by them and at them are voided', async () => {
  const app = await startApp();
  const game = await seedGame(app, { maxPlayers: 3 });
  const [ada, ben] = game.players;
  const carl = seatOf(game, 2);
  const balls = [
    await ballInFlight(app, ada.token, game.id, cupOf(ben)),
    await ballInFlight(app, ben.token, game.id, cupOf(carl)),
    await ballInFlight(app, carl.token, game.id, cupOf(ben, 1)),
  ];
  expect(await leave(app, ben, game)).toMatchObject({ status: 'ACTIVE', winner: null });
  const state = await stateOf(app, game);
  expect(state.throws.edges.map(({ node }) => node.status)).toEqual(['VOIDED', 'VOIDED', 'VOIDED']);
  expect(state.players.map(({ score, leftAt, cups }) => [score, leftAt !== null, cups[0]?.standing])).toEqual([
    [0, false, true],
    [0, true, false],
    [0, false, true],
  ]);
  const log = await logOf(app, ada.token, game.id);
  expect(only(log, 'ThrowSettled').map(({ throwId }) => throwId)).toEqual(balls.map(({ throw: { id } }) => id));
  expect(only(log, 'PlayerPenalised')).toEqual([]);
  await ballInFlight(app, ada.token, game.id, cupOf(carl));
  expect(await leave(app, carl, game)).toMatchObject({ status: 'FINISHED', winner: { id: ada.id } });
});

it('keeps a ball that neither the leaver threw nor is aimed at them', async () => {
  const app = await startApp();
  const game = await seedGame(app, { maxPlayers: 3 });
  const [ada, ben] = game.players;
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  await leave(app, seatOf(game, 2), game);
  const { node } = await execute(app, ada.token, documents.throwState, { id: ball.id });
  expect(node).toMatchObject({ status: 'IN_FLIGHT', challengeBy: ball.challengeBy });
});
