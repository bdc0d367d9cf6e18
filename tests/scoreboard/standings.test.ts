import { describe, expect, it } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { noSockets } from '../account/socketClose.ts';
import { cupOf, gameOf, lobbyOf } from '../game/gameOf.ts';
import { atOnce } from '../game/tally.ts';
import { startApp, type App } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedPlayer } from '../harness/seed.ts';
import { connect } from '../harness/socket.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { refusal } from '../stream/refusal.ts';
import { boardOf, personOf, scored, submitAll } from './boardOf.ts';
import * as documents from './documents.ts';
import { overEventStream, overWebSocket, type FollowBoard, type Standings } from './followers.ts';

let app: App;
let beside: App;
onTwoNodes({}, (...nodes) => void ([app, beside] = nodes));

/** Whose clock stands until it is moved. */
let still: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (still = opened));

const scoresOf = ({ entries }: Standings) => entries.map(({ score }) => score);

describe.each<[way: string, follow: FollowBoard]>([
  ['a WebSocket', overWebSocket],
  ['an event stream', overEventStream],
])('over %s', (_, followBoard) => {
  it('the standings come at once, then each time they change, on whichever node', async () => {
    const board = await boardOf(app, { operator: 'BEST' });
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    const entry = await scored(app, board, ada, 5);
    const reader = await seedPlayer(app);
    const following = followBoard(beside, reader.token, { scoreboardId: board.id });
    const handle = entry.user.handle;
    const first = await following.next();
    expect(first).toEqual({
      scoreboardId: board.id,
      version: expect.stringMatching(/^\S+$/),
      size: 1,
      at: expect.any(String),
      entries: [{ rank: 1, score: 5, achievedAt: entry.achievedAt, user: { id: ada, handle, displayName: handle } }],
    });
    await scored(app, board, ben, 7);
    const second = await following.next();
    expect([scoresOf(second), second.size, second.entries[0]?.user.id]).toEqual([[7, 5], 2, ben]);
    // Nothing changes by a score that is no better.
    await scored(beside, board, ada, 4);
    await scored(beside, board, ada, 6);
    const third = await following.next();
    expect(scoresOf(third)).toEqual([7, 6]);
    expect(new Set([first.version, second.version, third.version]).size).toBe(3);
    // Whoever comes later gets the same under the same version.
    const later = followBoard(app, board.service.token, { scoreboardId: board.id });
    const same = await later.next();
    expect([same.version, same.entries]).toEqual([third.version, third.entries]);
    for (const follower of [following, later]) await follower.stop();
    await noSockets(beside);
    await noSockets(app);
  });

  it('the standings of a game come as it is played', async () => {
    const app = still;
    const people = [await seedPlayer(app), await seedPlayer(app)] as const;
    const [ada, ben] = people;
    const gameId = await lobbyOf(app, people);
    const following = followBoard(app, ben.token, { scoreboardId: gameId.replace('Game:', 'Scoreboard:') });
    expect(await following.next()).toMatchObject({ size: 0, entries: [] });
    expectPayload((await execute(app, ada.token, harness.startGame, { gameId })).startGame);
    const started = await following.next();
    expect(started.entries.map(({ user, score }) => [user.id, score])).toEqual([
      [ada.id, 0],
      [ben.id, 0],
    ]);
    const { game } = await execute(app, ada.token, harness.gameState, { id: gameId });
    const cups = game?.players.map((player) => player.cups.map(({ id }) => id)) ?? [];
    await ballInFlight(app, ben.token, gameId, cups[0]?.[0] ?? '');
    clock.advance(15_000);
    const landed = await following.next();
    expect(landed.entries.map(({ user, score }) => [user.id, score])).toEqual([
      [ben.id, 10],
      [ada.id, 0],
    ]);
    await following.stop();
    await noSockets(app);
  });
});

describe('the standings that are followed', () => {
  it('are as many as asked for, of a board that may be larger', async () => {
    const board = await boardOf(app, {}, 12);
    const scores = board.users.map((userId, index) => ({ userId, points: 50 - index, idempotencyKey: `${index}` }));
    expectPayload(await submitAll(app, board, scores));
    const { token } = board.service;
    const [usual, two, all] = [{}, { first: 2 }, { first: 1_000 }].map((asked) =>
      overWebSocket(app, token, { scoreboardId: board.id, ...asked }),
    );
    expect([(await usual?.next())?.entries.length, (await all?.next())?.entries.length]).toEqual([10, 12]);
    expect(await two?.next()).toMatchObject({ size: 12, entries: [{ rank: 1 }, { rank: 2, score: 49 }] });
    await scored(app, board, personOf(board, 11), 60);
    expect(scoresOf(await (two?.next() ?? Promise.reject(new Error('Nobody follows'))))).toEqual([99, 50]);
    for (const follower of [usual, two, all]) await follower?.stop();
    await noSockets(app);
  });

  it('are told a few times, however often they change, and the last is right', async () => {
    const board = await boardOf(app);
    const following = overWebSocket(app, board.service.token, { scoreboardId: board.id });
    await following.next();
    const began = performance.now();
    let over = false;
    const submitted = atOnce(200, (index) => scored(app, board, personOf(board, index % 3), 1)).then(
      () => (over = true),
    );
    let told = 0;
    await following.until(({ entries }) => {
      told += 1;
      return entries.reduce((sum, { score }) => sum + score, 0) === 200;
    });
    await submitted;
    expect(over).toBe(true);
    // Ten times a second at most, and the first at once.
    expect(told).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 100) + 1);
    await following.stop();
    await noSockets(app);
  });

  it('go on with the next season as the board begins anew', async () => {
    const clock = new ManualClock(Date.parse('2026-11-21T23:59:00Z'));
    const app = await startApp({ clock });
    const beside = await startApp({ beside: app, clock });
    const board = await boardOf(app, { resetSchedule: '0 0 * * *' });
    await scored(app, board, personOf(board, 0), 5);
    const followers = [app, beside].map((node) => overWebSocket(node, board.service.token, { scoreboardId: board.id }));
    for (const follower of followers) expect(scoresOf(await follower.next())).toEqual([5]);
    clock.advance(60_000);
    for (const follower of followers) expect(await follower.next()).toMatchObject({ size: 0, entries: [] });
    await scored(beside, board, personOf(board, 1), 3);
    for (const follower of followers) expect(scoresOf(await follower.next())).toEqual([3]);
    for (const follower of followers) await follower.stop();
    await noSockets(app);
    await noSockets(beside);
  });

  it('are of a board there is, in a number that goes', async () => {
    const [{ token }, stranger] = [await seedPlayer(app), null];
    const refused = async (who: string | null, scoreboardId: string, first = 10) =>
      refusal(connect(app, who), documents.follow, { scoreboardId, first });
    const board = `Scoreboard:${globalBoardId}`;
    expect(await refused(token, board.replace('01', '02'))).toEqual(['BAD_USER_INPUT']);
    for (const id of ['global', `Game:${globalBoardId}`, ''])
      expect(await refused(token, id)).toEqual(['BAD_USER_INPUT']);
    for (const first of [0, -1, 1_001]) expect(await refused(token, board, first)).toEqual(['BAD_USER_INPUT']);
    expect(await refused(stranger, board)).toEqual(['UNAUTHENTICATED']);
    await noSockets(app);
  });
});

it('the global standings follow everyone’s level', async () => {
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const [ada, ben] = people;
  const following = overWebSocket(app, ada.token, { scoreboardId: `Scoreboard:${globalBoardId}` });
  expect(await following.next()).toMatchObject({ size: 0 });
  const { id: gameId, players } = await gameOf(app, people);
  expect(cupOf(players[0])).toMatch(/^Cup:/);
  expectPayload((await execute(app, ben.token, harness.leaveGame, { gameId })).leaveGame);
  expect((await following.next()).entries).toMatchObject([{ rank: 1, score: 200, user: { id: ada.id } }]);
  await following.stop();
  await noSockets(app);
});
