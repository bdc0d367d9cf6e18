import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { samplesOf, sumOf } from './samples.ts';

it('what comes on a socket that is over its limit is counted, and read by nobody', async () => {
  const app = await startApp({ env: { LIMITS: 'messagesPerSocket=2/10' }, alone: 'the metrics of one node' });
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const answers: string[] = [];
  socket.on('message', (message) => answers.push((JSON.parse(String(message)) as { type: string }).type));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  for (let count = 0; count < 4; count += 1) socket.send(JSON.stringify({ type: 'ping' }));
  const [code] = (await once(socket, 'close')) as [number];

  expect(code).toBe(4429);
  const counted = async () => {
    const samples = await samplesOf(app);
    return ['socket_messages_total', 'socket_messages_dropped_total'].map((name) => sumOf(samples, name));
  };
  await eventually('Two messages read of five', counted, ([all, dropped]) => all === 5 && dropped === 3);
  expect(answers.filter((type) => type === 'pong').length).toBeLessThanOrEqual(1);
});
