import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { GraphQLClient } from '../graphqlClient.ts';
import { makePeople } from '../soak/people.ts';
import type { Board, User } from './traffic.ts';

const createServiceToken = `mutation($input: CreateServiceTokenInput!) { createServiceToken(input: $input) { ... on CreateServiceTokenPayload { token } } }`;
const createScoreboard = `mutation($input: CreateScoreboardInput!) { createScoreboard(input: $input) { ... on CreateScoreboardPayload { scoreboard { id key } } } }`;
const submitScores = `mutation($input: SubmitScoresInput!) { submitScores(input: $input) { ... on SubmitScoresPayload { accepted } } }`;
const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;

const boards = 10;
const lobbies = 20;
const lifeMs = 4 * 3_600_000;
const prefix = 'user';

/** Users, each with a place on one of a few boards, a service that scores for them, and some lobbies to look at. */
export async function makeUsers(
  { databaseUrl, url }: { databaseUrl: string; url: string },
  count: number,
): Promise<{ users: User[]; service: string }> {
  const tokens = await makePeople(databaseUrl, count, lifeMs, { prefix });
  const [admin = ''] = await makePeople(databaseUrl, 1, lifeMs, { prefix: 'admin', roles: ['admin'] });
  const ids = await idsOf(databaseUrl);
  const client = new GraphQLClient(url);
  try {
    const service = await serviceToken(client, admin);
    const made = await makeBoards(client, service);
    const users = tokens.map((token, number): User => {
      const board = made[number % made.length];
      const id = ids.get(`${prefix}-${number}`);
      if (!board || !id) throw new Error(`${prefix}-${number} is missing`);
      return { token, id: `User:${id}`, board };
    });
    await firstScores(client, service, users);
    const input = { maxPlayers: 2 };
    for (const { token } of users.slice(0, lobbies)) await client.send(token, createGame, { input });
    return { users, service };
  } finally {
    client.close();
  }
}

async function idsOf(databaseUrl: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ handle: string; id: string }>('select handle, id from users');
    return new Map(rows.map(({ handle, id }) => [handle, id]));
  } finally {
    await client.end();
  }
}

async function serviceToken(client: GraphQLClient, admin: string): Promise<string> {
  const input = { name: 'load', scopes: ['scores:write'] };
  const made = await client.send<{ createServiceToken: { token: string } }>(admin, createServiceToken, { input });
  return made.createServiceToken.token;
}

async function makeBoards(client: GraphQLClient, service: string): Promise<Board[]> {
  const made: Board[] = [];
  for (let number = 1; number <= boards; number += 1) {
    const input = { key: `load-${number}`, title: `Load ${number}` };
    type Made = { createScoreboard: { scoreboard: Board } };
    made.push((await client.send<Made>(service, createScoreboard, { input })).createScoreboard.scoreboard);
  }
  return made;
}

async function firstScores(client: GraphQLClient, service: string, users: readonly User[]): Promise<void> {
  for (const [scoreboardKey, those] of Map.groupBy(users, ({ board }) => board.key)) {
    const scores = those.map(({ id: userId }, index) => ({ userId, points: index, idempotencyKey: randomUUID() }));
    await client.send(service, submitScores, { input: { scoreboardKey, scores } });
  }
}
