import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { join, seedGroup } from '../group/groupOf.ts';
import { cupOf, gameOf } from './gameOf.ts';
import { socketsClosed } from './socketsClosed.ts';
import { atOnce } from './tally.ts';

const calls = gql(`
  subscription GameCalls($after: String) {
    myEvents(after: $after) {
      __typename seq
      ... on ThrowAgainstYou { gameId throwId cupId challengeBy thrower { id handle } }
      ... on ChallengeAgainstYou { gameId throwId answerBy challenger { id handle } }
    }
  }`);

const polledCalls = gql(`
  query GamePolledCalls($after: String) {
    me {
      events(first: 200, after: $after) {
        edges { cursor node { __typename seq ... on ThrowAgainstYou { throwId } ... on ChallengeAgainstYou { throwId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

/** Everything on somebody's own stream. */
async function callsOf(app: App, { token }: TestPlayer) {
  const seen = [];
  for (let after: string | null = null, more = true; more;) {
    const answer: Awaited<ReturnType<typeof read>> = await read(app, token, after);
    const { edges, pageInfo } = answer;
    seen.push(...edges.map(({ node }) => node));
    [after, more] = [pageInfo.endCursor ?? after, pageInfo.hasNextPage];
  }
  return seen;
}

async function read(app: App, token: string, after: string | null) {
  const { me } = await execute(app, token, polledCalls, after === null ? {} : { after });
  if (!me) throw new Error('The token is nobody’s');
  return me.events;
}

const thrownAt = <Event extends { __typename: string }>(events: readonly Event[]) =>
  events.filter(({ __typename }) => __typename === 'ThrowAgainstYou');

it('a throw is told to the owner of the cup, and a challenge to the thrower, live', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const { id: gameId, players } = await seedGame(app);
  const [ada, ben] = players;
  const adas = subscribe(connect(beside, ada.token), calls, {});
  const bens = subscribe(connect(beside, ben.token), calls, {});
  const nonce = randomUUID();
  const thrownAtTime = new Date(app.services.clock.now()).toISOString();
  const details = { nonce, thrownAt: thrownAtTime };
  const { throw: ball } = await ballInFlight(app, ada.token, gameId, cupOf(ben), details);
  const told = (await bens.next()).myEvents;
  expect(told).toEqual({
    __typename: 'ThrowAgainstYou',
    seq: 1,
    gameId,
    throwId: ball.id,
    cupId: cupOf(ben),
    challengeBy: ball.challengeBy,
    thrower: { id: ada.id, handle: ada.handle },
  });
  // The same throw again, and one that is rejected, call upon nobody.
  await ballInFlight(app, ada.token, gameId, cupOf(ben), details);
  expectPayload(await throwAt(app, ada.token, gameId, cupOf(ben)));
  const challenged = await execute(beside, ben.token, harness.challengeThrow, { throwId: ball.id });
  const { answerBy } = expectPayload(challenged.challengeThrow).challenge;
  expect((await adas.next()).myEvents).toEqual({
    __typename: 'ChallengeAgainstYou',
    seq: 1,
    gameId,
    throwId: ball.id,
    answerBy,
    challenger: { id: ben.id, handle: ben.handle },
  });
  expect(await callsOf(app, ben)).toHaveLength(1);
  expect(await callsOf(app, ada)).toHaveLength(1);
  await Promise.all([adas.stop(), bens.stop()]);
  await socketsClosed(beside);
});

it('one that meets a throw whose window is over is told of behind what that one scores', async () => {
  const clock = new ManualClock();
  // No worker: whatever is due is settled by the throw that comes.
  const app = await startApp({ clock, env: { ROLE: 'http,live' } });
  const { id: gameId, players } = await seedGame(app);
  const [ada, ben] = players;
  await ballInFlight(app, ada.token, gameId, cupOf(ben));
  await ballInFlight(app, ben.token, gameId, cupOf(ada));
  clock.advance(15_001);
  const { throw: next } = await ballInFlight(app, ada.token, gameId, cupOf(ben, 1));
  expect(await callsOf(app, ben)).toMatchObject([
    { __typename: 'ThrowAgainstYou', seq: 1 },
    { __typename: 'ThrowAgainstYou', seq: 2, throwId: next.id },
  ]);
  const { game } = await execute(app, ada.token, harness.gameState, { id: gameId });
  expect(game?.players.map(({ score }) => score)).toEqual([10, 10]);
});

it('people who throw at each other in many games, in groups, while levels rise, are each told of every throw once', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const node = (index: number) => (index % 2 === 0 ? app : beside);
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const { inviteCode, id: groupId } = await seedGroup(app);
  for (const person of people) await join(app, person, { groupId });
  expect(inviteCode).not.toBe('');
  const service = await seedService(app, ['progress:write']);
  const games = await atOnce(12, (index) => gameOf(node(index), people, { challengeSeconds: 1 }));
  const raise = `mutation ($userId: ID!, $eventId: String!) {
    recordProgress(input: { userId: $userId, levels: 1, eventId: $eventId }) { __typename }
  }`;
  const throws = await Promise.all([
    ...games.flatMap(({ id }, index) =>
      people.map(async (person, seat) => {
        const game = games[index];
        const [own, other] = [game?.players[seat], game?.players[1 - seat]];
        if (!own || !other) throw new Error('There is nobody');
        const thrown: string[] = [];
        for (const position of [0, 1, 2]) {
          const { throw: ball } = await ballInFlight(node(index + seat), person.token, id, cupOf(other, position));
          thrown.push(ball.id);
          if (position === 2) break;
          const landed = async () =>
            (await execute(app, own.token, harness.throwState, { id: ball.id })).node as { status?: string } | null;
          await eventually('A landing', landed, (state) => state?.status !== 'IN_FLIGHT');
        }
        return thrown;
      }),
    ),
    ...Array.from({ length: 24 }, async (_, index) => {
      const variables = { userId: people[index % 2]?.id, eventId: `rise-${index}` };
      await execute(node(index), service.token, raise, variables);
      return [];
    }),
  ]);
  const [ada, ben] = people;
  const toldOf = async (person: TestPlayer) =>
    thrownAt(await callsOf(app, person)).map((event) => 'throwId' in event && event.throwId);
  const all = [...(await toldOf(ada)), ...(await toldOf(ben))];
  expect(new Set(all)).toEqual(new Set(throws.flat()));
  expect(all).toHaveLength(throws.flat().length);
  for (const one of [app, beside]) {
    expect(await countOf(one, 'cupbearer_transaction_retries_total', { why: 'deadlock' })).toBe(0);
  }
});
