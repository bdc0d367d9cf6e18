import { getDefaultHighWaterMark } from 'node:stream';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { seedGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { wideEvents } from './documents.ts';
import { appendUnannounced } from './logRows.ts';
import { serveSockets } from './socketServer.ts';

/** More than two ends of a connection hold: what the kernel does not take stays with the server. */
const events = 20_000;
const width = 2_000;
/** Longer than anything here takes on a busy machine. */
const patience = 120_000;

/** A game with a long history, and a subscriber on a socket that reads only what it is told to. */
async function longStory(times: Parameters<typeof serveSockets>[1]) {
  const app = await startApp();
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  await appendUnannounced(app, gameId, events, { width });
  const server = await serveSockets(app, times);
  let socket: WebSocket | undefined;
  const client = connect(server, token, { on: { opened: (opened: unknown) => (socket = opened as WebSocket) } });
  const stream = subscribe(client, wideEvents, { gameId });
  const first = await stream.next();
  socket?.pause();
  return { server, gameId, token, stream, first: first.gameEvents, socket: () => socket };
}

it('who stops reading costs no more memory than a socket buffers, holds nobody up, and has missed nothing on going on', async () => {
  const { server, gameId, token, stream, first, socket } = await longStory({ pingMs: patience, slowLookMs: patience });
  const [connection] = server.connections;
  // Both ends' buffers are full once nothing leaves any more.
  await eventually(
    'A standstill',
    () => connection?.writableLength ?? 0,
    (waiting) => waiting > 0,
  );
  const other = subscribe(connect(server, token), wideEvents, { gameId });
  let most = 0;
  for (let seq = 1; seq <= events; seq += 1) {
    expect((await other.next()).gameEvents.seq).toBe(seq);
    most = Math.max(most, connection?.writableLength ?? 0);
  }
  await other.stop();
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(getDefaultHighWaterMark(false) + width + 1_000);
  socket()?.resume();
  expect(first.seq).toBe(1);
  for (let seq = 2; seq <= events + 3; seq += 1) expect((await stream.next()).gameEvents.seq).toBe(seq);
  await stream.stop();
});

it('who reads nothing for long is cut off, and resumes without a gap', async () => {
  const { server, gameId, token, stream, first, socket } = await longStory({ slowLookMs: 200, closeMs: 200 });
  const cuts = async () => (await server.metrics.live.closes.get()).values.map(({ labels }) => labels.code);
  expect(await eventually('The cut', cuts, (codes) => codes.length > 0)).toEqual([1006]);
  socket()?.resume();
  let last = first;
  const readOn = async () => {
    for (;;) {
      const { gameEvents: event } = await stream.next();
      expect(event.seq).toBe(last.seq + 1);
      last = event;
    }
  };
  await expect(readOn()).rejects.toMatchObject({ code: 1006 });
  expect(last.seq).toBeLessThan(events);
  const again = subscribe(connect(server, token), wideEvents, { gameId, after: last.cursor });
  for (const seq of [1, 2, 3]) expect((await again.next()).gameEvents.seq).toBe(last.seq + seq);
  await again.stop();
});

it('who reads slowly, and reads, is left alone', async () => {
  const { server, stream, socket } = await longStory({ slowLookMs: 600 });
  const [connection] = server.connections;
  const full = () => (connection?.writableLength ?? 0) > 0;
  await eventually('A standstill', full, Boolean);
  let sipped = 0;
  const sips = setInterval(() => {
    sipped += 1;
    socket()?.resume();
    setImmediate(() => socket()?.pause());
  }, 20);
  const from = performance.now();
  await eventually(
    'Five looks',
    () => performance.now() - from,
    (ms) => ms > 3_000,
  );
  clearInterval(sips);
  expect(sipped).toBeGreaterThan(10);
  expect((await server.metrics.live.closes.get()).values).toEqual([]);
  socket()?.resume();
  await stream.take(5_000);
  await stream.stop();
});
