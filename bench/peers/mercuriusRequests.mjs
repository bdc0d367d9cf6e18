import Fastify from 'fastify';
import mercurius from 'mercurius';
import { schema } from '../../schema/index.ts';
import { contextOn } from '../requests/peerContext.ts';
import { serveRequests, startNode } from '../requests/serverProcess.ts';

serveRequests(open());

/** Mercurius on Fastify, as its documentation shows, over the schema and the services of a node. */
async function open() {
  const node = await startNode();
  const contextOf = contextOn(node);
  const app = Fastify();
  app.register(mercurius, { schema, context: (request) => contextOf(request.raw) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address();
  return {
    port,
    async stop() {
      await app.close();
      await node.stop();
    },
  };
}
