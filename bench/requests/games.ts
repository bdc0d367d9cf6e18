import pLimit from 'p-limit';
import pg from 'pg';
import { GraphQLClient } from '../graphqlClient.ts';
import { cupsPerPlayer, type Shot } from './operations.ts';

const seats = 8;
const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;
const joinGame = `mutation($id: ID!) { joinGame(input: { gameId: $id }) { ... on JoinGamePayload { game { id } } } }`;
const startGame = `mutation($id: ID!) { startGame(input: { gameId: $id }) { ... on StartGamePayload { game { players { cups { id } } } } } }`;
/** Windows outlast every measurement: what is measured is throws, not what becomes of them. */
const input = { maxPlayers: seats, cupsPerPlayer, challengeSeconds: 120 };
const atOnce = 16;

/** Balls that can be thrown, so many at least: one by everyone in each of many games, neighbours in the list in different ones. */
export async function openGames(port: number, tokens: readonly string[], balls: number): Promise<Shot[]> {
  const client = new GraphQLClient(`http://127.0.0.1:${port}`);
  const limit = pLimit(atOnce);
  try {
    const games = await Promise.all(
      Array.from({ length: Math.ceil(balls / seats) }, (_, index) => limit(() => openGame(client, tokens, index))),
    );
    return Array.from({ length: seats }, (_, seat) => games.flatMap((shots) => shots[seat] ?? [])).flat();
  } finally {
    client.close();
  }
}

async function openGame(client: GraphQLClient, tokens: readonly string[], index: number): Promise<Shot[]> {
  const table = Array.from({ length: seats }, (_, seat) => tokens[(index * seats + seat) % tokens.length] ?? '');
  const [host = '', ...others] = table;
  const made = await client.send<{ createGame: { game: { id: string } } }>(host, createGame, { input });
  const { id } = made.createGame.game;
  for (const token of others) await client.send(token, joinGame, { id });
  type Started = { startGame: { game: { players: { cups: { id: string }[] }[] } } };
  const { game } = (await client.send<Started>(host, startGame, { id })).startGame;
  return table.map((token, seat) => {
    const [cup] = game.players[(seat + 1) % seats]?.cups ?? [];
    if (!cup) throw new Error(`Game ${id} has no cup to aim at`);
    return { token, gameId: id, cupId: cup.id };
  });
}

/** Takes all balls out of the air, as if they had never been thrown. */
export async function takeBack(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('truncate throw cascade');
    await client.query('delete from deadline where game_id is not null');
  } finally {
    await client.end();
  }
}
