import { expect, it } from 'vitest';
import type { HopName } from '../gql/graphql.ts';
import { gql } from '../gql/gql.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, throwAt } from '../harness/seed.ts';
import { logOf, only, steps } from './gameLog.ts';
import { cupOf } from './gameOf.ts';
import { rejectionCases } from './rejectionCases.ts';

const rejectedThrows = gql(`
  query GameRejectedThrows($id: ID!) {
    game(id: $id) {
      players { score sittingOutUntil user { id } }
      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }
    }
  }`);

const clock = new ManualClock();
let shared: App;
onOneNode({ clock }, (app) => void (shared = app));

/** The hops before each that can fail, as a throw that fails there has them. */
const passedBefore: Partial<Record<HopName, string[]>> = {
  OPENED: ['RECEIVED PASSED', 'AUTHENTICATED PASSED'],
  FRESH: ['RECEIVED PASSED', 'AUTHENTICATED PASSED'],
  PERMITTED: ['RECEIVED PASSED', 'AUTHENTICATED PASSED', 'FRESH PASSED'],
};

it.each(rejectionCases)('$rejection ($because): recorded with its hops, and the same on a retry', async (rejected) => {
  const { rejection, at, env, penalty, arrange } = rejected;
  const app = env ? await startApp({ env, clock }) : shared;
  const { thrower, input } = await arrange(app);
  const before = await logOf(app, thrower.token, input.gameId);

  const { throwBall } = await execute(app, thrower.token, documents.throwBall, { input });
  const { throw: ball, answerKey } = expectPayload(throwBall);
  expect(ball).toMatchObject({ status: 'REJECTED', rejectedFor: rejection, challengeBy: null });
  expect(ball.settledAt).not.toBeNull();
  expect(answerKey).toBeNull();
  const hops = [...(passedBefore[at] ?? []), `${at} FAILED`];
  expect(steps(ball.hops)).toEqual(hops);
  expect(ball.hops.at(-1)?.detail).toBe(rejection);

  const events = (await logOf(app, thrower.token, input.gameId)).slice(before.length);
  const [event] = only(events, 'ThrowRejected');
  expect(event).toMatchObject({ throwId: ball.id, rejectedFor: rejection, cupId: ball.cup?.id ?? null });
  expect(steps(event?.hops ?? [])).toEqual(hops);
  expect(only(events, 'PlayerPenalised')).toMatchObject(
    penalty ? [{ player: { id: thrower.id }, points: -10, score: -10, because: rejection }] : [],
  );
  expect(events).toHaveLength(penalty ? 2 : 1);

  const again = expectPayload((await execute(app, thrower.token, documents.throwBall, { input })).throwBall);
  expect(again).toEqual({ __typename: 'ThrowBallPayload', throw: ball, answerKey: null });
  expect(await logOf(app, thrower.token, input.gameId)).toHaveLength(before.length + events.length);

  const { game } = await execute(app, thrower.token, rejectedThrows, { id: input.gameId });
  expect(game?.throws.edges[0]?.node).toMatchObject({ id: ball.id, status: 'REJECTED', rejectedFor: rejection });
  expect(steps(game?.throws.edges[0]?.node.hops ?? [])).toEqual(hops);
});

it('sits the forger out for one challenge window', async () => {
  const app = shared;
  const { id, players } = await seedGame(app, { challengeSeconds: 5 });
  const [ada, ben] = players;
  await execute(app, ada.token, documents.throwBall, { input: { gameId: id, sealed: 'x' } });
  const { game } = await execute(app, ada.token, documents.gameState, { id });
  expect(game?.players[0]?.sittingOutUntil).toBe(new Date(clock.now() + 5_000).toISOString());
  clock.advance(4_999);
  const early = expectPayload(await throwAt(app, ada.token, id, cupOf(ben)));
  expect(early.throw.rejectedFor).toBe('SITTING_OUT');
  clock.advance(1);
  await ballInFlight(app, ada.token, id, cupOf(ben));
});
