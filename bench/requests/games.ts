import pLimit from 'p-limit';
import pg from 'pg';
import { defaultSettings } from '../../rules/gameSettings.ts';
import { GraphQLClient } from '../graphqlClient.ts';
import type { Shot } from './operations.ts';

const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;
const joinGame = `mutation($id: ID!) { joinGame(input: { gameId: $id }) { ... on JoinGamePayload { game { id } } } }`;
const startGame = `mutation($id: ID!) { startGame(input: { gameId: $id }) { ... on StartGamePayload { game { players { cups { id } } } } } }`;
/** Windows outlast every measurement: what is measured is throws, not what becomes of them. */
const many = { maxPlayers: 8, cupsPerPlayer: 2, challengeSeconds: 120 };
const atOnce = 16;

/** What is read: a game by the default settings. */
export async function openUsualGame(port: number, tokens: readonly string[]): Promise<string> {
  const client = new GraphQLClient(`http://127.0.0.1:${port}`);
  try {
    return (await openGame(client, tokens.slice(0, defaultSettings.maxPlayers), {})).id;
  } finally {
    client.close();
  }
}

/** Balls that can be thrown, so many at least: one by everyone in each of many games, neighbours in the list in different ones. */
export async function openShots(port: number, tokens: readonly string[], balls: number): Promise<Shot[]> {
  const client = new GraphQLClient(`http://127.0.0.1:${port}`);
  const limit = pLimit(atOnce);
  const { maxPlayers: seats } = many;
  const shotsOf = async (number: number): Promise<Shot[]> => {
    const table = Array.from({ length: seats }, (_, seat) => tokens[(number * seats + seat) % tokens.length] ?? '');
    const { id: gameId, players } = await openGame(client, table, many);
    return table.map((token, seat) => ({ token, gameId, cupId: players[(seat + 1) % seats]?.cups[0]?.id ?? '' }));
  };
  try {
    const games = Array.from({ length: Math.ceil(balls / seats) }, (_, number) => limit(() => shotsOf(number)));
    const shots = await Promise.all(games);
    return Array.from({ length: seats }, (_, seat) => shots.flatMap((those) => those[seat] ?? [])).flat();
  } finally {
    client.close();
  }
}

interface Game {
  id: string;
  players: { cups: { id: string }[] }[];
}

async function openGame(client: GraphQLClient, table: readonly string[], settings: object): Promise<Game> {
  const [host = '', ...others] = table;
  const made = await client.send<{ createGame: { game: Pick<Game, 'id'> } }>(host, createGame, { input: settings });
  const { id } = made.createGame.game;
  for (const token of others) await client.send(token, joinGame, { id });
  const started = await client.send<{ startGame: { game: Game } }>(host, startGame, { id });
  return { ...started.startGame.game, id };
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
