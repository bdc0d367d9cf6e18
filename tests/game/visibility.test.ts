import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { logOf } from './gameLog.ts';
import { cupOf, seatOf } from './gameOf.ts';
import { socketsClosed } from './socketsClosed.ts';

/** A game of three in which Ada landed a challenged throw at Ben's cup, and had another rejected. */
async function landedThrow() {
  const app = await startApp();
  const game = await seedGame(app, { maxPlayers: 3 });
  const [ada, ben] = game.players;
  const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  const { throw: rejected } = expectPayload(await throwAt(app, ada.token, game.id, cupOf(ada)));
  await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
  await execute(app, ada.token, documents.answerChallenge, { throwId: ball.id, secret: answerKey ?? '' });
  const stranger = await seedPlayer(app);
  return { app, game, ada, ben, carl: seatOf(game, 2), stranger, throwId: ball.id, rejectedId: rejected.id };
}

it('shows a receipt to the thrower and the owner of the cup only', async () => {
  const { app, ada, ben, carl, stranger, throwId } = await landedThrow();
  const receiptFor = async (token: string) => {
    const { node } = await execute(app, token, documents.throwState, { id: throwId });
    if (node?.__typename !== 'Throw') throw new Error('There is no throw');
    return node.receipt;
  };
  const receipt = await receiptFor(ada.token);
  expect(receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(await receiptFor(ben.token)).toBe(receipt);
  expect(await receiptFor(carl.token)).toBeNull();
  expect(await receiptFor(stranger.token)).toBeNull();
});

it('shows the remarks on hops to the thrower only, wherever hops are read', async () => {
  const { app, game, ada, ben, carl, stranger, throwId, rejectedId } = await landedThrow();
  for (const viewer of [ada, ben, carl, stranger]) {
    const ofRows: (string | null)[] = [];
    for (const id of [throwId, rejectedId]) {
      const { node } = await execute(app, viewer.token, documents.throwState, { id });
      if (node?.__typename === 'Throw') ofRows.push(...node.hops.map(({ detail }) => detail));
    }
    const ofLog = (await logOf(app, viewer.token, game.id)).flatMap((event) =>
      'hops' in event ? event.hops.map(({ detail }) => detail) : [],
    );
    const hops = subscribe(connect(app, viewer.token), documents.throwHops, { throwId });
    const streamed = (await hops.rest()).map(({ throwHops: { detail } }) => detail);
    for (const [details, count] of [
      [ofRows, 13],
      [ofLog, 13],
      [streamed, 9],
    ] as const) {
      expect(details).toHaveLength(count);
      if (viewer === ada) expect(details).toContain(`token of ${ada.handle} by http://cupbearer.example.com`);
      else expect(details.every((detail) => detail === null)).toBe(true);
    }
  }
  await socketsClosed(app);
});

it('streams remarks to the thrower only, to each on their own socket', async () => {
  const app = await startApp();
  const { id: gameId, players } = await seedGame(app);
  const [ada, ben] = players;
  const streams = players.map(({ token }) => subscribe(connect(app, token), documents.gameEvents, { gameId }));
  for (const stream of streams) await stream.take(3);
  await throwAt(app, ada.token, gameId, cupOf(ada));
  await throwAt(app, ben.token, gameId, cupOf(ben));
  const seen = await Promise.all(
    streams.map(async (stream) => {
      const events = (await stream.take(2)).map(({ gameEvents: event }) => event);
      await stream.stop();
      return events.map((event) =>
        event.__typename === 'ThrowRejected' ? (event.hops.at(-1)?.detail ?? null) : event.__typename,
      );
    }),
  );
  expect(seen).toEqual([
    ['OWN_CUP', null],
    [null, 'OWN_CUP'],
  ]);
  await socketsClosed(app);
});

it('shows games, throws and events to nobody without a token', async () => {
  const { app, game, throwId } = await landedThrow();
  const answers = await Promise.all([
    send(app, null, documents.gameState, { id: game.id }),
    send(app, null, documents.polledEvents, { id: game.id }),
    send(app, null, documents.throwState, { id: throwId }),
  ]);
  for (const { data, errors } of answers) {
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
  }
});
