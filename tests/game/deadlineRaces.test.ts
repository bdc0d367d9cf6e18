import { expect, it } from 'vitest';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedPlayer, type TestGame } from '../harness/seed.ts';
import { logOf, only } from './gameLog.ts';
import { cupOf, gameOf } from './gameOf.ts';
import { atOnce, tally } from './tally.ts';

/** Games raced at once; the clocks move while their mutations are under way. */
const games = 30;
const windowMs = 15_000;

interface Race {
  app: App;
  other: App;
  node: (index: number) => App;
  /** The nodes' own clocks: they need not move together. */
  clocks: [ManualClock, ManualClock];
}

async function startRace(): Promise<Race> {
  const start = Date.now();
  const clocks: Race['clocks'] = [new ManualClock(start), new ManualClock(start)];
  // Few connections, so that requests wait for each other and the deadline falls among them.
  const env = { DATABASE_POOL_SIZE: '3' };
  const app = await startApp({ clock: clocks[0], env });
  const other = await startApp({ clock: clocks[1], env, beside: app });
  return { app, other, clocks, node: (index) => (index % 2 === 0 ? app : other) };
}

interface Flight {
  game: TestGame;
  throwId: string;
  answerKey: string;
}

/** A ball in the air in each of many games. Every third game has one cup a player, so that the ball decides it. */
async function ballsInFlight({ app, node }: Race): Promise<Flight[]> {
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  return atOnce(games, async (index) => {
    const game = await gameOf(node(index), people, { cupsPerPlayer: index % 3 === 0 ? 1 : 6 });
    const [ada, ben] = game.players;
    const { throw: ball, answerKey } = await ballInFlight(node(index), ada.token, game.id, cupOf(ben));
    return { game, throwId: ball.id, answerKey: answerKey ?? '' };
  });
}

/**
 * Acts on half of the flights at once; as soon as one is through, its node's deadlines pass, and the other half is acted
 * on in the same moment; the other node's clock follows after a few more.
 */
async function againstTheClock<Result>(
  { clocks }: Race,
  flights: readonly Flight[],
  act: (flight: Flight, index: number) => Promise<Result>,
): Promise<Result[]> {
  const half = flights.length / 2;
  const deadline = Promise.withResolvers<void>();
  let through = 0;
  const acted = async (flight: Flight, index: number) => {
    const result = await act(flight, index);
    through += 1;
    if (through === 1) {
      clocks[0].advance(windowMs);
      deadline.resolve();
    }
    if (through === 4) clocks[1].advance(windowMs);
    return result;
  };
  const early = flights.slice(0, half).map(acted);
  await deadline.promise;
  const late = flights.slice(half).map((flight, index) => acted(flight, half + index));
  return Promise.all([...early, ...late]);
}

/** The end of every flight, once there is one, held against the one ThrowSettled that says it. */
async function endings(app: App, flights: readonly Flight[]): Promise<(string | null)[]> {
  return Promise.all(
    flights.map(async ({ game, throwId }) => {
      const [{ token }] = game.players;
      const ask = async () => (await execute(app, token, documents.throwState, { id: throwId })).node;
      const ball = await eventually('A settled throw', ask, (node) => node?.__typename === 'Throw' && !!node.settledAt);
      const settled = only(await logOf(app, token, game.id), 'ThrowSettled');
      const status = ball?.__typename === 'Throw' ? ball.status : null;
      expect(settled.map((event) => `${event.throwId} ${event.status}`)).toEqual([`${throwId} ${status}`]);
      return status;
    }),
  );
}

it('either challenges a throw or lands it at its deadline, never both', async () => {
  const race = await startRace();
  const { app, node, clocks } = race;
  const flights = await ballsInFlight(race);
  const results = await againstTheClock(race, flights, async ({ game, throwId }, index) => {
    const { challengeThrow } = await execute(node(index), game.players[1].token, documents.challengeThrow, { throwId });
    return challengeThrow.__typename;
  });
  for (const clock of clocks) clock.advance(windowMs);
  const outcomes = (await endings(app, flights)).map((status, index) => `${results[index]} ${status}`);
  const counts = tally(outcomes);
  expect(Object.keys(counts).toSorted()).toEqual(['ChallengeThrowPayload LAPSED', 'ChallengeWindowClosedError LANDED']);
});

it('either takes an answer or lapses at its deadline, never both', async () => {
  const race = await startRace();
  const { app, node } = race;
  const flights = await ballsInFlight(race);
  await Promise.all(
    flights.map(async ({ game, throwId }) =>
      expectPayload((await execute(app, game.players[1].token, documents.challengeThrow, { throwId })).challengeThrow),
    ),
  );
  const results = await againstTheClock(race, flights, async ({ game, throwId, answerKey }, index) => {
    const [{ token }] = game.players;
    const input = { throwId, secret: answerKey };
    return (await execute(node(index), token, documents.answerChallenge, input)).answerChallenge.__typename;
  });
  const outcomes = (await endings(app, flights)).map((status, index) => `${results[index]} ${status}`);
  const counts = tally(outcomes);
  expect(Object.keys(counts).toSorted()).toEqual(['AnswerChallengePayload LANDED', 'AnswerWindowClosedError LAPSED']);
});

it('settles a throw once, whoever notices its deadline first', async () => {
  const race = await startRace();
  const { app, node, clocks } = race;
  const flights = await ballsInFlight(race);
  const challenged = flights.filter((_flight, index) => index % 2 === 0);
  await Promise.all(
    challenged.map(({ game, throwId }) => execute(app, game.players[1].token, documents.challengeThrow, { throwId })),
  );
  // Both deadline clocks, and a player who comes late, at once.
  for (const clock of clocks) clock.advance(windowMs);
  await Promise.all(
    flights.map(({ game, throwId }, index) =>
      execute(node(index), game.players[1].token, documents.challengeThrow, { throwId }),
    ),
  );
  const statuses = await endings(app, flights);
  expect(tally(statuses)).toEqual({ LAPSED: challenged.length, LANDED: flights.length - challenged.length });
  await eventually(
    'No deadline left',
    async () => (await app.services.pool.query('select from deadline where game_id is not null')).rowCount,
    (count) => count === 0,
  );
  expect(await countOf(app, 'cupbearer_sweep_settled_total', {})).toBe(0);
});
