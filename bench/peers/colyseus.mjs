import { once } from 'node:events';
import { createServer } from 'node:http';
import { Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { resultOf } from '../fanout/kinds.ts';
import { serveFanout } from '../fanout/serverProcess.ts';

let room;

/** Broadcasts messages; it has no state to synchronise. It stays when everyone has left. */
class BenchRoom extends Room {
  autoDispose = false;

  onCreate() {
    room = this;
  }
}

serveFanout(open());

async function open() {
  const http = createServer();
  const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false });
  server.define('bench', BenchRoom);
  const listening = once(http, 'listening');
  await server.listen(0, '127.0.0.1');
  await listening;
  const { port } = http.address();
  let seq = 0;
  return {
    hello: () => ({ protocol: 'colyseus', port, path: '/matchmake/joinOrCreate/bench' }),
    publish(kind) {
      seq += 1;
      room.broadcast(kind, resultOf(kind, seq));
    },
  };
}
