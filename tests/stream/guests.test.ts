import { createClient as createEventSource } from 'graphql-sse';
import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import type { Context } from '../../resolvers/context.ts';
import type { App } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { connect } from '../harness/socket.ts';
import { Line, Visitor, type Item } from './line.ts';
import { serveSockets } from './socketServer.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** One subscription, along a hand-made stream, and what its resolver came to know. */
class Scene {
  readonly line = new Line();
  readonly guest = new Visitor();
  viewerId: string | undefined;
  /** What the resolver waits for. */
  begins: Promise<void> = Promise.resolve();

  /** Its resolver hands out a walk with a guest. */
  schema(): GraphQLSchema {
    const type = new GraphQLNonNull(GraphQLInt);
    const subscribe = async (_root: unknown, _args: unknown, { viewer }: Context) => {
      this.viewerId = viewer?.userId ?? '';
      await this.begins;
      const walk = this.line.walk();
      walk.guest = this.guest;
      return walk;
    };
    return new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { zero: { type, resolve: () => 0 } } }),
      subscription: new GraphQLObjectType({
        name: 'Subscription',
        fields: { items: { type, subscribe, resolve: ({ seq }: Item) => seq } },
      }),
    });
  }

  /** The viewer gets no more. */
  last(): void {
    this.line.append({ last: [this.viewerId ?? ''] });
    this.line.add();
  }
}

interface Subscriber {
  results: AsyncIterator<{ data?: unknown }>;
  /** Completes it, from the client's side. */
  leave(): unknown;
  /** Cuts the connection. */
  cut(): unknown;
}
const query = 'subscription { items }';

const ways: Record<string, (url: string, token: string) => Subscriber> = {
  'a WebSocket': (url, token) => {
    let socket: WebSocket | undefined;
    const client = connect({ url }, token, { on: { opened: (opened: unknown) => (socket = opened as WebSocket) } });
    const results = client.iterate({ query });
    return { results, leave: () => results.return?.(), cut: () => void socket?.terminate() };
  },
  'an event stream': (url, token) => {
    const headers = { authorization: `Bearer ${token}` };
    const client = createEventSource({ url: `${url}/graphql`, retryAttempts: 0, headers });
    onTestFinished(() => client.dispose());
    const results = client.iterate({ query });
    return { results, leave: () => results.return?.(), cut: () => client.dispose() };
  },
};

interface Playing {
  scene: Scene;
  subscriber: Subscriber;
  server: Awaited<ReturnType<typeof serveSockets>>;
}
const ends: Record<string, (playing: Playing) => unknown> = {
  'the client completes': ({ subscriber }) => subscriber.leave(),
  'the connection is cut': ({ subscriber }) => subscriber.cut(),
  'the server stops': ({ server }) => server.close(),
  'the stream ends': ({ scene }) => scene.line.end(),
  'the stream fails': ({ scene }) => scene.line.end(new Error('unreadable')),
  'it was the last item': ({ scene }) => scene.last(),
};

/** Begins to listen; what comes is pulled, however it ends. */
async function play(way: string, tokenLifeMs?: number) {
  const { token } = await seedPlayer(app, [], tokenLifeMs);
  const scene = new Scene();
  const gate = Promise.withResolvers<void>();
  scene.begins = gate.promise;
  const server = await serveSockets(app, {}, scene.schema());
  const subscriber = ways[way]?.(server.url, token);
  if (!subscriber) throw new Error(`No such way: ${way}`);
  const first = subscriber.results.next();
  first.catch(() => undefined);
  await eventually(
    'The resolver',
    () => scene.viewerId,
    (id) => id !== undefined,
  );
  return { playing: { scene, subscriber, server }, gate, first };
}

/** Once it was told it is not told again, and nothing is followed any more. */
async function expectGone({ scene: { guest, line }, server }: Playing): Promise<void> {
  await eventually(
    'Word of the end',
    () => guest.told,
    (told) => told > 0,
  );
  await server.close();
  expect({ told: guest.told, open: line.open }).toEqual({ told: 1, open: 0 });
}

const cases = Object.keys(ways).flatMap((way) => Object.entries(ends).map(([how, end]) => [way, how, end] as const));

it.each(cases)('over %s a guest is told once that the listener is gone when %s', async (way, _how, end) => {
  const { playing, gate, first } = await play(way);
  gate.resolve();
  playing.scene.line.add();
  expect(await within(5_000, 'The first item', first)).toMatchObject({ value: { data: { items: 1 } } });
  expect(playing.scene.guest.told).toBe(0);
  await end(playing);
  await expectGone(playing);
});

it.each(Object.keys(ways))(
  'over %s a guest is told, too, when the client goes while the resolver is at work',
  async (way) => {
    const { playing, gate } = await play(way);
    const { connections } = playing.server;
    await playing.subscriber.cut();
    await eventually(
      'The cut',
      () => connections.filter(({ destroyed }) => !destroyed).length,
      (open) => open === 0,
    );
    gate.resolve();
    await expectGone(playing);
  },
);

it.each(Object.keys(ways))('over %s whoever gets their last item is told of the end behind it', async (way) => {
  const { playing, gate, first } = await play(way);
  gate.resolve();
  playing.scene.last();
  expect(await within(5_000, 'The last item', first)).toMatchObject({ value: { data: { items: 1 } } });
  expect(await within(5_000, 'The end', playing.subscriber.results.next())).toMatchObject({ done: true });
  await expectGone(playing);
});

it.each(Object.keys(ways))('over %s a guest is told that the listener is gone when its token ends', async (way) => {
  const { playing, gate, first } = await play(way, 3_000);
  gate.resolve();
  playing.scene.line.add();
  expect(await within(5_000, 'The first item', first)).toMatchObject({ value: { data: { items: 1 } } });
  await expectGone(playing);
});
