import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildSchema, OperationTypeNode } from 'graphql';
import pLimit from 'p-limit';
import { expect, inject, it } from 'vitest';
import { rateLimits } from '../../server/limits.ts';
import { type App, countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { loggedOf } from '../harness/testLog.ts';
import { codesIn, faultsOf, resultFaults, resultsOf } from './random/answerFaults.ts';
import { ask, askOverSocket } from './random/ask.ts';
import { type Dice, diceOf } from './random/dice.ts';
import { makeWorld, type Sender, type World } from './random/ground.ts';
import { aimedRequest, randomOperation, randomRequest, type RandomRequest } from './random/randomRequests.ts';
import { Tally } from './random/tally.ts';
import { request } from './request.ts';

/** With Redis, which has no part in how they are answered, fewer. */
const posted = inject('redisUrl') ? 2_500 : 10_000;
const overSockets = 500;
/** So often, at most, a field of a root that none of them was answered for is asked for by itself. The hardest takes sixty. */
const mostAimed = 1_000;
const atOnce = 16;
/** After so many the world is made anew: its games have ended, its sessions were signed out of. */
const worldLasts = 500;
/** On a machine that does much else. */
const timeout = 600_000;
/** What a run that failed had, or another each time. */
const seed = Number(process.env['RANDOM_DOCUMENTS_SEED'] ?? randomInt(2 ** 31));
/** Of sockets whose token is none, or has been signed out of. */
const expectedCloses = new Set<number | undefined>([undefined, 4403, 4412]);

const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
/** Rates are tested elsewhere; here they would hide what is behind them. */
const LIMITS = Object.keys(rateLimits)
  .map((name) => `${name}=10000000/1`)
  .join(',');

/** Nobody is written to, but for the links there is a bot. */
const bot = {
  TELEGRAM_BOT_TOKEN: '123456789:AAE-a-token-of-no-bot',
  TELEGRAM_BOT_NAME: 'cupbearer_test_bot',
  TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
};

it(`${posted} random documents are answered or refused, whatever they hold`, { timeout }, async () => {
  const app = await startApp({ env: { LIMITS, ...bot } });
  const tally = new Tally(schema, seed);
  const send = async (which: string, request: RandomRequest, world: World) => {
    const { sender: first, document, ...asked } = request;
    // What this one may not ask, others may.
    for (const sender of [first, ...world.admins, ...world.services]) {
      const { authorization } = sender;
      const answer = await ask(app, asked, authorization);
      const faults = faultsOf(answer);
      if (faults.length > 0)
        return tally.wrong(which, faults, { ...asked, authorization }, answer, loggedOf(app, answer));
      const results = resultsOf(answer.type, answer.text);
      tally.answered(document, results);
      await comeBack(sender, results);
      if (!codesIn(results).includes('FORBIDDEN')) return;
    }
  };
  const now = () => app.services.clock.now();
  await sendAll(app, posted, (index, dice, world) =>
    send(`No. ${index}`, randomRequest(schema, world, dice, now()), world),
  );
  // Which these are hangs on what came first of what was sent at once; what each is asked hangs on the seed alone.
  for (const field of tally.unanswered) {
    const world = await makeWorld(app);
    for (const [index, dice] of diceOf(seedOf(field), mostAimed).entries()) {
      await send(`${field}, no. ${index}`, aimedRequest(schema, world, dice, now(), field), world);
      if (!tally.unanswered.includes(field)) break;
    }
  }
  tally.expectNoFaults();
  tally.expectMuchAnswered();
  await expectQuiet(app);
});

it(`${overSockets} more are over sockets, where no more than a bad token closes one`, { timeout }, async () => {
  const app = await startApp({ env: { LIMITS, ...bot } });
  const tally = new Tally(schema, seed);
  await sendAll(app, overSockets, async (index, dice, world) => {
    const kind = dice.chance(40) ? OperationTypeNode.SUBSCRIPTION : undefined;
    const asked = randomOperation(schema, world, dice, app.services.clock.now(), kind);
    const { document, sender, parameters } = asked;
    const { authorization } = sender;
    const { results, closedWith } = await askOverSocket(app, asked);
    const faults = results.flatMap(resultFaults);
    if (!expectedCloses.has(closedWith)) faults.push(`closed with ${closedWith}`);
    if (faults.length > 0)
      return tally.wrong(`No. ${index}`, faults, { ...parameters, authorization }, results, loggedOf(app, results));
    tally.answered(document, results);
    await (closedWith === undefined ? comeBack(sender, results) : sender.signInAgain?.());
  });
  tally.expectNoFaults();
  await expectQuiet(app);
});

/** Sends one document for each of the dice, some at once, in a world that does not get too old. */
async function sendAll(app: App, count: number, send: (index: number, dice: Dice, world: World) => Promise<void>) {
  const dice = diceOf(seed, count);
  const limit = pLimit(atOnce);
  for (let from = 0; from < count; from += worldLasts) {
    const world = await makeWorld(app);
    const turns = dice.slice(from, from + worldLasts);
    await Promise.all(turns.map((its, offset) => limit(() => send(from + offset, its, world))));
  }
}

/** For each field dice of its own. */
function seedOf(field: string): number {
  return [...field].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed);
}

/** Signing out is among what is sent; whoever was signed out comes back. */
async function comeBack({ signInAgain }: Sender, results: readonly unknown[]): Promise<void> {
  if (codesIn(results).includes('UNAUTHENTICATED')) await signInAgain?.();
}

/** The server is as it was before: ready, and nothing of all that was asked goes on. */
async function expectQuiet(app: App): Promise<void> {
  const { pool } = app.services;
  for (const gauge of ['cupbearer_subscriptions', 'cupbearer_sockets', 'cupbearer_streams_followed']) {
    await eventually(
      `${gauge} at zero`,
      () => countOf(app, gauge, {}),
      (count) => count === 0,
    );
  }
  await eventually(
    'An idle pool',
    () => pool.totalCount - pool.idleCount + pool.waitingCount,
    (busy) => busy === 0,
  );
  for (const code of ['INTERNAL_SERVER_ERROR', 'RATE_LIMITED']) {
    expect(await countOf(app, 'cupbearer_errors_total', { code }), code).toBe(0);
  }
  expect((await request(app, '/readyz')).status).toBe(200);
  expect((await request(app, '/graphql?query={__typename}')).body).toEqual({ data: { __typename: 'Query' } });
}
