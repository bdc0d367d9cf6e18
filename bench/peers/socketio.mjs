import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { resultOf } from '../fanout/kinds.ts';
import { serveFanout } from '../fanout/serverProcess.ts';

serveFanout(open());

/** Socket.IO with its usual settings; listeners come by WebSocket at once. */
async function open() {
  const http = createServer();
  const io = new Server(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address();
  let seq = 0;
  return {
    hello: () => ({ protocol: 'socket.io', port, path: '/socket.io/?EIO=4&transport=websocket' }),
    publish(kind) {
      seq += 1;
      io.emit(kind, resultOf(kind, seq));
    },
  };
}
