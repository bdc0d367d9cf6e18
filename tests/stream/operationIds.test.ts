import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type App, countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { seedGame } from '../harness/seed.ts';
import { bareEvents } from './documents.ts';
import { appendUnannounced } from './logRows.ts';

interface Message {
  type: string;
  id?: string;
  payload?: { data?: { gameEvents?: { seq: number } } };
}

/** A socket that has been acknowledged, all that came over it, and how to send several messages in one go. */
async function rawSocket(app: App, token: string) {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  const got: Message[] = [];
  socket.on('message', (data) => void got.push(JSON.parse(String(data)) as Message));
  await once(socket, 'open');
  const send = (...messages: object[]) => {
    for (const message of messages) socket.send(JSON.stringify(message));
  };
  send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  await eventually(
    'The acknowledgement',
    () => got.length,
    (count) => count === 1,
  );
  return { socket, got, send };
}

async function begun() {
  const app = await startApp();
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  const subscribe = { id: '1', type: 'subscribe', payload: { query: bareEvents.toString(), variables: { gameId } } };
  return { app, gameId, token, subscribe, complete: { id: '1', type: 'complete' } };
}

const seqs = (got: readonly Message[]) => got.flatMap(({ payload }) => payload?.data?.gameEvents?.seq ?? []);
const underWay = async (app: App) => [
  await countOf(app, 'cupbearer_subscriptions', {}),
  await countOf(app, 'cupbearer_streams_followed', {}),
];

it('an id may be used again as soon as its operation is completed', async () => {
  const { app, token, subscribe, complete } = await begun();
  const { got, send } = await rawSocket(app, token);
  send(subscribe);
  await eventually('The events', () => seqs(got), (all) => all.length === 3); // prettier-ignore
  send(complete, subscribe);
  expect(await eventually('All of them again', () => seqs(got), (all) => all.length === 6)).toEqual([1, 2, 3, 1, 2, 3]); // prettier-ignore
  expect(got.filter(({ type }) => type === 'complete')).toEqual([]);
});

it('an operation that is begun and completed again and again in one go leaves one, and nothing behind it', async () => {
  const { app, gameId, token, subscribe, complete } = await begun();
  const { socket, got, send } = await rawSocket(app, token);
  const pairs = Array.from({ length: 30 }, () => [subscribe, complete]).flat();
  send(...pairs, subscribe);
  // Two more events come, each once, to the last of them alone.
  await eventually('The first events', () => seqs(got), (all) => all.includes(3)); // prettier-ignore
  await appendUnannounced(app, gameId, 1);
  await eventually('One more', () => seqs(got), (all) => all.includes(4)); // prettier-ignore
  await appendUnannounced(app, gameId, 1);
  const all = await eventually('And one', () => seqs(got), (seen) => seen.includes(5)); // prettier-ignore
  expect(all.filter((seq) => seq > 3)).toEqual([4, 5]);
  expect(await underWay(app)).toEqual([1, 1]);
  socket.terminate();
  await eventually('Nothing', () => underWay(app), (counts) => counts.every((count) => count === 0)); // prettier-ignore
});

it('the same id twice at once closes the socket with 4409', async () => {
  const { app, token, subscribe } = await begun();
  const { socket, send } = await rawSocket(app, token);
  const closed = once(socket, 'close');
  send(subscribe, subscribe);
  expect((await closed)[0]).toBe(4409);
});
