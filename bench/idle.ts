import { WebSocket } from 'ws';
import { GraphQLClient } from './graphqlClient.ts';

const createGame = `mutation { createGame { ... on CreateGamePayload { game { id } } } }`;
const query = 'subscription($id: ID!) { gameEvents(gameId: $id) { seq } }';

/** Resident memory of the node for each idle, authenticated subscriber of a few games, in bytes. */
export async function memoryPerSubscriber(url: string, people: readonly string[], count: number): Promise<number> {
  const client = new GraphQLClient(url);
  const games: string[] = [];
  for (const token of people.slice(0, 10)) {
    games.push((await client.send<{ createGame: { game: { id: string } } }>(token, createGame)).createGame.game.id);
  }
  client.close();
  const before = await resident(url);
  const sockets: WebSocket[] = [];
  for (let number = 0; number < count; number += 1) {
    const authorization = `Bearer ${people[number % people.length]}`;
    sockets.push(await subscribed(url, authorization, games[number % games.length] ?? ''));
  }
  const after = await resident(url);
  await Promise.all(
    sockets.map((socket) => {
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.close();
      return closed;
    }),
  );
  return (after - before) / count;
}

/** Resolves when the first event is there, and with it the subscription. */
function subscribed(url: string, authorization: string, id: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
    socket.on('message', (message) => {
      const { type } = JSON.parse(String(message)) as { type: string };
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id } } }));
      } else if (type === 'next') resolve(socket);
      else if (type === 'error') reject(new Error(String(message)));
    });
  });
}

async function resident(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^cupbearer_process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
