import { createClient as createEventSource } from 'graphql-sse';
import { expect, it, vi } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { startApp, type App } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService, type TestService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { myEvents } from '../progress/documents.ts';
import { refusal } from '../stream/refusal.ts';
import * as documents from './serviceDocuments.ts';
import { noSockets, openSocket } from './socketClose.ts';

const scoreboardId = `Scoreboard:${globalBoardId}`;
const authorization = ({ token }: TestService) => ({ authorization: `Bearer ${token}` });

/** An event stream over SSE, once its first event has come; `ended` when it is cut. */
async function eventStream({ url }: App, service: TestService) {
  const client = createEventSource({ url: `${url}/graphql/stream`, retryAttempts: 0, headers: authorization(service) });
  const begun = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<void>();
  client.subscribe(
    { query: documents.serviceFollows.toString(), variables: { scoreboardId } },
    { next: begun.resolve, error: () => ended.resolve(), complete: () => ended.resolve() },
  );
  const first = await within(10_000, 'The first event', begun.promise);
  return { first, ended: within(10_000, 'The end of the stream', ended.promise) };
}

it('follows boards over WebSockets and event streams, until it is revoked, on every node', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const admin = await seedPlayer(app, ['admin']);
  const [service, other] = [await seedService(app), await seedService(app)];
  const nodes = [app, beside];
  for (const node of nodes) {
    const following = subscribe(connect(node, service.token), documents.serviceFollows, { scoreboardId });
    expect(await following.next()).toEqual({ standings: { version: expect.any(String), size: 0 } });
    await following.stop();
  }
  const sockets = nodes.map((node) => openSocket(node, authorization(service)));
  const bystander = openSocket(beside, authorization(other));
  for (const socket of [...sockets, bystander]) await socket.acknowledged();
  const streams = [await eventStream(app, service), await eventStream(beside, service)];
  expect(streams.map(({ first }) => first)).toEqual([
    { data: { standings: { version: expect.any(String), size: 0 } } },
    { data: { standings: { version: expect.any(String), size: 0 } } },
  ]);
  const revoked = await execute(app, admin.token, documents.revokeServiceToken, { id: service.id });
  expectPayload(revoked.revokeServiceToken);
  expect(await Promise.all(sockets.map((socket) => socket.closed()))).toEqual([4412, 4412]);
  await Promise.all(streams.map(({ ended }) => ended));
  expect(await openSocket(app, authorization(service)).closed()).toBe(4403);
  await bystander.close();
  await noSockets(app);
});

it('is not let in when it is revoked while it is being looked up', async () => {
  const app = await startApp({ alone: 'a part of the node is replaced' });
  const admin = await seedPlayer(app, ['admin']);
  const service = await seedService(app);
  const { pool } = app.services;
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  vi.spyOn(pool, 'query').mockImplementation(async (...args: unknown[]) => {
    const result = await query(...args);
    if ((args[0] as { name?: string }).name !== 'service-token') return result;
    asked.resolve();
    await go.promise;
    return result;
  });
  const socket = openSocket(app, authorization(service));
  await within(10_000, 'The look-up', asked.promise);
  const revoked = await execute(app, admin.token, documents.revokeServiceToken, { id: service.id });
  expectPayload(revoked.revokeServiceToken);
  go.resolve();
  expect(await socket.closed()).toBe(4403);
  await noSockets(app);
});

it('speaks through a socket as long as its token holds', async () => {
  const app = await startApp();
  const expiresAt = new Date(Date.now() + 1_500).toISOString();
  const service = await seedService(app, ['scores:write'], { expiresAt });
  const socket = openSocket(app, authorization(service));
  await socket.acknowledged();
  expect(await socket.closed()).toBe(4410);
  await noSockets(app);
});

it('has no events of its own to follow', async () => {
  const app = await startApp();
  const service = await seedService(app);
  expect(await refusal(connect(app, service.token), myEvents)).toEqual(['FORBIDDEN']);
  expect(await refusal(connect(app, null), myEvents)).toEqual(['UNAUTHENTICATED']);
  await noSockets(app);
});

it('counts its requests against a limit of its own', async () => {
  const app = await startApp({
    env: { LIMITS: 'operationsPerService=5/60' },
    alone: 'a limit that each node counts for itself',
  });
  const [one, two] = [await seedService(app), await seedService(app)];
  const ask = async ({ token }: TestService) => (await send(app, token, '{ serverTime }')).errors[0]?.extensions;
  for (let count = 0; count < 5; count += 1) expect(await ask(one)).toBeUndefined();
  expect(await ask(one)).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
  expect(await ask(two)).toBeUndefined();
});
