import { expect, it } from 'vitest';
import { type App, countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, send } from '../harness/execute.ts';
import { ballInFlight, seedGame, throwAt } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { request } from './request.ts';

/** The samples of /metrics, by name and labels as they stand there. */
async function samples(app: App): Promise<Map<string, number>> {
  const { text } = await request(app, '/metrics');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

it('/metrics is Prometheus text with a description and a type for everything', async () => {
  const app = await startApp({ metrics: { ofProcess: true }, alone: 'the metrics of one node' });
  const { status, headers, text } = await request(app, '/metrics');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const names = [
    'cupbearer_operations_total',
    'cupbearer_errors_total',
    'cupbearer_sockets',
    'cupbearer_subscriptions',
    'cupbearer_throws_total',
    'cupbearer_deadline_lateness_milliseconds',
    'cupbearer_nodejs_eventloop_lag_seconds',
    'cupbearer_feed_healed_events_total',
    'cupbearer_streams_followed',
    'cupbearer_sweep_settled_total',
  ];
  for (const name of names) {
    expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'm'));
    expect(text).toMatch(new RegExp(`^# TYPE ${name} (counter|gauge|histogram)$`, 'm'));
  }
});

it('counts operations by type and outcome, and errors by the code they were answered with', async () => {
  const app = await startApp({ alone: 'the metrics of one node' });
  const { token } = (await seedGame(app)).players[0];
  const before = await samples(app);
  app.services.passwords.hash = () => Promise.reject(new Error('no more entropy'));
  await execute(app, token, documents.me);
  await send(app, null, '{');
  await send(app, token, '{ nope }');
  await send(app, token, '{ node(id: "x") { id } }');
  await send(app, 'garbage', documents.me);
  await send(app, null, '{ user(handle: "ada") { id } }');
  await send(app, null, 'mutation { signUp(input: { handle: "ada", password: "12345678" }) { __typename } }');
  const after = await samples(app);
  const grown = Object.fromEntries(
    [...after].flatMap(([name, value]) => {
      const growth = value - (before.get(name) ?? 0);
      const counted = /^cupbearer_(operations|errors)_total/.test(name);
      return counted && growth !== 0 ? [[name.replace('cupbearer_', ''), growth]] : [];
    }),
  );
  expect(grown).toEqual({
    'operations_total{type="query",outcome="ok"}': 1,
    'operations_total{type="query",outcome="failed"}': 2,
    'operations_total{type="mutation",outcome="failed"}': 1,
    'operations_total{type="unparsed",outcome="failed"}': 1,
    'operations_total{type="invalid",outcome="failed"}': 1,
    'operations_total{type="refused",outcome="failed"}': 1,
    'errors_total{code="BAD_USER_INPUT"}': 3,
    'errors_total{code="UNAUTHENTICATED"}': 2,
    'errors_total{code="INTERNAL_SERVER_ERROR"}': 1,
  });
});

it('counts throws by status, and how late their deadlines were settled', async () => {
  const app = await startApp({ alone: 'the metrics of one node' });
  const game = await seedGame(app, { cupsPerPlayer: 2, challengeSeconds: 1 });
  const [ada, ben] = game.players;
  await throwAt(app, ada.token, game.id, ada.cups[0] ?? '');
  const { throw: ball } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  await eventually(
    'The throw’s landing',
    () => execute(app, ada.token, documents.throwState, { id: ball.id }),
    ({ node }) => node?.__typename === 'Throw' && node.status === 'LANDED',
  );
  const counted = await samples(app);
  const throws = ['REJECTED', 'IN_FLIGHT', 'LANDED'].map((status) =>
    counted.get(`cupbearer_throws_total{status="${status}"}`),
  );
  expect(throws).toEqual([1, 1, 1]);
  const settled = [...counted].filter(([name]) => name.startsWith('cupbearer_deadline_lateness_milliseconds_count'));
  expect(settled).toEqual([['cupbearer_deadline_lateness_milliseconds_count{kind="THROW"}', 1]]);
});

it('counts sockets, subscriptions and streams while they last, over sockets and event streams', async () => {
  const app = await startApp({ alone: 'the metrics of one node' });
  const game = await seedGame(app);
  const { token } = game.players[0];
  const standing = async () => {
    const counted = await samples(app);
    return ['sockets', 'subscriptions', 'streams_followed'].map((name) => counted.get(`cupbearer_${name}`));
  };
  expect(await standing()).toEqual([0, 0, 0]);

  const client = connect(app, token);
  const events = subscribe(client, documents.gameEvents, { gameId: game.id });
  await events.next();
  expect(await standing()).toEqual([1, 1, 1]);

  const leaving = new AbortController();
  const response = await fetch(`${app.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: documents.gameEvents.toString(), variables: { gameId: game.id } }),
    signal: leaving.signal,
  });
  await response.body?.getReader().read();
  expect(await standing()).toEqual([1, 2, 1]);

  leaving.abort();
  await events.stop();
  await client.dispose();
  await eventually('The end of all', standing, (counts) => counts.every((count) => count === 0));
  expect(await countOf(app, 'cupbearer_socket_closes_total', { code: '1000' })).toBe(1);
});

it('says how far behind the event loop is', async () => {
  const app = await startApp({ metrics: { ofProcess: true }, alone: 'the metrics of one node' });
  const counted = await samples(app);
  for (const name of ['mean', 'p99', 'max']) {
    expect(counted.get(`cupbearer_nodejs_eventloop_lag_${name}_seconds`)).toBeGreaterThanOrEqual(0);
  }
});

it('a document that is none counts every time it comes', async () => {
  const app = await startApp({ alone: 'the metrics of one node' });
  const unparsed = () => countOf(app, 'cupbearer_operations_total', { type: 'unparsed' });
  for (let count = 1; count <= 3; count += 1) {
    await send(app, null, '{');
    expect(await unparsed()).toBe(count);
  }
});
