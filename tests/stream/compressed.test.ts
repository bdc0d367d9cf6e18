import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startApp, type App } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import { seedGame } from '../harness/seed.ts';
import { wideEvents } from './documents.ts';
import { appendUnannounced } from './logRows.ts';

/** Appended to those that a started game has. */
const events = 20;
const begun = 3;
/** Of each event. */
const width = 20_000;

/** All events of a game over a bare socket, how many bytes they came in, and what was agreed on. */
async function received(app: App, token: string, gameId: string, offered: boolean | { serverMaxWindowBits: number }) {
  const url = `${app.url.replace('http', 'ws')}/graphql`;
  const webSocket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: offered });
  onTestFinished(() => webSocket.terminate());
  const connection = once(webSocket, 'upgrade').then(([{ socket }]) => socket as Socket);
  await once(webSocket, 'open');
  const { bytesRead: before } = await connection;
  const got: unknown[] = [];
  const all = Promise.withResolvers<void>();
  webSocket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data)) as { type: string; payload: unknown };
    if (type === 'connection_ack') {
      const operation = { query: wideEvents.toString(), variables: { gameId } };
      webSocket.send(JSON.stringify({ id: 'é"1', type: 'subscribe', payload: operation }));
    } else if (type === 'next') got.push(payload);
    if (got.length === begun + events) all.resolve();
  });
  webSocket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await within(10_000, 'All events', all.promise);
  return { got, bytes: (await connection).bytesRead - before, extensions: webSocket.extensions };
}

it('events go compressed to sockets that offer it, where the node is set to, and say the same', async () => {
  const app = await startApp({ env: { COMPRESS_EVENTS: 'true' } });
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  await appendUnannounced(app, gameId, events, { width });
  const [plain, compressed] = [await received(app, token, gameId, false), await received(app, token, gameId, true)];
  expect(plain.extensions).toBe('');
  expect(compressed.extensions).toBe('permessage-deflate');
  expect(JSON.stringify(compressed.got) === JSON.stringify(plain.got)).toBe(true);
  expect(plain.bytes).toBeGreaterThan(events * width);
  expect(compressed.bytes).toBeLessThan(plain.bytes / 10);
});

it('nothing is compressed where the node is not', async () => {
  const app = await startApp();
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  await appendUnannounced(app, gameId, events, { width });
  const { extensions, bytes } = await received(app, token, gameId, true);
  expect(extensions).toBe('');
  expect(bytes).toBeGreaterThan(events * width);
});

it('a client that could not read what all get gets it as it is', async () => {
  const app = await startApp({ env: { COMPRESS_EVENTS: 'true' } });
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  await appendUnannounced(app, gameId, events, { width });
  const { extensions, got } = await received(app, token, gameId, { serverMaxWindowBits: 9 });
  expect(extensions).toBe('');
  expect(got).toHaveLength(begun + events);
});
