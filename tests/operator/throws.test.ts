import { afterAll, beforeAll, expect, it } from 'vitest';
import { logOf, only } from '../game/gameLog.ts';
import { cupOf, gameOf } from '../game/gameOf.ts';
import { openApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ballInFlight, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import * as documents from './documents.ts';

const clock = new ShiftedClock();
let app: App & { close(): Promise<void> };
let other: App & { close(): Promise<void> };
let admin: TestPlayer;
beforeAll(async () => {
  app = await openApp({ clock });
  other = await openApp({ clock, beside: app });
  admin = await seedPlayer(app, ['admin']);
});
afterAll(async () => {
  await other.close();
  await app.close();
});

async function flight() {
  const game = await gameOf(app, [await seedPlayer(app), await seedPlayer(app)], { challengeSeconds: 15 });
  const [ada, ben] = game.players;
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, cupOf(ben));
  return { game, ada, ben, throwId: ball.id };
}

async function voidIt(node: App, throwId: string, reason = 'The table was shaken.') {
  return (await execute(node, admin.token, documents.voidThrow, { throwId, reason })).voidThrow;
}

async function deedsTo(subject: string) {
  const { operations } = await execute(app, admin.token, documents.auditLog, { subject });
  return operations.auditLog.edges.map(({ node }) => node);
}

it('a voided throw says why: its event to everyone, its last hop to the thrower, the log to admins', async () => {
  const { game, ada, ben, throwId } = await flight();
  const voided = expectPayload(await voidIt(other, throwId, '  The table was shaken. '));
  expect(voided.throw).toMatchObject({ status: 'VOIDED', receipt: null });
  expect(expectPayload(await voidIt(app, throwId, 'Again.'))).toEqual(voided);
  const { challengeThrow } = await execute(app, ben.token, harness.challengeThrow, { throwId });
  expect(expectError(challengeThrow, 'ChallengeWindowClosedError')).toMatchObject({
    challengeBy: null,
    message: 'This throw was voided, so there is nothing to challenge.',
  });
  const settled = `query Settled($id: ID!) { game(id: $id) { events { edges { node { ... on ThrowSettled { voidReason hops { detail } } } } } } }`;
  const seen = async (token: string) =>
    JSON.stringify(await execute<unknown, object>(app, token, settled, { id: game.id }));
  expect(await seen(ada.token)).toContain('"voidReason":"The table was shaken."');
  expect(await seen(ada.token)).toContain('An operator voided the throw: The table was shaken.');
  expect(await seen(ben.token)).toContain('"voidReason":"The table was shaken."');
  expect(await seen(ben.token)).not.toContain('An operator');
  const [deed, ...more] = await deedsTo(throwId);
  expect(more).toEqual([]);
  expect(deed).toMatchObject({
    action: 'voidThrow',
    user: { id: admin.id },
    reason: 'The table was shaken.',
    details: [{ name: 'game', value: game.id }],
  });
  for (const reason of ['', 'x'.repeat(501)]) expectError(await voidIt(app, throwId, reason), 'InvalidInputError');
});

it('of a void and a landing at once one wins: what is written down is what happened', async () => {
  const flights = await Promise.all(Array.from({ length: 12 }, () => flight()));
  const half = flights.slice(0, 6);
  const first = half.map(({ throwId }, index) => voidIt(index % 2 ? app : other, throwId));
  // The rest is voided as the windows close.
  clock.advance(15_000);
  const rest = flights.slice(6).map(({ throwId }, index) => voidIt(index % 2 ? app : other, throwId));
  for (const done of await Promise.all([...first, ...rest])) expectPayload(done);
  const landed: string[] = [];
  for (const { game, ada, throwId } of flights) {
    const state = () => execute(app, ada.token, harness.throwState, { id: throwId });
    const { node } = await eventually('The throw is settled', state, ({ node: seen }) =>
      Boolean(seen && 'settledAt' in seen && seen.settledAt),
    );
    if (node?.__typename !== 'Throw') throw new Error('The throw is gone');
    const [settled, ...more] = only(await logOf(app, ada.token, game.id), 'ThrowSettled');
    expect(more).toEqual([]);
    expect(settled?.status).toBe(node.status);
    expect(node.receipt === null).toBe(node.status === 'VOIDED');
    expect(await deedsTo(throwId)).toHaveLength(node.status === 'VOIDED' ? 1 : 0);
    if (node.status === 'LANDED') landed.push(throwId);
  }
  // Whatever is voided past its window has landed.
  expect(landed.length).toBeGreaterThanOrEqual(6);
});

it('a void whose entry cannot be written voids nothing', async () => {
  const { ada, throwId } = await flight();
  const { pool } = app.services;
  await pool.query(`alter table audit_entry add constraint none_for_now check (action <> 'voidThrow') not valid`);
  try {
    await expect(voidIt(app, throwId)).rejects.toThrow(/INTERNAL_SERVER_ERROR/);
  } finally {
    await pool.query('alter table audit_entry drop constraint none_for_now');
  }
  const { node } = await execute(app, ada.token, harness.throwState, { id: throwId });
  expect(node).toMatchObject({ status: 'IN_FLIGHT', settledAt: null });
  expect(await deedsTo(throwId)).toEqual([]);
  expectPayload(await voidIt(app, throwId));
});
