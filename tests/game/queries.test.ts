import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { startApp } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { cupOf, gameOf, lobbyOf } from './gameOf.ts';

const deepRead = gql(`
  query GameDeepRead {
    openGames(first: 20) {
      edges {
        node {
          id cursor status host { id handle } winner { id } settings { maxPlayers }
          players { seat user { id handle level cursor } cups { id standing owner { id } } }
        }
      }
    }
  }`);

const deepThrows = gql(`
  query GameDeepThrows($id: ID!) {
    game(id: $id) {
      throws(first: 100) {
        edges {
          node {
            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }
            challenge { upheld challenger { handle } throw { id } } hops { name }
          }
        }
      }
    }
  }`);

const throwPages = gql(`
  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    game(id: $id) {
      throws(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { id } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`);

const openPages = gql(`
  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {
    openGames(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id status } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`);

const myPages = gql(`
  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {
    myGames(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id status } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`);

/** People are asked for once, or twice when their batches part: it depends on which of two answers comes first. */
describe('a deep read', () => {
  it('of lobbies takes no more statements for twenty than for one', async () => {
    const app = await startApp();
    const { token } = await seedPlayer(app);
    const read = () => execute(app, token, deepRead);
    const openLobby = async () => {
      const [host, ...others] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
      await lobbyOf(app, [host, ...others]);
    };
    await openLobby();
    const forOne = await statementsOf(app, read);
    for (let games = 1; games < 20; games += 1) await openLobby();
    const { openGames } = await read();
    expect(openGames.edges).toHaveLength(20);
    expect(new Set(openGames.edges.flatMap(({ node }) => node.players.map(({ user }) => user.id))).size).toBe(60);
    for (const statements of [forOne, await statementsOf(app, read)]) expect(statements).toBeLessThanOrEqual(7);
  });

  it('of throws takes no more statements for ten than for one', async () => {
    const app = await startApp();
    const { id, players } = await seedGame(app, { challengesPerPlayer: 10, cupsPerPlayer: 10 });
    const [ada, ben] = players;
    const landAnother = async (position: number) => {
      const { throw: ball, answerKey } = await ballInFlight(app, ada.token, id, cupOf(ben, position));
      await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
      await execute(app, ada.token, documents.answerChallenge, { throwId: ball.id, secret: answerKey ?? '' });
    };
    const read = () => execute(app, ben.token, deepThrows, { id });
    await landAnother(0);
    const forOne = await statementsOf(app, read);
    for (let position = 1; position < 10; position += 1) await landAnother(position);
    const throws = (await read()).game?.throws.edges ?? [];
    expect(throws).toHaveLength(10);
    expect(throws.every(({ node }) => node.receipt && node.challenge?.throw.id === node.id)).toBe(true);
    for (const statements of [forOne, await statementsOf(app, read)]) expect(statements).toBeLessThanOrEqual(8);
  });
});

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
interface PageAsked {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** Walks a connection of seven there and back in pages of three, and holds it against what it should list. */
async function expectWalk(page: (asked: PageAsked) => Promise<Page | undefined>, expected: string[]): Promise<void> {
  const ask = async (asked: PageAsked) => {
    const answer = await page(asked);
    if (!answer) throw new Error('There is no such list');
    const { startCursor, endCursor } = answer.pageInfo;
    expect([startCursor, endCursor]).toEqual([answer.edges[0]?.cursor ?? null, answer.edges.at(-1)?.cursor ?? null]);
    return { ids: answer.edges.map(({ node }) => node.id), ...answer.pageInfo };
  };
  const forward = [await ask({ first: 3 })];
  for (let at = forward[0]; at?.hasNextPage; at = forward.at(-1)) {
    forward.push(await ask({ first: 3, after: at.endCursor ?? '' }));
  }
  expect(forward.map(({ ids }) => ids)).toEqual([expected.slice(0, 3), expected.slice(3, 6), expected.slice(6)]);
  expect(forward.map(({ hasPreviousPage }) => hasPreviousPage)).toEqual([false, true, true]);
  const backward = [await ask({ last: 3 })];
  for (let at = backward[0]; at?.hasPreviousPage; at = backward.at(-1)) {
    backward.push(await ask({ last: 3, before: at.startCursor ?? '' }));
  }
  expect(backward.map(({ ids }) => ids)).toEqual([expected.slice(4), expected.slice(1, 4), expected.slice(0, 1)]);
  expect((await ask({})).ids).toEqual(expected);
  expect((await ask({ first: 0 })).ids).toEqual([]);
}

describe('pages', () => {
  it('of openGames list lobbies, the newest first', async () => {
    const app = await startApp();
    const host = await seedPlayer(app);
    const lobbies: string[] = [];
    for (let games = 0; games < 7; games += 1) lobbies.unshift(await lobbyOf(app, [host]));
    await seedGame(app);
    await expectWalk(async (asked) => (await execute(app, host.token, openPages, asked)).openGames, lobbies);
  });

  it('of myGames list the games one has or had a seat in, the newest first', async () => {
    const app = await startApp();
    const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
    const games = [await lobbyOf(app, [ben, ada])];
    for (let more = 0; more < 5; more += 1) games.unshift((await gameOf(app, [ada, ben])).id);
    await execute(app, ada.token, documents.leaveGame, { gameId: games[0] ?? '' });
    games.unshift(await lobbyOf(app, [ada]));
    await lobbyOf(app, [ben]);
    await expectWalk(async (asked) => (await execute(app, ada.token, myPages, asked)).myGames, games);
  });

  it('of throws list them in the order they were decided', async () => {
    const app = await startApp();
    const { id, players } = await seedGame(app);
    const [ada] = players;
    const throws: string[] = [];
    for (let balls = 0; balls < 7; balls += 1) {
      throws.push(expectPayload(await throwAt(app, ada.token, id, cupOf(ada))).throw.id);
    }
    const page = async (asked: PageAsked) => (await execute(app, ada.token, throwPages, { id, ...asked })).game?.throws;
    await expectWalk(page, throws);
  });

  it('are BAD_USER_INPUT by a malformed cursor or beyond 200', async () => {
    const app = await startApp();
    const { id, players } = await seedGame(app);
    const [{ token }] = players;
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const asked: PageAsked[] = [
      { first: 201 },
      { last: 201 },
      { first: -1 },
      { first: 2 ** 31 },
      { first: 1, last: 1 },
      ...['', 'x', '{}', cursor([]), cursor(['x']), cursor([randomUUID(), 1]), cursor({ id: randomUUID() })].flatMap(
        (after): PageAsked[] => [
          { first: 1, after },
          { last: 1, before: after },
        ],
      ),
    ];
    for (const variables of asked) {
      const answers = await Promise.all([
        send(app, token, openPages, variables),
        send(app, token, myPages, variables),
        send(app, token, throwPages, { id, ...variables }),
      ]);
      for (const { errors } of answers) {
        expect(
          errors.map(({ extensions: { code } }) => code),
          JSON.stringify(variables),
        ).toEqual(['BAD_USER_INPUT']);
      }
    }
    expect((await execute(app, token, openPages, { first: 200 })).openGames.edges).toEqual([]);
  });
});
