import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import * as harness from '../harness/documents.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { cupOf } from '../game/gameOf.ts';
import { answer, next, reveal, seedRoom, start } from '../quiz/seedRoom.ts';
import { boardOf, submit, submitAll } from '../scoreboard/boardOf.ts';
import { follow } from '../scoreboard/documents.ts';
import { battleAs, begin, Following, ranksOf, scoring, seedBattle, untilBattle, type BattleSeen } from './play.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Whose clock stands until it is moved. */
let still: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (still = opened));

const scoresOf = (seen: BattleSeen | null) =>
  Object.fromEntries(seen?.fighters.map(({ user, score }) => [user.id, score]) ?? []);

it('a throw that lands counts', async () => {
  const app = still;
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const battle = await seedBattle(app, { people: [ada, ben, await seedGame(app).then(({ players }) => players[0])] });
  await ballInFlight(app, ben.token, game.id, cupOf(ada, 0));
  clock.advance(15_000);
  await eventually(
    'The first landed',
    () => execute(app, ada.token, harness.gameState, { id: game.id }),
    ({ game: seen }) => seen?.throws.edges[0]?.node.status === 'LANDED',
  );
  // What is recorded in the very millisecond of the beginning counts.
  clock.advance(1);
  expectPayload(await begin(app, battle, ada));
  // Ten before it began; ten more, and fifteen by a challenge, while it runs.
  await ballInFlight(app, ben.token, game.id, cupOf(ada, 1));
  const doubted = await ballInFlight(app, ada.token, game.id, cupOf(ben, 1));
  const { throw: ball, answerKey } = doubted;
  expectPayload((await execute(app, ben.token, harness.challengeThrow, { throwId: ball.id })).challengeThrow);
  const secret = answerKey ?? '';
  expectPayload((await execute(app, ada.token, harness.answerChallenge, { throwId: ball.id, secret })).answerChallenge);
  clock.advance(15_000);
  const seen = await untilBattle(app, battle, ada, (now) => Object.values(scoresOf(now)).filter(Boolean).length === 2);
  expect(scoresOf(seen)).toMatchObject({ [ada.id]: 15, [ben.id]: 10 });
});

it('quiz points count', async () => {
  const room = await seedRoom(app);
  const [ada, ben] = room.players;
  if (!ada || !ben) throw new Error('The room has two players');
  const battle = await seedBattle(app, { people: [ada, ben, room.host] });
  await start(app, room);
  await answer(app, room, ada, 0, [1]);
  await reveal(app, room);
  expectPayload(await begin(app, battle, ada));
  await next(app, room);
  await answer(app, room, ben, 1, [0, 2]);
  await reveal(app, room);
  const board = await execute<{ quizRoom: { scoreboard: { entry: { score: number } | null } } }, object>(
    app,
    ben.token,
    `query($id: ID!) { quizRoom(id: $id) { scoreboard { entry { score } } } }`,
    { id: room.id },
  );
  const points = board.quizRoom.scoreboard.entry?.score;
  expect(points).toBeGreaterThan(0);
  // What the first question gave came before the battle.
  expect(scoresOf(await battleAs(app, battle, ada))).toEqual({ [ada.id]: 0, [ben.id]: points, [room.host.id]: 0 });
});

it('submitted scores count once, on boards that add up with the highest first, and only while it runs', async () => {
  const app = still;
  const battle = await seedBattle(app, { seconds: 60 });
  const [ada, ben, cleo] = battle.fighters;
  const adds = await boardOf(app, {}, 0);
  await submit(app, adds, ada.id, 1_000);
  clock.advance(1_000);
  expectPayload(await begin(app, battle, ada));
  for (const input of [
    { operator: 'BEST' as const },
    { operator: 'SET' as const },
    { sortOrder: 'LOWEST_FIRST' as const },
  ]) {
    expectPayload(await submit(app, await boardOf(app, input, 0), ada.id, 500));
  }
  const idempotencyKey = randomUUID();
  for (let time = 0; time < 3; time += 1) expectPayload(await submit(app, adds, ada.id, 7, { idempotencyKey }));
  const other = await boardOf(app, {}, 0);
  const scores = [ada, ben, ben, cleo].map(({ id: userId }, index) => ({
    userId,
    points: [1, 20, -5, 8][index] ?? 0,
    idempotencyKey: `s-${index}`,
  }));
  for (let time = 0; time < 2; time += 1) expectPayload(await submitAll(app, other, scores));
  clock.advance(59_999);
  expectPayload(await submit(app, adds, cleo.id, 7));
  const expected = [
    [ben.id, 1, 15],
    // Who was the first of two with as many.
    [cleo.id, 2, 15],
    [ada.id, 3, 8],
  ];
  expect(ranksOf((await battleAs(app, battle, ada)) as BattleSeen)).toEqual({ ranks: expected, board: expected });
  clock.advance(1);
  // Over to the millisecond, whether or not anything has run yet.
  expectPayload(await submit(app, adds, ada.id, 999));
  const seen = await untilBattle(app, battle, ada, ({ status }) => status === 'FINISHED');
  expectPayload(await submit(app, adds, ada.id, 999));
  expect(ranksOf(seen)).toEqual({ ranks: expected, board: expected });
  expect(ranksOf((await battleAs(app, battle, ada)) as BattleSeen)).toEqual({ ranks: expected, board: expected });
});

it('one score counts in every battle its person is in', async () => {
  const one = await seedBattle(app);
  const [ada, ben, cleo] = one.fighters;
  const other = await seedBattle(app, { people: [ben, ada, cleo] });
  const waiting = await seedBattle(app, { people: [ben, ada, cleo] });
  expectPayload(await begin(app, one, ada));
  expectPayload(await begin(app, other, ben));
  const { score } = await scoring(app);
  await score([ada, 3], [ben, 4]);
  for (const battle of [one, other]) {
    expect(scoresOf(await battleAs(app, battle, ada))).toEqual({ [ada.id]: 3, [ben.id]: 4, [cleo.id]: 0 });
  }
  expect((await battleAs(app, waiting, ada))?.fighters.map(({ score: points, rank }) => [points, rank])).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ]);
});

it('scores are told twice a second at most, whatever the nodes, and standings notice', async () => {
  const beside = await startApp({ beside: app });
  const battle = await seedBattle(app, { seconds: 10 });
  const [ada, ben, cleo] = battle.fighters;
  const following = new Following(beside, battle, ada);
  const seen = await battleAs(app, battle, ada);
  const live = subscribe(connect(beside, ada.token), follow, {
    scoreboardId: seen?.scoreboard.id ?? '',
    first: 3,
  });
  expect((await live.next()).standings.entries).toEqual([]);
  expectPayload(await begin(app, battle, ada));
  const { score } = await scoring(app);
  await Promise.all(Array.from({ length: 30 }, (_, index) => score([ada, 1], [ben, 2], [cleo, index % 2])));
  const total = { [ada.id]: 30, [ben.id]: 60, [cleo.id]: 15 };
  for (;;) {
    const { entries } = (await live.next()).standings;
    const scores = Object.fromEntries(entries.map(({ user, score: points }) => [user.id, points]));
    if (JSON.stringify(Object.entries(scores).sort()) === JSON.stringify(Object.entries(total).sort())) break;
  }
  await following.until('BattleFinished');
  const told = following.seen.filter(({ __typename }) => __typename === 'BattleScored');
  const times = told.map(({ at }) => Date.parse(at));
  // The last one, told with the end, comes when it comes.
  for (const [index, time] of times.slice(1, -1).entries())
    expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(500);
  const last: Record<string, number> = {};
  for (const event of following.seen) {
    if (event.__typename === 'BattleScored')
      for (const { person, score: points } of event.scores) last[person.id] = points;
  }
  expect(last).toEqual(total);
  await live.stop();
});

it('scores are told although the database that counted them was another: after an import transactions count anew', async () => {
  const app = await startApp();
  const battle = await seedBattle(app);
  const [ada] = battle.fighters;
  const following = new Following(app, battle, ada);
  expectPayload(await begin(app, battle, ada));
  const { score } = await scoring(app);
  await score([ada, 3]);
  await following.until('BattleScored');
  await app.services.pool.query(`update battle set told_snapshot = '900000000000:900000000000:'`);
  await score([ada, 4]);
  const { scores } = await following.until('BattleScored', (event) =>
    event.scores.some(({ score: points }) => points === 7),
  );
  expect(scores).toEqual([{ person: { id: ada.id }, score: 7 }]);
});
