import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, send } from '../harness/execute.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { readConfig } from '../../server/config.ts';

describe('ROLE', () => {
  it('splits requests, streams and timers among nodes that serve the same game', async () => {
    const http = await startApp({ env: { ROLE: 'http' } });
    const live = await startApp({ beside: http, env: { ROLE: 'live' } });
    const game = await seedGame(http, { challengeSeconds: 1 });
    const [ada, ben] = game.players;
    expect((await fetch(`${live.url}/graphql?query={__typename}`)).status).toBe(421);
    expect((await fetch(`${http.url}/graphql/stream`)).status).toBe(421);
    await expect(
      subscribe(connect(http, ada.token), documents.gameEvents, { gameId: game.id }).next(),
    ).rejects.toThrow();

    const client = connect(live, ben.token);
    const events = subscribe(client, documents.gameEvents, { gameId: game.id });
    await events.take(3);
    const { throw: ball } = await ballInFlight(http, ada.token, game.id, ben.cups[0] ?? '');
    expect((await events.next()).gameEvents.__typename).toBe('BallThrown');
    const worker = await startApp({ beside: http, env: { ROLE: 'worker' } });
    expect((await events.next()).gameEvents).toMatchObject({ throwId: ball.id, status: 'LANDED' });
    expect((await fetch(`${worker.url}/graphql?query={__typename}`)).status).toBe(421);
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
    await client.dispose();
    await eventually(
      'No socket',
      async () => (await fetch(`${live.url}/metrics`)).text(),
      (text) => text.includes('cupbearer_sockets 0'),
    );
  });
});

describe('TLS_CERT and TLS_KEY', () => {
  it('serve HTTPS and WSS', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cupbearer-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [TLS_KEY, TLS_CERT] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const making = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    execFileSync('openssl', [...making, '-keyout', TLS_KEY, '-out', TLS_CERT, ...names], { stdio: 'ignore' });
    const app = await startApp({ env: { TLS_KEY, TLS_CERT } });
    const ca = readFileSync(TLS_CERT);
    expect(app.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      get(`${app.url}/readyz`, { ca, agent: false }, (res) => resolve(res.resume().statusCode)).on('error', reject);
    });
    expect(status).toBe(200);
    const socket = new WebSocket(`${app.url.replace('https', 'wss')}/graphql`, 'graphql-transport-ws', { ca });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close();
    await closed;
    await eventually(
      'No socket',
      () => app.metrics.registry.metrics(),
      (text) => text.includes('cupbearer_sockets 0'),
    );
  });
});

describe('CORS_ORIGINS', () => {
  const page = 'https://game.example.com';
  const ask = (url: string, origin: string, method = 'POST') =>
    fetch(`${url}/graphql`, {
      method,
      headers: {
        origin,
        'content-type': 'application/json',
        ...(method === 'OPTIONS' && { 'access-control-request-method': 'POST' }),
      },
      ...(method === 'POST' && { body: '{"query":"{__typename}"}' }),
    });
  const opens = (url: string, origin: string) =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
      socket.once('open', () => socket.once('close', () => resolve(true)).close());
      socket.once('error', () => resolve(false));
    });

  it('lets named pages in, and the server’s own, over HTTP and sockets', async () => {
    const app = await startApp({ env: { CORS_ORIGINS: page } });
    const { url } = app;
    const [named, own, other] = [page, new URL(url).origin, 'https://evil.example.com'];
    expect((await ask(url, named)).headers.get('access-control-allow-origin')).toBe(named);
    const preflight = await ask(url, named, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ]);
    expect((await ask(url, own)).status).toBe(200);
    expect((await ask(url, other)).status).toBe(403);
    expect((await ask(url, other, 'OPTIONS')).status).toBe(403);
    expect(await Promise.all([named, own, other].map((origin) => opens(url, origin)))).toEqual([true, true, false]);
    await eventually(
      'No socket',
      () => app.metrics.registry.metrics(),
      (text) => text.includes('cupbearer_sockets 0'),
    );
  });
});

describe('TRUST_PROXY', () => {
  it('takes the client’s address from a proxy that is named, and from nobody else', async () => {
    const env = { LIMITS: 'requestsPerAddress=2/60' };
    const alone = 'a limit that each node counts for itself';
    const trusting = await startApp({ env: { ...env, TRUST_PROXY: 'loopback' }, alone });
    const plain = await startApp({ env, alone });
    const from = (url: string, address: string) =>
      fetch(`${url}/graphql?query={__typename}`, { headers: { 'x-forwarded-for': address } }).then(
        ({ status }) => status,
      );
    const statuses = async (url: string) => {
      const seen: number[] = [];
      for (const host of [1, 2, 3]) seen.push(await from(url, `203.0.113.${host}`));
      return seen;
    };
    expect(await statuses(trusting.url)).toEqual([200, 200, 200]);
    expect(await statuses(plain.url)).toEqual([200, 200, 429]);
  });

  it('or TLS is needed before production listens for others', () => {
    const production = { NODE_ENV: 'production' };
    expect(readConfig(production).host).toBe('127.0.0.1');
    expect(readConfig({ ...production, TRUST_PROXY: 'uniquelocal' }).host).toBe('0.0.0.0');
    expect(() => readConfig({ ...production, HOST: '0.0.0.0' })).toThrow(/TRUST_PROXY/);
    expect(() => readConfig({ ...production, TRUST_PROXY: 'not-an-address' })).toThrow(/TRUST_PROXY/);
    expect(() => readConfig({ TLS_CERT: '/some.pem' })).toThrow(/go together/);
  });
});

it('rotates its own keys without a restart', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const { rotateKey } = await import('../../server/auth/keys.ts');
  const { players } = await seedGame(app);
  const kid = await rotateKey(app.services.pool, 'sig');
  await eventually(
    'The new key, published',
    async () => (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] },
    ({ keys }) => keys.some((key) => key.kid === kid),
    40_000,
  );
  const person = { userId: players[0].id.slice(5), handle: 'x', roles: [], sessionId: null };
  const fresh = await eventually(
    'A token of the new key',
    () => app.tokens.issueAccessToken(person),
    ({ accessToken }) =>
      Buffer.from(accessToken.split('.')[0] ?? '', 'base64url')
        .toString()
        .includes(kid),
    40_000,
  );
  for (const node of [app, beside]) {
    await eventually(
      'The new token, let in',
      () => send(node, fresh.accessToken, documents.me),
      ({ errors }) => errors.length === 0,
    );
    expect((await execute(node, players[1].token, documents.me)).me?.id).toBe(players[1].id);
  }
});
