import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { cupOf, lobbyOf, seatOf } from '../game/gameOf.ts';
import { startApp, type App } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt, type TestGame } from '../harness/seed.ts';
import * as documents from './documents.ts';

const boardOfGame = async (app: App, token: string, id: string) => {
  const { game } = await execute(app, token, documents.gameBoard, { id });
  if (!game) throw new Error(`There is no ${id}`);
  const { top, ...board } = game.scoreboard;
  return { board, players: game.players, top: top.edges.map(({ node: { user, score } }) => [user.id, score] as const) };
};

/** The board by seat, from the first rank down, once it has been held against what the players have. */
async function ranked(nodes: App[], { id, players }: TestGame): Promise<[seat: number, score: number][]> {
  const seats = players.map((player) => player.id);
  const seen = await Promise.all(nodes.map((node) => boardOfGame(node, players[0].token, id)));
  for (const { top, players: seated } of seen) {
    expect(new Map(top)).toEqual(new Map(seated.map(({ user, score }) => [user.id, score])));
    expect(top).toEqual(seen[0]?.top);
  }
  return seen[0]?.top.map(([userId, score]) => [seats.indexOf(userId), score]) ?? [];
}

it('a game has a board from its lobby on, with its players at zero, by seat, as it starts', async () => {
  const clock = new ManualClock(Date.parse('2026-02-03T04:05:06.789Z'));
  const app = await startApp({ clock });
  const people = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)] as const;
  const gameId = await lobbyOf(app, people);
  const { board, top } = await boardOfGame(app, people[0].token, gameId);
  expect(top).toEqual([]);
  expect(board).toEqual({
    id: gameId.replace('Game:', 'Scoreboard:'),
    key: gameId.replace('Game:', 'game:'),
    title: 'Game',
    operator: 'INCREMENT',
    sortOrder: 'HIGHEST_FIRST',
    submission: 'SERVICE',
    resetsAt: null,
    season: 1,
    size: 0,
    seasons: [{ number: 1, startedAt: '2026-02-03T04:05:06.789Z', endedAt: null }],
  });
  expectPayload((await execute(app, people[0].token, harness.startGame, { gameId })).startGame);
  const started = await boardOfGame(app, people[2].token, gameId);
  expect(started.top).toEqual(people.map(({ id }) => [id, 0]));
  const byKey = await execute(app, people[1].token, documents.boardTop, { key: board.key });
  expect(byKey.scoreboard?.top.edges.map(({ node }) => [node.rank, node.user.id])).toEqual(
    people.map(({ id }, index) => [index + 1, id]),
  );
});

it('throws, challenges and penalties flow in as they count, on every node', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const beside = await startApp({ beside: app, clock });
  const nodes = [app, beside];
  const game = await seedGame(app, { maxPlayers: 3 });
  const [ada, ben] = game.players;
  const carl = seatOf(game, 2);
  expect(await ranked(nodes, game)).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);

  // A ball that nobody challenges.
  const nonce = randomUUID();
  await ballInFlight(app, ben.token, game.id, cupOf(ada), { nonce });
  expect(await ranked(nodes, game)).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
  clock.advance(15_000);
  await throwAt(beside, carl.token, game.id, cupOf(carl));
  expect(await ranked(nodes, game)).toEqual([
    [1, 10],
    [0, 0],
    [2, 0],
  ]);

  // One that is challenged in vain.
  const proven = await ballInFlight(beside, carl.token, game.id, cupOf(ben));
  await execute(app, ben.token, harness.challengeThrow, { throwId: proven.throw.id });
  const secret = proven.answerKey ?? '';
  await execute(beside, carl.token, harness.answerChallenge, { throwId: proven.throw.id, secret });
  expect(await ranked(nodes, game)).toEqual([
    [2, 15],
    [1, 10],
    [0, 0],
  ]);

  // One whose thrower can't prove it: they pay, the challenger earns.
  const lie = await ballInFlight(app, ada.token, game.id, cupOf(ben, 1));
  await execute(beside, ben.token, harness.challengeThrow, { throwId: lie.throw.id });
  await execute(app, ada.token, harness.answerChallenge, { throwId: lie.throw.id, secret: 'not this' });
  expect(await ranked(nodes, game)).toEqual([
    [2, 15],
    [1, 15],
    [0, -10],
  ]);

  // A forgery.
  const forged = expectPayload(await throwAt(beside, ben.token, game.id, cupOf(ada, 1), { nonce }));
  expect(forged.throw.rejectedFor).toBe('REPLAYED');
  expect(await ranked(nodes, game)).toEqual([
    [2, 15],
    [1, 5],
    [0, -10],
  ]);

  // One that is challenged and never answered.
  const silent = await ballInFlight(app, carl.token, game.id, cupOf(ada, 1));
  await execute(app, ada.token, harness.challengeThrow, { throwId: silent.throw.id });
  clock.advance(15_000);
  await throwAt(app, ben.token, game.id, cupOf(ben));
  expect(await ranked(nodes, game)).toEqual([
    [1, 5],
    [2, 5],
    [0, -5],
  ]);

  // Whoever leaves stays on it, and it stands when the game is over.
  for (const { token } of [carl, ben]) await execute(app, token, harness.leaveGame, { gameId: game.id });
  expect(await ranked(nodes, game)).toEqual([
    [1, 5],
    [2, 5],
    [0, -5],
  ]);
});

it('two balls that land at once both count', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  await ballInFlight(app, ada.token, game.id, cupOf(ben));
  await ballInFlight(app, ben.token, game.id, cupOf(ada));
  clock.advance(15_000);
  await throwAt(app, ada.token, game.id, cupOf(ada));
  expect(new Map(await ranked([app], game))).toEqual(
    new Map([
      [0, 10],
      [1, 10],
    ]),
  );
});

it('a lobby that a server of an earlier release opened gets its board as it starts', async () => {
  const app = await startApp();
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const gameId = await lobbyOf(app, people);
  await app.services.pool.query('delete from scoreboard where id = $1', [gameId.replace('Game:', '')]);
  expect((await boardOfGame(app, people[0].token, gameId)).board).toMatchObject({ size: 0, season: 1, title: 'Game' });
  expectPayload((await execute(app, people[0].token, harness.startGame, { gameId })).startGame);
  const { board, top } = await boardOfGame(app, people[0].token, gameId);
  expect([board.size, top]).toEqual([2, people.map(({ id }) => [id, 0])]);
});
