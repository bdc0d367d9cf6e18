import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { seedGame } from '../harness/seed.ts';

it('ends with the client, at whatever moment of its beginning that leaves', async () => {
  const app = await startApp();
  const { id: gameId, players } = await seedGame(app);
  const { hostname, port } = new URL(app.url);
  const body = JSON.stringify({ query: documents.gameEvents.toString(), variables: { gameId } });
  const head = [
    'POST /graphql/stream HTTP/1.1',
    `host: ${hostname}`,
    'content-type: application/json',
    'accept: text/event-stream',
    `authorization: Bearer ${players[0].token}`,
    `content-length: ${body.length}`,
  ].join('\r\n');
  const before = await countOf(app, 'cupbearer_operations_total', { type: 'subscription' });
  const clients = 100;
  for (let client = 0; client < clients; client += 1) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    await new Promise<void>((sent) => socket.write(`${head}\r\n\r\n${body}`, () => sent()));
    for (let turn = 0; turn < client / 10; turn += 1) await new Promise(setImmediate);
    socket.destroy();
  }
  const began = () => countOf(app, 'cupbearer_operations_total', { type: 'subscription' });
  await eventually('every subscription', began, (count) => count === before + clients);
  const underWay = () => countOf(app, 'cupbearer_subscriptions', {});
  expect(await eventually('their ends', underWay, (count) => count === 0)).toBe(0);
});
