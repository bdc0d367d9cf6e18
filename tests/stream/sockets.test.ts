import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { bareEvents, serverTime } from './documents.ts';
import { appendUnannounced } from './logRows.ts';
import { refusal } from './refusal.ts';
import { serveSockets } from './socketServer.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Nothing on the node follows anything any more. */
async function expectQuiet(app: App): Promise<void> {
  const standing = async () => ({
    streams: await countOf(app, 'cupbearer_streams_followed', {}),
    subscriptions: await countOf(app, 'cupbearer_subscriptions', {}),
  });
  await eventually('Quiet', standing, ({ streams, subscriptions }) => streams === 0 && subscriptions === 0);
}

function bareSocket(url: string, options = {}): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
  onTestFinished(() => socket.terminate());
  return socket;
}

it('without a token what is public can be asked for, and streams are UNAUTHENTICATED', async () => {
  const { id: gameId } = await seedGame(app);
  const client = connect(app, null);
  const { serverTime: now } = await subscribe(client, serverTime).next();
  expect(Date.parse(now)).toBeCloseTo(app.services.clock.now(), -4);
  expect(await refusal(client, bareEvents, { gameId })).toEqual(['UNAUTHENTICATED']);
  expect(await refusal(client, documents.throwHops, { throwId: gameId.replace('Game', 'Throw') })).toEqual([
    'UNAUTHENTICATED',
  ]);
  await expectQuiet(app);
});

it.each([
  ['is none', 'garbage'],
  ['is empty', ''],
  ['is of another server', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.AAAA'],
])('a token that %s closes the socket with 4403', async (_, token) => {
  const client = connect(app, null, { connectionParams: { authorization: `Bearer ${token}` } });
  expect(await refusal(client, serverTime)).toEqual([4403]);
});

it('queries and mutations work over the socket, and what they change streams over it', async () => {
  const { token, handle } = await seedPlayer(app);
  const client = connect(app, token);
  expect(await subscribe(client, documents.me).rest()).toMatchObject([{ me: { handle } }]);
  const [created] = await subscribe(client, documents.createGame, { input: {} }).rest();
  const { game } = expectPayload(created?.createGame ?? { __typename: 'nothing' });
  const events = subscribe(client, bareEvents, { gameId: game.id });
  expect((await events.next()).gameEvents).toMatchObject({ __typename: 'PlayerJoined', seq: 1 });
  await subscribe(client, documents.leaveGame, { gameId: game.id }).rest();
  expect((await events.take(2)).map(({ gameEvents: { seq } }) => seq)).toEqual([2, 3]);
  await events.stop();
});

it('a connection_init that does not come in time closes the socket with 4408', async () => {
  const { url } = await serveSockets(app, { initMs: 50 });
  const [code] = await within(5_000, 'The close', once(bareSocket(url), 'close'));
  expect(code).toBe(4408);
});

it('an operation before the acknowledgement closes the socket with 4401', async () => {
  const socket = bareSocket(app.url);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ serverTime }' } }));
  const [code] = await within(5_000, 'The close', once(socket, 'close'));
  expect(code).toBe(4401);
});

it('the server pings, and cuts off who does not answer', async () => {
  const { url } = await serveSockets(app, { pingMs: 60 });
  const alive = bareSocket(url);
  const dead = bareSocket(url, { autoPong: false });
  const closed = once(dead, 'close');
  for (let ping = 0; ping < 3; ping += 1) await within(5_000, 'A ping', once(alive, 'ping'));
  const [code] = await within(5_000, 'The end of the dead', closed);
  expect(code).toBe(1006);
  expect(alive.readyState).toBe(WebSocket.OPEN);
});

it('two hundred subscriptions that come and go, in whatever way, leave nothing', async () => {
  const app = await startApp({ env: { LIMITS: 'subscriptionsPerSocket=500,messagesPerSocket=5000/1' } });
  const { id: gameId, players } = await seedGame(app);
  const [{ token }] = players;
  const [calm, abrupt] = [connect(app, token), connect(app, token)];
  await Promise.all([subscribe(calm, serverTime).rest(), subscribe(abrupt, serverTime).rest()]);
  const streams = Array.from({ length: 200 }, () => subscribe(calm, bareEvents, { gameId }));
  for (const [index, stream] of streams.entries()) {
    // Some have had everything, some the first event, some nothing when they leave.
    await stream.take(index % 4);
    await stream.stop();
  }
  await expectQuiet(app);
  for (let count = 0; count < 200; count += 1)
    void subscribe(abrupt, bareEvents, { gameId })
      .next()
      .catch(() => undefined);
  await subscribe(abrupt, serverTime).rest();
  abrupt.terminate();
  await expectQuiet(app);
  const events = subscribe(calm, bareEvents, { gameId });
  await events.take(3);
  expect(await countOf(app, 'cupbearer_streams_followed', {})).toBe(1);
  expect(await countOf(app, 'cupbearer_subscriptions', {})).toBe(1);
  await events.stop();
  await expectQuiet(app);
});

it('an event this node can’t read ends the subscriptions that meet it, and nothing else on the socket', async () => {
  const [one, other] = await Promise.all([seedGame(app), seedGame(app)]);
  const { token } = one.players[0];
  const client = connect(app, token);
  const fails = subscribe(client, bareEvents, { gameId: one.id });
  const goesOn = subscribe(client, bareEvents, { gameId: other.id });
  const last = (await fails.take(3)).at(-1);
  await goesOn.take(3);
  await appendUnannounced(app, one.id, 1);
  await appendUnannounced(app, one.id, 1, { type: 'CupsSwapped' });
  expect((await fails.next()).gameEvents).toMatchObject({ seq: 4 });
  await expect(fails.next()).rejects.toMatchObject([{ extensions: { code: 'RESUME_ELSEWHERE' } }]);
  expect(await refusal(client, bareEvents, { gameId: one.id, after: last?.gameEvents.cursor ?? null })).toEqual([]);
  await execute(app, token, documents.leaveGame, { gameId: other.id }).catch(() => undefined);
  expectPayload((await execute(app, other.players[0].token, documents.leaveGame, { gameId: other.id })).leaveGame);
  expect((await goesOn.next()).gameEvents).toMatchObject({ seq: 4, __typename: 'PlayerLeft' });
  await goesOn.stop();
  await expectQuiet(app);
});
