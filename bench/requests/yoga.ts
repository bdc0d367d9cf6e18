import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createYoga } from 'graphql-yoga';
import { schema } from '../../schema/index.ts';
import { contextOn } from './peerContext.ts';
import { serveRequests, startNode, type RequestServer } from './serverProcess.ts';

serveRequests(open());

/** GraphQL Yoga on Node's own server, as its documentation shows, over the schema and the services of a node. */
async function open(): Promise<RequestServer> {
  const node = await startNode();
  const contextOf = contextOn(node);
  const yoga = createYoga<{ req: IncomingMessage }>({ schema, context: ({ req }) => contextOf(req) });
  const http = createServer(yoga);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    port,
    async stop() {
      http.close();
      http.closeAllConnections();
      await node.stop();
    },
  };
}
