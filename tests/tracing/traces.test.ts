import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { processBus } from '../../server/bus.ts';
import { countOf, openApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { seedGame, throwAt, type TestGame } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { gql } from '../gql/gql.ts';
import { type Collector, openCollector } from './collector.ts';
import type { SentSpan } from './otlp.ts';

const SERVER = 2;
const CLIENT = 3;
const PRODUCER = 4;
const CONSUMER = 5;

let collector: Collector;
let [one, other]: App[] = [];
const nodes: Awaited<ReturnType<typeof openApp>>[] = [];
let game: TestGame;

beforeAll(async () => {
  collector = await openCollector();
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=a%20b',
    OTEL_SERVICE_NAME: 'cupbearer-test',
  };
  const bus = inject('redisUrl') ? {} : { bus: processBus() };
  const first = await openApp({ env, ...bus });
  const second = await openApp({ env, ...bus, beside: first });
  nodes.push(second, first);
  [one, other] = [first, second];
  game = await seedGame(one);
});

afterAll(async () => {
  for (const node of nodes) await node.close();
  await collector.close();
});

/** Sends an operation as a part of a trace of the client's. */
async function traced(app: App, token: string, query: string, variables: object) {
  const traceId = randomBytes(16).toString('hex');
  const clientSpan = randomBytes(8).toString('hex');
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${traceId}-${clientSpan}-01`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { traceId, clientSpan, body: (await response.json()) as { data: Record<string, unknown> | null } };
}

function throwInput(cupId: string) {
  const thrownAt = new Date(one?.services.clock.now() ?? 0).toISOString();
  return { input: { gameId: game.id, cupId, nonce: randomUUID(), thrownAt } };
}

function nodeOf(spans: readonly SentSpan[], name: string): SentSpan {
  const found = spans.find((span) => span.name === name);
  if (!found) throw new Error(`No span ${name} among ${spans.map((span) => span.name).join(', ')}`);
  return found;
}

it('follows one throw from its request on one node to its delivery on another', async () => {
  if (!one || !other) throw new Error('Two nodes are open');
  const [ada, ben] = game.players;
  const listeners = [0, 1].map(() =>
    subscribe(connect(other as App, ben.token), documents.gameEvents, { gameId: game.id }),
  );
  await Promise.all(listeners.map((events) => events.take(3)));
  // All serve together before it flies.
  await eventually(
    'A group',
    () => countOf(other as App, 'cupbearer_fanout_members', {}),
    (members) => members === 2,
  );
  const { traceId, clientSpan, body } = await traced(
    one,
    ada.token,
    documents.throwBall.toString(),
    throwInput(ben.cups[0] ?? ''),
  );
  expect(body.data).toMatchObject({ throwBall: { throw: { status: 'IN_FLIGHT' } } });
  await Promise.all(listeners.map((events) => events.next()));
  const ofTrace = (spans: readonly SentSpan[]) => spans.filter((span) => span.traceId === traceId);
  const isOver = (spans: readonly SentSpan[]) =>
    ['deliver Game', 'POST /graphql'].every((name) => ofTrace(spans).some((span) => span.name === name));
  const spans = ofTrace(await collector.until('The trace', isOver));

  const request = nodeOf(spans, 'POST /graphql');
  const operation = nodeOf(spans, 'mutation throwBall');
  const resolver = nodeOf(spans, 'Mutation.throwBall');
  const publish = nodeOf(spans, 'publish Game');
  const delivery = nodeOf(spans, 'deliver Game');
  expect(request).toMatchObject({ parentId: clientSpan, kind: SERVER, service: 'cupbearer-test' });
  expect(request.attributes).toMatchObject({ 'http.response.status_code': 200, 'http.route': '/graphql' });
  expect(operation.parentId).toBe(request.spanId);
  expect(operation.attributes).toMatchObject({
    'graphql.operation.name': 'ThrowBall',
    'graphql.operation.type': 'mutation',
    'user.id': ada.id.replace('User:', ''),
    'cupbearer.game.id': game.id.replace('Game:', ''),
  });
  expect(resolver.parentId).toBe(operation.spanId);
  const statements = spans.filter(({ attributes }) => attributes['db.system.name'] === 'postgresql');
  const written = statements.find(({ name }) => name.startsWith('write-'));
  expect(written).toMatchObject({ parentId: resolver.spanId, kind: CLIENT });
  expect(publish).toMatchObject({ parentId: resolver.spanId, kind: PRODUCER, node: request.node });
  expect(delivery).toMatchObject({ parentId: publish.spanId, kind: CONSUMER });
  expect(delivery.attributes).toMatchObject({
    'cupbearer.stream': game.id,
    'cupbearer.seq': publish.attributes['cupbearer.seq'],
    'cupbearer.event.types': ['BallThrown'],
    'cupbearer.listeners': 2,
  });
  expect(delivery.node).not.toBe(request.node);
  if (inject('redisUrl')) {
    expect(nodeOf(spans, 'PUBLISH')).toMatchObject({ parentId: publish.spanId, kind: CLIENT });
  }
  expect(collector.headers).toMatchObject({ path: '/v1/traces', 'x-tenant': 'a b' });
  expect(await countOf(one, 'cupbearer_spans_exported_total', {})).toBeGreaterThan(0);
});

it('says which events a node found in the log that nobody had announced to it', async () => {
  if (!one) throw new Error('A node is open');
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ROLE: 'http,live' };
  const lonely = await openApp({ env, bus: { ...processBus(), alone: true }, beside: one });
  nodes.unshift(lonely);
  const { id, players } = await seedGame(one);
  const [ada, ben] = players;
  const events = subscribe(connect(lonely, ben.token), documents.gameEvents, { gameId: id });
  await events.take(3);
  const { traceId } = await traced(one, ada.token, documents.throwBall.toString(), {
    input: { ...throwInput(ben.cups[0] ?? '').input, gameId: id },
  });
  await events.next();
  const of = (spans: readonly SentSpan[], name: string) =>
    spans.filter((span) => span.name === name && span.attributes['cupbearer.stream'] === id);
  const spans = await collector.until(
    'Both',
    (sent) => of(sent, 'heal Game').length > 0 && of(sent, 'publish Game').some((span) => span.traceId === traceId),
  );
  const publish = nodeOf(
    of(spans, 'publish Game').filter((span) => span.traceId === traceId),
    'publish Game',
  );
  const [healed] = of(spans, 'heal Game');
  expect(healed).toMatchObject({ parentId: '', service: 'cupbearer' });
  expect(healed?.node).not.toBe(publish.node);
  expect(healed?.attributes).toMatchObject({
    'cupbearer.seq': publish.attributes['cupbearer.seq'],
    'cupbearer.healed': 1,
  });
});

it('says nothing of what people wrote or are called', async () => {
  if (!one) throw new Error('A node is open');
  const [ada] = game.players;
  const document = gql(`query TracedUser($handle: String!) { user(handle: $handle) { id handle } }`);
  const { traceId, body } = await traced(one, ada.token, document.toString(), { handle: ada.handle });
  expect(body.data).toMatchObject({ user: { handle: ada.handle } });
  await collector.until('The trace', (spans) =>
    spans.some((span) => span.traceId === traceId && span.name === 'POST /graphql'),
  );
  const said = JSON.stringify(collector.spans);
  expect(said).toContain('postgresql');
  for (const secret of [...game.players.flatMap(({ handle, token }) => [handle, token]), '127.0.0.1', '::1']) {
    expect(said.includes(secret), secret).toBe(false);
  }
});

it('traces what comes over sockets in the trace that a client names, and settles windows in traces of their own', async () => {
  if (!one) throw new Error('A node is open');
  const { id, players } = await seedGame(one, { challengeSeconds: 1 });
  const [ada, ben] = players;
  const traceId = randomBytes(16).toString('hex');
  const clientSpan = randomBytes(8).toString('hex');
  const client = connect(one, ben.token, {
    connectionParams: { authorization: `Bearer ${ben.token}`, traceparent: `00-${traceId}-${clientSpan}-01` },
  });
  const events = subscribe(client, documents.gameEvents, { gameId: id });
  await events.take(3);
  await throwAt(one, ada.token, id, ben.cups[0] ?? '');
  await events.take(2);
  const spans = await collector.until('The window', (sent) => sent.some(({ name }) => name === 'deadline THROW'));
  const subscription = nodeOf(
    spans.filter((span) => span.traceId === traceId),
    'subscription gameEvents',
  );
  expect(subscription).toMatchObject({ parentId: clientSpan, kind: SERVER });
  const deadline = nodeOf(spans, 'deadline THROW');
  expect(deadline).toMatchObject({ parentId: '', attributes: { 'cupbearer.game.id': id.replace('Game:', '') } });
  const settled = await collector.until('Its delivery', (sent) =>
    sent.some((span) => span.traceId === deadline.traceId && span.name === 'deliver Game'),
  );
  expect(
    nodeOf(
      settled.filter((span) => span.traceId === deadline.traceId),
      'publish Game',
    ).parentId,
  ).toBe(deadline.spanId);
});

it('answers as ever while the collector is away, and counts what it lost', async () => {
  if (!one) throw new Error('A node is open');
  collector.status = 400;
  const { body } = await traced(one, game.players[0].token, documents.me.toString(), {});
  expect(body.data).toHaveProperty('me');
  const lost = () => countOf(one as App, 'cupbearer_spans_dropped_total', { why: 'export_failed' });
  await eventually('Spans were lost', lost, (spans) => spans > 0);
  collector.status = 200;
});
