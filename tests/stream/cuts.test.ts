import fc from 'fast-check';
import { once } from 'node:events';
import type { Client } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { processBus } from '../../server/bus.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import { seedGame, throwAt, type TestGame } from '../harness/seed.ts';
import { connect } from '../harness/socket.ts';
import { bareEvents } from './documents.ts';

const storm = 24;
/** How many events a connection brings before it is cut, and on which node it is made. */
const connections = fc.array(fc.record({ events: fc.nat(6), node: fc.nat(1) }), { maxLength: 8 });
const plots = fc.record({
  subscribers: fc.array(connections, { minLength: 3, maxLength: 6 }),
  /** Which node each event comes from. */
  throws: fc.array(fc.nat(1), { minLength: storm, maxLength: storm }),
});

/** Follows a game to its `head` over one socket after another; gives everything that came, in order. */
async function followThroughCuts(
  nodes: readonly App[],
  token: string,
  gameId: string,
  plan: { events: number; node: number }[],
  head: number,
) {
  const seen: { seq: number; __typename: string }[] = [];
  let after: string | undefined;
  const nodeFor = (which: number) => nodes[which % nodes.length] ?? nodes[0];
  for (const { events, node } of [...plan, { events: Infinity, node: plan.length }]) {
    const on = nodeFor(node);
    if (!on) throw new Error('No node');
    let socket: WebSocket | undefined;
    const client: Client = connect(on, token, { on: { opened: (opened: unknown) => (socket = opened as WebSocket) } });
    const results = client.iterate<{ gameEvents: { seq: number; __typename: string; cursor: string } }>({
      query: bareEvents.toString(),
      variables: { gameId, after },
    });
    if (events === 0) {
      // Cut while its subscription is on its way.
      void results.next().catch(() => undefined);
      await eventually(
        'A socket',
        () => socket?.readyState ?? 0,
        (state) => state > 0,
      );
    }
    for (let left = events; left > 0 && seen.length < head; left -= 1) {
      const { value } = await within(5_000, 'The next event', results.next());
      if (!value?.data) throw new Error(`Not an event: ${JSON.stringify(value)}`);
      const { seq, __typename, cursor } = value.data.gameEvents;
      seen.push({ seq, __typename });
      after = cursor;
    }
    if (socket && socket.readyState !== socket.CLOSED) {
      const closed = once(socket, 'close');
      socket.terminate();
      await closed;
    }
    await client.dispose();
  }
  return seen;
}

async function play(
  nodes: readonly App[],
  { subscribers, throws }: typeof plots extends fc.Arbitrary<infer Plot> ? Plot : never,
) {
  const [first] = nodes;
  if (!first) throw new Error('No node');
  const game: TestGame = await seedGame(first);
  const head = 3 + storm;
  const [{ token, cups }] = game.players;
  const followed = subscribers.map((plan) => followThroughCuts(nodes, token, game.id, plan, head));
  for (const which of throws) await throwAt(nodes[which % nodes.length] ?? first, token, game.id, cups[0] ?? '');
  const rejected = Array.from({ length: storm }, (_, index) => ({ seq: index + 4, __typename: 'ThrowRejected' }));
  for (const seen of await Promise.all(followed)) {
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(seen.slice(3)).toEqual(rejected);
  }
}

describe('subscribers whose sockets are cut again and again get every event once, in order', () => {
  it('on one node', { timeout: 120_000 }, async () => {
    const node = await startApp();
    await fc.assert(
      fc.asyncProperty(plots, (plot) => play([node], plot)),
      { numRuns: 12, endOnFailure: true },
    );
    await expectQuiet(node);
  });

  it('hopping between two nodes', { timeout: 120_000 }, async () => {
    const one = await startApp();
    const nodes = [one, await startApp({ beside: one })];
    await fc.assert(
      fc.asyncProperty(plots, (plot) => play(nodes, plot)),
      { numRuns: 8, endOnFailure: true },
    );
    for (const node of nodes) await expectQuiet(node);
  });

  it('hopping between two nodes whose announcements arrive at once', { timeout: 120_000 }, async () => {
    const bus = processBus();
    const one = await startApp({ bus });
    const nodes = [one, await startApp({ beside: one, bus })];
    await fc.assert(
      fc.asyncProperty(plots, (plot) => play(nodes, plot)),
      { numRuns: 12, endOnFailure: true },
    );
    for (const node of nodes) await expectQuiet(node);
  });
});

async function expectQuiet(node: App): Promise<void> {
  for (const gauge of ['cupbearer_streams_followed', 'cupbearer_subscriptions']) {
    await eventually(
      `${gauge} back at zero`,
      () => countOf(node, gauge, {}),
      (standing) => standing === 0,
    );
  }
}
