import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { resultOf } from './kinds.ts';
import { serveFanout, type FanoutServer } from './serverProcess.ts';

serveFanout(open());

/** A bare WebSocket server that sends everyone the same bytes, as many as a GraphQL server does. */
async function open(): Promise<FanoutServer> {
  const wss = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(wss, 'listening');
  const { port } = wss.address() as AddressInfo;
  const id = '01900000-0000-7000-8000-000000000000';
  let seq = 0;
  return {
    hello: () => ({ protocol: 'ws', port, path: '/' }),
    publish(kind) {
      seq += 1;
      const message = Buffer.from(JSON.stringify({ id, type: 'next', payload: resultOf(kind, seq) }));
      for (const client of wss.clients) client.send(message, { binary: false });
    },
  };
}
