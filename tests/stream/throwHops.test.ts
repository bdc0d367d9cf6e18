import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { countOf, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt, type TestPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { refusal } from './refusal.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Whose clock stands until it is moved. */
let still: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (still = opened));

const flying = ['RECEIVED PASSED', 'AUTHENTICATED PASSED', 'FRESH PASSED', 'PERMITTED PASSED', 'IN_FLIGHT WAITING'];
const challenged = 'CHALLENGED WAITING';

/** Everything a subscriber is given until the stream of its own accord ends. */
async function hopsOf(app: App, { token }: TestPlayer, throwId: string): Promise<string[]> {
  const hops = await subscribe(connect(app, token), documents.throwHops, { throwId }).rest();
  return hops.map(({ throwHops: { name, outcome } }) => `${name} ${outcome}`);
}

async function flight(app: App) {
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  return {
    ada,
    ben,
    ball,
    async leave() {
      expectPayload((await execute(app, ben.token, documents.leaveGame, { gameId: game.id })).leaveGame);
    },
    async challenge() {
      expectPayload((await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id })).challengeThrow);
    },
    async answer(secret = answerKey ?? '') {
      const variables = { throwId: ball.id, secret };
      return expectPayload((await execute(app, ada.token, documents.answerChallenge, variables)).answerChallenge).throw;
    },
  };
}
type Flight = Awaited<ReturnType<typeof flight>>;

const endings: [
  what: string,
  play: (steps: Flight, clock: ManualClock, join: () => void) => Promise<unknown>,
  then: string[],
][] = [
  ['that nobody challenges', async (_, clock) => clock.advance(15_000), ['SETTLED PASSED']],
  [
    'whose challenge is answered',
    async ({ challenge, answer }, _clock, join) => {
      await challenge();
      join();
      await answer();
    },
    [challenged, 'ANSWERED PASSED', 'VERIFIED PASSED', 'SETTLED PASSED'],
  ],
  [
    'whose challenge is answered wrongly',
    async ({ challenge, answer }, _clock, join) => {
      await challenge();
      join();
      await answer('something else');
    },
    [challenged, 'ANSWERED PASSED', 'VERIFIED FAILED', 'SETTLED FAILED'],
  ],
  [
    'whose challenge lapses',
    async ({ challenge }, clock, join) => {
      await challenge();
      join();
      clock.advance(15_000);
    },
    [challenged, 'ANSWERED FAILED', 'SETTLED FAILED'],
  ],
  ['whose game ends', ({ leave }) => leave(), ['SETTLED FAILED']],
];

it.each(endings)('a throw %s: whoever joins, whenever, gets every hop once and then the end', async (_, play, then) => {
  const app = still;
  const steps = await flight(app);
  const watcher = await seedPlayer(app);
  const joined: Promise<string[]>[] = [];
  const join = () => void joined.push(...[steps.ada, steps.ben, watcher].map((who) => hopsOf(app, who, steps.ball.id)));
  join();
  const early = subscribe(connect(app, watcher.token), documents.throwHops, { throwId: steps.ball.id });
  await early.take(flying.length);
  await play(steps, clock, join);
  join();
  expect((await early.rest()).map(({ throwHops: { name, outcome } }) => `${name} ${outcome}`)).toEqual(then);
  join();
  for (const hops of await Promise.all(joined)) expect(hops).toEqual([...flying, ...then]);
  expect(joined.length).toBeGreaterThanOrEqual(9);
  await eventually(
    'No stream followed',
    () => countOf(app, 'cupbearer_streams_followed', {}),
    (streams) => streams === 0,
  );
});

it('a throw that was rejected completes at once, with the hop that failed', async () => {
  const game = await seedGame(app);
  const [ada] = game.players;
  const { throw: rejected } = expectPayload(await throwAt(app, ada.token, game.id, ada.cups[0] ?? ''));
  expect(rejected.status).toBe('REJECTED');
  const hops = await hopsOf(app, ada, rejected.id);
  expect(hops).toEqual(rejected.hops.map(({ name, outcome }) => `${name} ${outcome}`));
  expect(hops.at(-1)).toBe('PERMITTED FAILED');
});

it('hops of other throws of the game do not come', async () => {
  const app = still;
  const game = await seedGame(app);
  const [ada, ben] = game.players;
  const { throw: one } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  const hops = subscribe(connect(app, ben.token), documents.throwHops, { throwId: one.id });
  await hops.take(flying.length);
  await ballInFlight(app, ben.token, game.id, ada.cups[0] ?? '');
  expectPayload(await throwAt(app, ben.token, game.id, ben.cups[0] ?? ''));
  clock.advance(15_000);
  expect((await hops.rest()).map(({ throwHops: { name } }) => name)).toEqual(['SETTLED']);
});

it('remarks are the thrower’s alone, in what comes later too', async () => {
  const { ada, ben, ball, challenge, answer } = await flight(app);
  const [own, others] = [ada, ben].map(({ token }) =>
    subscribe(connect(app, token), documents.throwHops, { throwId: ball.id }),
  );
  await Promise.all([own?.take(flying.length), others?.take(flying.length)]);
  const again = subscribe(connect(app, ada.token), documents.throwHops, { throwId: ball.id });
  await challenge();
  await answer('something else');
  const [mine, theirs, all] = await Promise.all([own?.rest(), others?.rest(), again.rest()]);
  expect(mine?.length).toBe(theirs?.length);
  expect(theirs?.map(({ throwHops: { detail } }) => detail)).toEqual(theirs?.map(() => null));
  expect(all.some(({ throwHops: { detail } }) => detail !== null)).toBe(true);
});

it('times of hops are those of the throw, and never go back', async () => {
  const { ada, ball, challenge, answer } = await flight(app);
  const hops = subscribe(connect(app, ada.token), documents.throwHops, { throwId: ball.id });
  await challenge();
  const landed = await answer();
  expect(landed.status).toBe('LANDED');
  const streamed = (await hops.rest()).map(({ throwHops }) => throwHops);
  const { node } = await execute(app, ada.token, documents.throwState, { id: ball.id });
  expect(node?.__typename === 'Throw' && node.hops).toEqual(streamed);
  const times = streamed.map(({ at }) => Date.parse(at));
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

it.each([
  ['that there is not', `Throw:${randomUUID()}`],
  ['of another type', `Game:${randomUUID()}`],
  ['that is no id', 'throw'],
])('a throw %s is BAD_USER_INPUT', async (_, throwId) => {
  const { token } = await seedPlayer(app);
  expect(await refusal(connect(app, token), documents.throwHops, { throwId })).toEqual(['BAD_USER_INPUT']);
  await expect(countOf(app, 'cupbearer_streams_followed', {})).resolves.toBe(0);
});
