import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { exportDatabase } from '../../server/transfer/exportDatabase.ts';
import { refresh, signedUp } from '../account/signedUp.ts';
import { cupOf, gameOf } from '../game/gameOf.ts';
import { countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { Points, scoresOf, seedGroup } from '../group/groupOf.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { expectInvariants } from '../harness/invariants.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { contentsOf, emptyUrl, fileOfTest, importInto } from './transferred.ts';

const dayMs = 86_400_000;
const firstNoon = Date.UTC(2026, 0, 1, 12);

/** Those that `threeDays` leaves rows in. */
const tablesInUse =
  'agenda_jobs challenge cup deadline event_20260101 event_20260102 event_20260103 game migration player refresh_token ' +
  'server_key session stream throw users';

/** Games of three days, one of them under way with a ball challenged and one in the air, sessions and keys. */
async function threeDays() {
  const clock = new ManualClock(firstNoon);
  const app = await startApp({ clock, first: true });
  await eventually(
    'The retention of the boot',
    () => countOf(app, 'cupbearer_jobs_total', { job: 'retention', outcome: 'ok' }),
    (runs) => runs === 1,
  );
  for (let day = 0; day < 2; day += 1) {
    const { id, players } = await seedGame(app, { cupsPerPlayer: 1 });
    const [ada, ben] = players;
    await throwAt(app, ada.token, id, cupOf(ada));
    const stream = subscribe(connect(app, ben.token), documents.gameEvents, { gameId: id });
    await ballInFlight(app, ada.token, id, cupOf(ben));
    clock.advance(16_000);
    for (let last = ''; last !== 'GameFinished';) last = (await stream.next()).gameEvents.__typename;
    await stream.stop();
    clock.advance(dayMs);
  }
  const session = await signedUp(app);
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const { id, players } = await gameOf(app, people, { challengeSeconds: 60, answerSeconds: 60 });
  const [ada, ben] = players;
  const { game } = await execute(app, ada.token, documents.gameState, { id });
  const challenged = await ballInFlight(app, ada.token, id, cupOf(ben));
  expectPayload(
    (await execute(app, ben.token, documents.challengeThrow, { throwId: challenged.throw.id })).challengeThrow,
  );
  const flying = await ballInFlight(app, ben.token, id, cupOf(ada));
  return { app, clock, session, id, ada, ben, oldCursor: game?.cursor ?? '', challenged, flying };
}

it('moves everything, so that a server goes on with it as if nothing had happened', async () => {
  const { app, clock, session, id, ada, ben, oldCursor, challenged, flying } = await threeDays();
  await app.stop();
  const path = await fileOfTest();
  const { rows } = await exportDatabase(app.databaseUrl, path);
  expect(rows).toBeGreaterThan(70);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const databaseUrl = await emptyUrl();
  expect(await importInto(databaseUrl, path)).toMatchObject({ rows });

  const before = await contentsOf(app.databaseUrl);
  const filled = Object.keys(before).filter((table) => (before[table] as string[]).length > 0);
  expect(filled).toEqual(expect.arrayContaining(tablesInUse.split(' ')));
  expect(await contentsOf(databaseUrl)).toEqual(before);

  const next = await startApp({ clock: new ManualClock(clock.now()), beside: { ...app, databaseUrl } });
  const nextClock = next.services.clock as ManualClock;
  // Tokens and keys of before are good, also the one that made the answer key.
  expect((await execute(next, session.accessToken, documents.me)).me?.id).toBe(session.user.id);
  expect((await refresh(next, session.refreshToken)).__typename).toBe('RefreshSessionPayload');
  const stream = subscribe(connect(next, ben.token), documents.gameEvents, { gameId: id, after: oldCursor });
  expect((await stream.next()).gameEvents).toMatchObject({ __typename: 'StreamGap', reason: 'RESTORED' });
  const kept = (await stream.take(6)).map(({ gameEvents }) => gameEvents);
  expect(kept.map(({ seq, __typename }) => `${seq} ${__typename}`)).toEqual([
    '1 PlayerJoined',
    '2 PlayerJoined',
    '3 GameStarted',
    '4 BallThrown',
    '5 ThrowChallenged',
    '6 BallThrown',
  ]);
  const answer = { throwId: challenged.throw.id, secret: challenged.answerKey ?? '' };
  const answered = expectPayload((await execute(next, ada.token, documents.answerChallenge, answer)).answerChallenge);
  expect(answered.throw).toMatchObject({ status: 'LANDED' });
  nextClock.advance(61_000);
  const settled = (await stream.take(3)).map(({ gameEvents }) => gameEvents);
  expect(settled).toMatchObject([
    { __typename: 'ChallengeAnswered', seq: 7 },
    { __typename: 'ThrowSettled', seq: 8, throwId: challenged.throw.id },
    { __typename: 'ThrowSettled', seq: 9, throwId: flying.throw.id, status: 'LANDED' },
  ]);
  // Jobs go on where they were.
  await eventually(
    'The sweep',
    () => countOf(next, 'cupbearer_jobs_total', { job: 'sweep', outcome: 'ok' }),
    (runs) => runs > 0,
    30_000,
  );
  await stream.stop();
  await next.stop();
  await expectInvariants(databaseUrl);
});

it('moves what follows from scores as it is, without counting them again', async () => {
  const app = await startApp();
  const points = await Points.on(app);
  const { id, owner, members } = await seedGroup(app, 1);
  for (const member of [owner, ...members]) await points.give(member, 7);
  expect((await scoresOf(app, owner, id)).map(([, score]) => score)).toEqual([7, 7]);
  await app.stop();
  const path = await fileOfTest();
  await exportDatabase(app.databaseUrl, path);
  const databaseUrl = await emptyUrl();
  await importInto(databaseUrl, path);
  expect(await contentsOf(databaseUrl)).toEqual(await contentsOf(app.databaseUrl));
  const next = await startApp({ beside: { ...app, databaseUrl } });
  await new Points(next, points.service, points.key).give(owner, 3);
  expect(await scoresOf(next, owner, id)).toEqual([
    [owner.id, 10],
    [members[0]?.id, 7],
  ]);
  await next.stop();
  await expectInvariants(databaseUrl);
});

it('exports one moment of a server that goes on', async () => {
  const app = await startApp();
  const games = await Promise.all([1, 2, 3].map(() => seedGame(app, { challengeSeconds: 1 })));
  let going = true;
  const play = games.map(async ({ id, players: [ada, ben] }) => {
    for (let ball = 0; going; ball += 1) {
      await throwAt(app, ada.token, id, cupOf(ada));
      if (ball % 10 === 0) await throwAt(app, ben.token, id, cupOf(ada, (ball / 10) % 6));
      await sleep(5);
    }
  });
  onTestFinished(async () => {
    going = false;
    await Promise.all(play);
  });
  await sleep(300);
  const path = await fileOfTest();
  for (let exports = 0; exports < 3; exports += 1) {
    // The second takes the place of the first.
    await exportDatabase(app.databaseUrl, path);
    const databaseUrl = await emptyUrl();
    const { rows } = await importInto(databaseUrl, path);
    expect(rows).toBeGreaterThan(50);
    await expectInvariants(databaseUrl);
  }
});
