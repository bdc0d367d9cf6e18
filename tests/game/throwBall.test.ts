import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ThrowBallInput } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { logOf, only, steps } from './gameLog.ts';
import { cupOf, gameOf } from './gameOf.ts';
import { attempt, type Attempt } from './rejectionCases.ts';
import { seal } from './seal.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Where throws have to be sealed. */
let strict: App;
onOneNode({ env: { REQUIRE_SEALED_THROWS: 'true' } }, (opened) => void (strict = opened));

/** Whose clock stands. */
let still: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (still = opened));

const good = { cupId: `Cup:${randomUUID()}`, nonce: 'nonce-of-12', thrownAt: '2026-11-21T12:00:00.000Z' };
const badInputs: { wrong: string; input: Partial<ThrowBallInput>; fields: string[] }[] = [
  { wrong: 'nothing to aim at', input: {}, fields: ['cupId'] },
  { wrong: 'both ways at once', input: { ...good, sealed: 'x' }, fields: ['cupId'] },
  { wrong: 'no nonce', input: { ...good, nonce: null }, fields: ['nonce'] },
  { wrong: 'too short a nonce', input: { ...good, nonce: '7 chars' }, fields: ['nonce'] },
  { wrong: 'too long a nonce', input: { ...good, nonce: 'n'.repeat(129) }, fields: ['nonce'] },
  { wrong: 'a nonce beyond ASCII', input: { ...good, nonce: 'nonce-ümlaut' }, fields: ['nonce'] },
  { wrong: 'no time', input: { ...good, thrownAt: null }, fields: ['thrownAt'] },
  { wrong: 'a cup alone', input: { cupId: good.cupId }, fields: ['nonce', 'thrownAt'] },
  { wrong: 'a padded commitment', input: { ...good, commitment: `${'A'.repeat(43)}=` }, fields: ['commitment'] },
  { wrong: 'a commitment in hex', input: { ...good, commitment: 'a'.repeat(64) }, fields: ['commitment'] },
  { wrong: 'an empty commitment', input: { ...good, commitment: '' }, fields: ['commitment'] },
];

describe('input', () => {
  it('names every field that is wrong', async () => {
    const { id: gameId, players } = await seedGame(app);
    for (const { wrong, input, fields } of badInputs) {
      const { throwBall } = await execute(app, players[0].token, documents.throwBall, { input: { gameId, ...input } });
      const error = expectError(throwBall, 'InvalidInputError');
      expect(
        error.fields.map(({ field }) => field),
        wrong,
      ).toEqual(fields);
    }
    expect(await logOf(app, players[0].token, gameId)).toHaveLength(3);
  });

  it('answers NotFoundError for an unknown game, in the clear and sealed', async () => {
    const { token } = await seedPlayer(app);
    const gameId = `Game:${randomUUID()}`;
    expectError(await throwAt(app, token, gameId, `Cup:${randomUUID()}`), 'NotFoundError');
    const { throwBall } = await execute(app, token, documents.throwBall, { input: { gameId, sealed: 'x' } });
    expectError(throwBall, 'NotFoundError');
  });

  it('is refused without a token, and is no throw then', async () => {
    const { id, players } = await seedGame(app);
    const { errors } = await send(app, null, documents.throwBall, { input: attempt(app, id, cupOf(players[1])) });
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['UNAUTHENTICATED']);
    expect(await logOf(app, players[0].token, id)).toHaveLength(3);
  });

  it('takes thrower’s clocks that are exactly 15 seconds off, and calls the oldest and newest STALE', async () => {
    const app = still;
    const { id, players } = await seedGame(app, { maxPlayers: 3 });
    const [ada, ben] = players;
    const at = (ms: number) => ({ thrownAt: new Date(clock.now() + ms).toISOString() });
    await ballInFlight(app, ada.token, id, cupOf(ben), at(15_000));
    await ballInFlight(app, ben.token, id, cupOf(ada), at(-15_000));
    for (const thrownAt of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']) {
      const { throw: ball } = expectPayload(await throwAt(app, ada.token, id, cupOf(ben, 1), { thrownAt }));
      expect(ball.rejectedFor, thrownAt).toBe('STALE');
    }
  });
});

describe('a nonce', () => {
  it('is each thrower’s own', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const nonce = randomUUID();
    await ballInFlight(app, ada.token, id, cupOf(ben), { nonce });
    await ballInFlight(app, ben.token, id, cupOf(ada), { nonce });
  });

  it('costs the penalty for each other thing it is used for, and once for each', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const nonce = randomUUID();
    const { throw: first } = await ballInFlight(app, ada.token, id, cupOf(ben), { nonce });
    for (const position of [1, 2, 1, 2]) {
      const { throw: ball } = expectPayload(await throwAt(app, ada.token, id, cupOf(ben, position), { nonce }));
      expect(ball.rejectedFor).toBe('REPLAYED');
    }
    const penalties = only(await logOf(app, ada.token, id), 'PlayerPenalised');
    expect(penalties.map(({ score }) => score)).toEqual([-10, -20]);
    const { throw: same } = expectPayload(await throwAt(app, ada.token, id, cupOf(ben), { nonce }));
    expect(same.id).toBe(first.id);
  });

  it('is REPLAYED also where throws in the clear are refused', async () => {
    const app = strict;
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const nonce = randomUUID();
    const refusals: (string | null)[] = [];
    for (const position of [0, 1]) {
      const { throw: ball } = expectPayload(await throwAt(app, ada.token, id, cupOf(ben, position), { nonce }));
      refusals.push(ball.rejectedFor);
    }
    expect(refusals).toEqual(['SEAL_REQUIRED', 'REPLAYED']);
  });
});

describe('sealed', () => {
  it.each([
    ['a global id', (id: string) => id],
    ['a bare id', (id: string) => id.replace('User:', '')],
  ])('flies once opened, with %s for its sub, and again sealed it is the same throw', async (_name, sub) => {
    const app = strict;
    const { id: gameId, players } = await seedGame(app);
    const [ada, ben] = players;
    const { nonce, thrownAt } = attempt(app, gameId, cupOf(ben));
    const content = { gameId, cupId: cupOf(ben), nonce, thrownAt, sub: sub(ada.id) };
    const thrown = async (input: Attempt) =>
      expectPayload((await execute(app, ada.token, documents.throwBall, { input })).throwBall);
    const { throw: ball, answerKey } = await thrown({ gameId, sealed: await seal(app, content) });
    expect(ball).toMatchObject({ status: 'IN_FLIGHT', cup: { id: cupOf(ben) } });
    expect(steps(ball.hops).slice(1)).toEqual([
      'AUTHENTICATED PASSED',
      'OPENED PASSED',
      'FRESH PASSED',
      'PERMITTED PASSED',
      'IN_FLIGHT WAITING',
    ]);
    const again = await thrown({ gameId, sealed: await seal(app, content) });
    expect(again).toEqual({ __typename: 'ThrowBallPayload', throw: ball, answerKey });
  });

  it('is UNREADABLE in every game it is thrown at', async () => {
    const people = [await seedPlayer(app), await seedPlayer(app)] as const;
    for (const { id: gameId } of [await gameOf(app, people), await gameOf(app, people)]) {
      const input = { gameId, sealed: 'the same nonsense' };
      const { throwBall } = await execute(app, people[0].token, documents.throwBall, { input });
      expect(expectPayload(throwBall).throw.rejectedFor).toBe('UNREADABLE');
    }
  });
});

describe('a commitment of the thrower’s own', () => {
  it('is answered with the secret that only they know', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const secret = 'only Ada knows this';
    const commitment = createHash('sha256').update(secret).digest('base64url');
    const { throw: ball, answerKey } = await ballInFlight(app, ada.token, id, cupOf(ben), { commitment });
    expect(answerKey).toBeNull();
    await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
    const { answerChallenge } = await execute(app, ada.token, documents.answerChallenge, { throwId: ball.id, secret });
    expect(expectPayload(answerChallenge).throw).toMatchObject({ status: 'LANDED', challenge: { upheld: false } });
  });
});

it('gives the same answer key on a retry until the throw settles', async () => {
  const app = still;
  const { id, players } = await seedGame(app);
  const [ada, ben] = players;
  const input = attempt(app, id, cupOf(ben));
  const thrown = async () => expectPayload((await execute(app, ada.token, documents.throwBall, { input })).throwBall);
  const first = await thrown();
  await execute(app, ben.token, documents.challengeThrow, { throwId: first.throw.id });
  const challenged = await thrown();
  expect(challenged).toMatchObject({ answerKey: first.answerKey, throw: { id: first.throw.id, status: 'CHALLENGED' } });
  await execute(app, ada.token, documents.answerChallenge, { throwId: first.throw.id, secret: first.answerKey ?? '' });
  expect(await thrown()).toMatchObject({ answerKey: null, throw: { id: first.throw.id, status: 'LANDED' } });
});
