import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { GraphQLClient } from './graphqlClient.ts';

const seats = 8;
const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;
const joinGame = `mutation($id: ID!) { joinGame(input: { gameId: $id }) { ... on JoinGamePayload { game { players { cups { id } } } } } }`;
const startGame = `mutation($id: ID!) { startGame(input: { gameId: $id }) { ... on StartGamePayload { game { players { cups { id } } } } } }`;
const throwBall = `mutation($input: ThrowBallInput!) { throwBall(input: $input) { ... on ThrowBallPayload { throw { status } } } }`;

export interface LatenessOptions {
  url: string;
  /** At least eight: they all sit in every game. */
  people: readonly string[];
  windows: number;
  /** How long the windows are open; they are opened, and so close, over this time. */
  spreadSeconds: number;
}

/** Opens windows at an even rate and leaves them alone; resolves when the last must have closed. */
export async function openWindows({ url, people, windows, spreadSeconds }: LatenessOptions): Promise<void> {
  const client = new GraphQLClient(url);
  const limit = pLimit(8);
  const games = Math.ceil(windows / seats);
  const table = people.slice(0, seats);
  const [host = '', ...others] = table;
  const input = { maxPlayers: seats, cupsPerPlayer: 2, challengeSeconds: spreadSeconds };
  const tables = await Promise.all(
    Array.from({ length: games }, () =>
      limit(async () => {
        const { createGame: made } = await client.send<{ createGame: { game: { id: string } } }>(host, createGame, {
          input,
        });
        const { id } = made.game;
        for (const token of others) await client.send(token, joinGame, { id });
        type Started = { startGame: { game: { players: { cups: { id: string }[] }[] } } };
        const { startGame: started } = await client.send<Started>(host, startGame, { id });
        return { id, cups: started.game.players.map(({ cups }) => cups[0]?.id ?? '') };
      }),
    ),
  );
  const begin = performance.now();
  await Promise.all(
    tables.flatMap(({ id, cups }, game) =>
      table.map(async (token, seat) => {
        const due = begin + ((game * seats + seat) / (games * seats)) * spreadSeconds * 1000;
        await sleep(Math.max(0, due - performance.now()));
        const details = { gameId: id, cupId: cups[(seat + 1) % seats], nonce: randomUUID(), thrownAt: new Date() };
        const { throwBall: thrown } = await client.send<{ throwBall: { throw: { status: string } } }>(
          token,
          throwBall,
          {
            input: details,
          },
        );
        if (thrown.throw.status !== 'IN_FLIGHT') throw new Error(`A throw is ${thrown.throw.status}`);
      }),
    ),
  );
  await sleep(spreadSeconds * 1000 + 2_000);
  client.close();
}

/** The bucket, in milliseconds, within which that share of the windows was settled, out of the node's metrics. */
export async function latenessWithin(url: string, share: number): Promise<{ ms: number; windows: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const name = 'cupbearer_deadline_lateness_milliseconds';
  const buckets = [...text.matchAll(new RegExp(`^${name}_bucket\\{le="([^"]+)",kind="THROW"\\} (\\d+)$`, 'gm'))];
  const windows = Number(buckets.at(-1)?.[2] ?? 0);
  const bucket = buckets.find(([, , count]) => Number(count) >= windows * share);
  return { ms: Number(bucket?.[1]), windows };
}
