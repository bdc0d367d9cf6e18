import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CreateGameInput } from '../gql/graphql.ts';
import { gql } from '../gql/gql.ts';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { logOf, only, steps } from './gameLog.ts';
import { cupOf, seatOf } from './gameOf.ts';

const voidThrow = gql(`
  mutation GameVoidThrow($throwId: ID!) {
    voidThrow(input: { throwId: $throwId, reason: "The table was shaken." }) {
      __typename
      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }
      ... on Error { message }
    }
  }`);

const answerErrors = gql(`
  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {
    answerChallenge(input: { throwId: $throwId, secret: $secret }) {
      __typename
      ... on AnswerWindowClosedError { answerBy }
      ... on Error { message }
    }
  }`);

const challengeErrors = gql(`
  mutation GameChallengeErrors($throwId: ID!) {
    challengeThrow(input: { throwId: $throwId }) {
      __typename
      ... on NoChallengesLeftError { challengesPerPlayer }
      ... on Error { message }
    }
  }`);

const unknownThrow = `Throw:${randomUUID()}`;

const clock = new ManualClock();
let app: App;
onOneNode({ clock }, (opened) => void (app = opened));

/** A ball of Ada's at Ben's first cup, on a clock that stands. */
async function ballAtBen(input: CreateGameInput = {}) {
  const game = await seedGame(app, input);
  const [ada, ben] = game.players;
  const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  return { game, ada, ben, throwId: ball.id, secret: answerKey ?? '' };
}

const challenge = async (app: App, token: string, throwId: string) =>
  (await execute(app, token, documents.challengeThrow, { throwId })).challengeThrow;
const answer = async (app: App, token: string, throwId: string, secret: string) =>
  (await execute(app, token, documents.answerChallenge, { throwId, secret })).answerChallenge;

describe('challengeThrow', () => {
  it('is for the owner of the cup alone', async () => {
    const { game, ada, throwId } = await ballAtBen({ maxPlayers: 3 });
    const stranger = await seedPlayer(app);
    for (const { token } of [ada, seatOf(game, 2), stranger]) {
      expectError(await challenge(app, token, throwId), 'NotCupOwnerError');
    }
    expect(only(await logOf(app, ada.token, game.id), 'ThrowChallenged')).toEqual([]);
  });

  it('needs a throw, and a challenge to spend', async () => {
    const { ben, throwId } = await ballAtBen({ challengesPerPlayer: 0 });
    expectError(await challenge(app, ben.token, unknownThrow), 'NotFoundError');
    const { challengeThrow } = await execute(app, ben.token, challengeErrors, { throwId });
    expect(expectError(challengeThrow, 'NoChallengesLeftError').challengesPerPlayer).toBe(0);
  });

  it('opens the answer window, once', async () => {
    const { game, ben, throwId } = await ballAtBen({ answerSeconds: 7 });
    const answerBy = new Date(clock.now() + 7_000).toISOString();
    const { challenge: made } = expectPayload(await challenge(app, ben.token, throwId));
    expect(made).toMatchObject({ answerBy, upheld: null, challenger: { id: ben.id }, throw: { status: 'CHALLENGED' } });
    expect(expectError(await challenge(app, ben.token, throwId), 'AlreadyChallengedError').answerBy).toBe(answerBy);
    clock.advance(7_000);
    expect(expectError(await challenge(app, ben.token, throwId), 'AlreadyChallengedError').answerBy).toBe(answerBy);
    const [event] = only(await logOf(app, ben.token, game.id), 'ThrowChallenged');
    expect(event).toMatchObject({ throwId, challengesLeft: 2 });
    expect(steps(event?.hops ?? [])).toEqual(['CHALLENGED WAITING']);
  });

  it('is open until the window’s last millisecond, and closed at its end', async () => {
    const { game, ada, ben, throwId } = await ballAtBen({ maxPlayers: 3 });
    const late = await ballInFlight(app, ben.token, game.id, cupOf(ada));
    clock.advance(14_999);
    expectPayload(await challenge(app, ben.token, throwId));
    clock.advance(1);
    const closed = expectError(await challenge(app, ada.token, late.throw.id), 'ChallengeWindowClosedError');
    expect(closed.challengeBy).toBe(late.throw.challengeBy);
  });

  it('is too late for a throw that never flew', async () => {
    const { game, ada, ben } = await ballAtBen();
    const { throw: rejected } = expectPayload(await throwAt(app, ada.token, game.id, cupOf(ben, 1)));
    const error = expectError(await challenge(app, ben.token, rejected.id), 'ChallengeWindowClosedError');
    expect(error.challengeBy).toBeNull();
  });
});

describe('answerChallenge', () => {
  it('is for the thrower of a challenged throw alone', async () => {
    const { ada, ben, throwId, secret } = await ballAtBen();
    expectError(await answer(app, ada.token, unknownThrow, secret), 'NotFoundError');
    expectError(await answer(app, ada.token, throwId, secret), 'NotChallengedError');
    expectError(await answer(app, ben.token, throwId, secret), 'NotThrowerError');
    expectPayload(await challenge(app, ben.token, throwId));
    expectError(await answer(app, ben.token, throwId, secret), 'NotThrowerError');
  });

  it('lands the throw with the right secret, the same again changes nothing, another is too late', async () => {
    const { game, ada, ben, throwId, secret } = await ballAtBen();
    expectPayload(await challenge(app, ben.token, throwId));
    const first = expectPayload(await answer(app, ada.token, throwId, secret));
    expect(first.throw).toMatchObject({ status: 'LANDED', challenge: { upheld: false } });
    expect(expectPayload(await answer(app, ada.token, throwId, secret))).toEqual(first);
    expectError(await answer(app, ada.token, throwId, 'another secret'), 'AnswerWindowClosedError');
    const log = await logOf(app, ada.token, game.id);
    expect(only(log, 'ChallengeAnswered').map(({ upheld }) => upheld)).toEqual([false]);
    expect(only(log, 'ThrowSettled')).toMatchObject([{ throwerScore: 15, challengerScore: 0 }]);
    expect(log.at(-1)?.seq).toBe(log.length);
  });

  it('overturns the throw with a wrong one: penalty, and sitting out for a challenge window', async () => {
    const { game, ada, ben, throwId, secret } = await ballAtBen({ challengeSeconds: 4 });
    expectPayload(await challenge(app, ben.token, throwId));
    const { throw: ball } = expectPayload(await answer(app, ada.token, throwId, 'wrong'));
    expect(ball).toMatchObject({ status: 'OVERTURNED', receipt: null, challenge: { upheld: true } });
    expect(steps(ball.hops).slice(-3)).toEqual(['ANSWERED PASSED', 'VERIFIED FAILED', 'SETTLED FAILED']);
    expect(expectPayload(await answer(app, ada.token, throwId, 'as wrong')).throw).toEqual(ball);
    expectError(await answer(app, ada.token, throwId, secret), 'AnswerWindowClosedError');
    const state = await execute(app, ada.token, documents.gameState, { id: game.id });
    expect(state.game?.players).toMatchObject([
      { score: -10, sittingOutUntil: new Date(clock.now() + 4_000).toISOString() },
      { score: 5, challengesLeft: 2, sittingOutUntil: null },
    ]);
    expect(state.game?.players[1]?.cups.every(({ standing }) => standing)).toBe(true);
    expect(only(await logOf(app, ada.token, game.id), 'PlayerPenalised')).toMatchObject([
      { because: 'OVERTURNED', points: -10, score: -10, player: { id: ada.id } },
    ]);
    expect(expectPayload(await throwAt(app, ada.token, game.id, cupOf(ben))).throw.rejectedFor).toBe('SITTING_OUT');
    clock.advance(4_000);
    await ballInFlight(app, ada.token, game.id, cupOf(ben));
  });

  it('is taken until the window’s last millisecond', async () => {
    const { ada, ben, throwId, secret } = await ballAtBen({ answerSeconds: 2 });
    expectPayload(await challenge(app, ben.token, throwId));
    clock.advance(1_999);
    expect(expectPayload(await answer(app, ada.token, throwId, secret)).throw.status).toBe('LANDED');
  });

  it('is late at the window’s end: the throw lapses, with the penalty', async () => {
    const { game, ada, ben, throwId, secret } = await ballAtBen({ answerSeconds: 2 });
    const { challenge: made } = expectPayload(await challenge(app, ben.token, throwId));
    clock.advance(2_000);
    const { answerChallenge } = await execute(app, ada.token, answerErrors, { throwId, secret });
    expect(expectError(answerChallenge, 'AnswerWindowClosedError').answerBy).toBe(made.answerBy);
    const log = await logOf(app, ada.token, game.id);
    expect(only(log, 'ThrowSettled')).toMatchObject([{ status: 'LAPSED', challengerScore: 5 }]);
    expect(only(log, 'PlayerPenalised')).toMatchObject([{ because: 'LAPSED', score: -10 }]);
    expect(only(log, 'ChallengeAnswered')).toEqual([]);
  });
});

describe('voidThrow', () => {
  it('takes a ball out of the air without points or penalty, for admins only', async () => {
    const { game, ada, ben, throwId } = await ballAtBen();
    const admin = await seedPlayer(app, ['admin']);
    for (const { token } of [ada, ben]) {
      const { errors } = await send(app, token, voidThrow, { throwId });
      expect(errors.map(({ extensions: { code } }) => code)).toEqual(['FORBIDDEN']);
    }
    expectPayload(await challenge(app, ben.token, throwId));
    const voided = expectPayload((await execute(app, admin.token, voidThrow, { throwId })).voidThrow);
    expect(voided.throw).toMatchObject({
      status: 'VOIDED',
      receipt: null,
      challenge: { upheld: null },
      cup: { standing: true },
    });
    expect(expectPayload((await execute(app, admin.token, voidThrow, { throwId })).voidThrow)).toEqual(voided);
    const log = await logOf(app, ada.token, game.id);
    expect(only(log, 'ThrowSettled')).toMatchObject([{ status: 'VOIDED', throwerScore: 0, challengerScore: 0 }]);
    expect(only(log, 'PlayerPenalised')).toEqual([]);
    await ballInFlight(app, ada.token, game.id, cupOf(ben));
    expectError((await execute(app, admin.token, voidThrow, { throwId: unknownThrow })).voidThrow, 'NotFoundError');
  });

  it('leaves a throw that is over as it is', async () => {
    const { throwId } = await ballAtBen();
    const admin = await seedPlayer(app, ['admin']);
    clock.advance(15_000);
    const { throw: ball } = expectPayload((await execute(app, admin.token, voidThrow, { throwId })).voidThrow);
    expect(ball).toMatchObject({ status: 'LANDED', cup: { standing: false } });
  });
});
