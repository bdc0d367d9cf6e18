import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import * as harness from '../harness/documents.ts';
import { seedPlayer } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import * as documents from './documents.ts';
import { noSockets, openSocket } from './socketClose.ts';

let app: App;
let beside: App;
onTwoNodes({}, (...nodes) => void ([app, beside] = nodes));

const authorization = (token: string) => ({ authorization: `Bearer ${token}` });

async function guest(app: App) {
  const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input: {} });
  return expectPayload(playAsGuest).session;
}

describe('a session that ends', () => {
  it('by sign-out closes its sockets on every node, and its token is worth nothing there', async () => {
    const [mine, other] = [await guest(app), await guest(app)];
    const sockets = [app, beside].map((node) => openSocket(node, authorization(mine.accessToken)));
    const bystander = openSocket(beside, authorization(other.accessToken));
    for (const socket of [...sockets, bystander]) await socket.acknowledged();
    expectPayload((await execute(app, mine.accessToken, documents.signOut, {})).signOut);
    expect(await Promise.all(sockets.map((socket) => socket.closed()))).toEqual([4412, 4412]);
    for (const node of [app, beside]) {
      const { errors } = await send(node, mine.accessToken, harness.me);
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect((await execute(beside, other.accessToken, harness.me)).me).not.toBeNull();
    await bystander.close();
    await noSockets(app);
  });

  it('by a refresh token used twice closes its sockets', async () => {
    const { accessToken, refreshToken } = await guest(app);
    const socket = openSocket(app, authorization(accessToken));
    await socket.acknowledged();
    await execute(app, null, documents.refreshSession, { refreshToken });
    await execute(app, null, documents.refreshSession, { refreshToken });
    expect(await socket.closed()).toBe(4412);
    await noSockets(app);
  });

  it('is still over for a node that starts later', async () => {
    const { accessToken } = await guest(app);
    await execute(app, accessToken, documents.signOut, {});
    const later = await startApp({ beside: app });
    expect((await send(later, accessToken, harness.me)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a token inside a socket', () => {
  const connected = async (app: App, token: string) => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const heard = (type: string) =>
      new Promise<void>((resolve) => socket.on('message', (text) => String(text).includes(`"${type}"`) && resolve()));
    await new Promise((resolve) => socket.once('open', resolve));
    const acknowledged = heard('connection_ack');
    socket.send(JSON.stringify({ type: 'connection_init', payload: authorization(token) }));
    await acknowledged;
    return { socket, closed, heard };
  };
  const tokenOf = async (app: App, handle: { id: string; handle: string }, lifeMs: number) =>
    app.tokens.issueHandToken(
      { userId: handle.id.replace('User:', ''), handle: handle.handle, roles: [], sessionId: null },
      lifeMs,
      false,
    );

  it('is renewed by a ping that brings a fresh one', async () => {
    const player = await seedPlayer(app);
    const [short, control] = [await tokenOf(app, player, 2_000), await tokenOf(app, player, 2_000)];
    const renewed = await connected(app, short);
    const left = await connected(app, control);
    const answered = renewed.heard('pong');
    renewed.socket.send(JSON.stringify({ type: 'ping', payload: authorization(player.token) }));
    await answered;
    // Both tokens end at the same second; the socket that was not renewed says when that is.
    expect(await left.closed).toBe(4410);
    expect(renewed.socket.readyState).toBe(WebSocket.OPEN);
    renewed.socket.close();
    await noSockets(app);
  });

  it.each(['of somebody else', 'that is none'])('is not replaced by one %s: the socket closes', async (what) => {
    const [one, two] = [await seedPlayer(app), await seedPlayer(app)];
    const { socket, closed } = await connected(app, one.token);
    const token = what === 'that is none' ? 'nonsense' : two.token;
    socket.send(JSON.stringify({ type: 'ping', payload: authorization(token) }));
    expect(await closed).toBe(4403);
    await eventually(
      'No socket',
      () => countOf(app, 'cupbearer_sockets', {}),
      (open) => open === 0,
    );
  });
});
