import { randomUUID } from 'node:crypto';
import { GraphQLClient } from './graphqlClient.ts';
import { throwCycles, type CycleResult } from './throwCycles.ts';

const seats = 8;
const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;
const joinGame = `mutation($id: ID!) { joinGame(input: { gameId: $id }) { ... on JoinGamePayload { game { id } } } }`;
const startGame = `mutation($id: ID!) { startGame(input: { gameId: $id }) { ... on StartGamePayload { game { players { cups { id } } } } } }`;
export const throwBall = `mutation($input: ThrowBallInput!) { throwBall(input: $input) { ... on ThrowBallPayload { throw { id status } } } }`;

export interface HotGameOptions {
  url: string;
  /** At least ten: eight fill the hot game, two play the other. */
  people: readonly string[];
  /** Mutations of the hot game that are always under way. */
  concurrent: number;
  seconds: number;
}

export interface HotGameResult {
  /** The other game alone, and beside the hot one. */
  alone: CycleResult;
  beside: CycleResult;
  hotMutationsPerSecond: number;
}

/** What one game feels while another gets far more throws at once than it can decide. */
export async function hotGame({ url, people, concurrent, seconds }: HotGameOptions): Promise<HotGameResult> {
  const [thrower = '', challenger = '', ...crowd] = people;
  const pairs = [{ thrower, challenger }];
  const alone = await throwCycles({ url, pairs, seconds });
  const client = new GraphQLClient(url, concurrent);
  const table = crowd.slice(0, seats);
  const cups = await openTable(client, table);
  const end = new AbortController();
  let decided = 0;
  const throwOn = async (index: number) => {
    for (let count = 0; !end.signal.aborted; count += 1) {
      const token = table[index % seats] ?? '';
      const cupId = cups.ids[(index + count) % cups.ids.length];
      const details = { gameId: cups.gameId, cupId, nonce: randomUUID(), thrownAt: new Date() };
      // Most are refused, as a ball of the same player is in flight: each is a mutation of the game all the same.
      await client.send(token, throwBall, { input: details });
      decided += 1;
    }
  };
  const crowding = Promise.all(Array.from({ length: concurrent }, (_, index) => throwOn(index)));
  const beside = await throwCycles({ url, pairs, seconds });
  const hotMutationsPerSecond = decided / seconds;
  end.abort();
  await crowding;
  client.close();
  return { alone, beside, hotMutationsPerSecond };
}

/** A game under way of those people, with all its cups. */
export async function openTable(
  client: GraphQLClient,
  table: readonly string[],
): Promise<{ gameId: string; ids: string[] }> {
  const [host = '', ...others] = table;
  const input = { maxPlayers: seats, cupsPerPlayer: 10, challengeSeconds: 120 };
  const made = await client.send<{ createGame: { game: { id: string } } }>(host, createGame, { input });
  const { id } = made.createGame.game;
  for (const token of others) await client.send(token, joinGame, { id });
  type Started = { startGame: { game: { players: { cups: { id: string }[] }[] } } };
  const { startGame: started } = await client.send<Started>(host, startGame, { id });
  return { gameId: id, ids: started.game.players.flatMap(({ cups }) => cups.map((cup) => cup.id)) };
}
