import { connect as openTcp, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer } from '../../server/start.ts';
import { type App, openApp, startApp } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { seedGame, seedPlayer } from '../harness/seed.ts';
import { post, request } from './request.ts';

/** A stop waits for nothing but what it has to; far less than the grace that requests under way have. */
const promptMs = 5_000;
const alone = 'how one node stops';
const signUp = { query: 'mutation { signUp(input: { handle: "ada", password: "12345678" }) { __typename } }' };

/** Holds sign-ups at their password until let go. */
function heldSignUps({ services }: App) {
  const arrived = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const { hash } = services.passwords;
  services.passwords.hash = async (password) => {
    arrived.resolve();
    await held.promise;
    return hash(password);
  };
  return { arrived: within(10_000, 'The sign-up', arrived.promise), letGo: () => held.resolve() };
}

/** A bare connection, to say what no client would. */
function tcp(app: App): { socket: Socket; heard(text: string): Promise<string>; ended: Promise<void> } {
  const { hostname, port } = new URL(app.url);
  const socket = openTcp(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let text = '';
  const ended = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  socket.on('error', () => undefined);
  socket.on('close', () => ended.resolve());
  socket.on('data', (data) => {
    text += String(data);
    for (const look of listeners) look();
  });
  return {
    socket,
    ended: ended.promise,
    heard: (wanted) =>
      new Promise((resolve) => {
        const look = () => (text.includes(wanted) ? resolve(text) : undefined);
        listeners.add(look);
        look();
      }),
  };
}

it('lets a request under way finish, and waits for no connection after it', async () => {
  const app = await startApp({ alone });
  const { arrived, letGo } = heldSignUps(app);
  const answer = post(app, signUp);
  await arrived;
  const stopped = app.stop();
  await expect(request(app, '/healthz')).rejects.toThrow();
  letGo();
  expect(await answer).toMatchObject({ status: 200, body: { data: { signUp: { __typename: 'SignUpPayload' } } } });
  await within(2_500, 'The stop', stopped);
});

it.each(['http,live,worker', 'http'])(
  'as %s is not ready from the moment it begins to stop, but alive',
  async (ROLE) => {
    const app = await startApp({ env: { ROLE } });
    const { arrived, letGo } = heldSignUps(app);
    const answer = post(app, signUp);
    await arrived;
    const probes = ['/readyz', '/healthz'].map((path) => {
      const probe = tcp(app);
      probe.socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n`);
      return probe;
    });
    // Begun before the stop, though nothing says when the server has read that much: another request does.
    await request(app, '/healthz');
    const stopped = app.stop();
    for (const { socket } of probes) socket.write('Connection: close\r\n\r\n');
    const [ready, health] = await Promise.all(probes.map(({ heard }) => within(promptMs, 'The answer', heard('}'))));
    expect(ready).toMatch(/^HTTP\/1\.1 503 /);
    expect(ready).toContain('{"ready":false,"checks":{"database":"up"');
    expect(health).toMatch(/^HTTP\/1\.1 200 /);
    letGo();
    await answer;
    await within(promptMs, 'The stop', stopped);
  },
);

it('closes sockets with 1001', async () => {
  const app = await openApp({ alone });
  const sockets = [1, 2].map(() => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = Promise.withResolvers<string>();
    socket.on('close', (code, reason) => closed.resolve(`${code} ${String(reason)}`));
    return { opened: new Promise((resolve) => socket.once('open', resolve)), closed: closed.promise };
  });
  await Promise.all(sockets.map(({ opened }) => opened));
  await within(promptMs, 'The stop', app.stop());
  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(Array(2).fill('1001 The server is stopping.'));
  await app.close();
});

it('does not wait for a socket that hears nothing', async () => {
  const app = await openApp({ alone });
  const { socket, heard, ended } = tcp(app);
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  const secrets = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n';
  socket.write(`GET /graphql HTTP/1.1\r\nHost: x\r\n${upgrade}${secrets}\r\n`);
  await within(promptMs, 'The upgrade', heard('101 Switching Protocols'));
  await within(promptMs, 'The stop', app.stop());
  await within(promptMs, 'The end of the connection', ended);
  await app.close();
});

it('does not wait for a connection on which nothing was asked, as browsers open them ahead', async () => {
  const app = await openApp({ alone });
  const { socket, ended } = tcp(app);
  await within(promptMs, 'The connection', new Promise((resolve) => socket.once('connect', resolve)));
  // Another's request tells that the server knows of the first.
  await request(app, '/healthz');
  await within(promptMs, 'The stop', app.stop());
  await within(promptMs, 'The end of the connection', ended);
  await app.close();
});

it.each(['/graphql/stream', '/graphql'])(
  'ends event streams of %s without saying that they are complete',
  async (path) => {
    const app = await startApp({ alone });
    const game = await seedGame(app);
    const { token } = game.players[0];
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: documents.gameEvents.toString(), variables: { gameId: game.id } }),
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events: string[] = [];
    const ended = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    void (async () => {
      try {
        for await (const chunk of response.body ?? []) {
          events.push(Buffer.from(chunk).toString());
          if (events.join('').includes('GameStarted')) started.resolve();
        }
      } finally {
        ended.resolve();
      }
    })().catch(() => undefined);
    await within(promptMs, 'The first events', started.promise);
    await within(promptMs, 'The stop', app.stop());
    await within(promptMs, 'The end of the stream', ended.promise);
    // Who hears `complete` does not come back; who is cut off resumes by cursor.
    expect(events.join('')).not.toContain('event: complete');
  },
);

it('stops once, however often it is asked', async () => {
  const app = await startApp({ alone });
  const [first, second] = [app.stop(), app.stop()];
  expect(second).toBe(first);
  await Promise.all([first, second, app.stop()]);
});

it('leaves all that the next start on the same database needs', async () => {
  const app = await openApp({ alone });
  const ada = await seedPlayer(app);
  await app.stop();
  const env = { NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://cupbearer.example.com', LOG_LEVEL: 'fatal' };
  const config = readConfig(env);
  const next = await startServer({ ...config, databaseUrl: app.databaseUrl }, makeLog(config));
  try {
    expect((await execute(next, ada.token, documents.me)).me?.id).toBe(ada.id);
  } finally {
    await next.stop();
  }
  await app.close();
});
