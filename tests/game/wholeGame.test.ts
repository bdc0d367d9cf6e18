import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';

it('is played to its end by two people, every hop streamed, with a receipt a third party verifies', async () => {
  const app = await startApp();
  const game = await seedGame(app, { cupsPerPlayer: 1 });
  const [ada, ben] = game.players;
  const events = subscribe(connect(app, ben.token), documents.gameEvents, { gameId: game.id });

  const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  const hops = subscribe(connect(app, ada.token), documents.throwHops, { throwId: ball.id });
  expectPayload((await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id })).challengeThrow);
  const answered = await execute(app, ada.token, documents.answerChallenge, {
    throwId: ball.id,
    secret: answerKey ?? '',
  });
  const { throw: landed } = expectPayload(answered.answerChallenge);
  expect(landed).toMatchObject({ status: 'LANDED', challenge: { upheld: false } });

  const passed = (await hops.rest()).map(({ throwHops: { name, outcome } }) => `${name} ${outcome}`);
  expect(passed).toEqual([
    'RECEIVED PASSED',
    'AUTHENTICATED PASSED',
    'FRESH PASSED',
    'PERMITTED PASSED',
    'IN_FLIGHT WAITING',
    'CHALLENGED WAITING',
    'ANSWERED PASSED',
    'VERIFIED PASSED',
    'SETTLED PASSED',
  ]);
  const seen = (await events.take(8)).map(({ gameEvents: { seq, __typename } }) => `${seq} ${__typename}`);
  expect(seen).toEqual([
    '1 PlayerJoined',
    '2 PlayerJoined',
    '3 GameStarted',
    '4 BallThrown',
    '5 ThrowChallenged',
    '6 ChallengeAnswered',
    '7 ThrowSettled',
    '8 GameFinished',
  ]);
  await events.stop();

  const state = await execute(app, ben.token, documents.gameState, { id: game.id });
  expect(state.game).toMatchObject({ status: 'FINISHED', winner: { id: ada.id } });

  const jwks = createRemoteJWKSet(new URL(`${app.url}/.well-known/jwks.json`));
  const { payload, protectedHeader } = await jwtVerify(landed.receipt ?? '', jwks, {
    issuer: 'http://cupbearer.example.com',
    audience: 'cupbearer:throw-receipt',
  });
  expect(protectedHeader).toMatchObject({ typ: 'throw-receipt+jwt', alg: 'EdDSA' });
  expect(payload).toMatchObject({ sub: ada.id, jti: ball.id, game: game.id, cup: ben.cups[0], cupOwner: ben.id });
});
