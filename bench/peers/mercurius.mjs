import Fastify from 'fastify';
import mercurius from 'mercurius';
import { documents, someVariables, typeDefs, valueOf } from '../fanout/kinds.ts';
import { serveFanout } from '../fanout/serverProcess.ts';

serveFanout(open());

/** Mercurius with subscriptions over the pub/sub it comes with, as its documentation shows. */
async function open() {
  const field = (kind, name) => ({
    subscribe: (_root, _args, { pubsub }) => pubsub.subscribe(kind),
    resolve: (event) => event[name],
  });
  const app = Fastify();
  app.register(mercurius, {
    schema: typeDefs,
    resolvers: {
      Query: { version: () => '1' },
      Subscription: { standings: field('standings', 'standings'), gameEvents: field('game', 'gameEvents') },
      GameEvent: { resolveType: ({ __typename }) => __typename },
    },
    subscription: true,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address();
  const names = { standings: 'standings', game: 'gameEvents' };
  let seq = 0;
  return {
    hello: (kind) => ({
      protocol: 'graphql',
      port,
      path: '/graphql',
      subscribe: { query: documents[kind], variables: someVariables[kind] },
    }),
    publish(kind) {
      seq += 1;
      app.graphql.pubsub.publish({ topic: kind, payload: { [names[kind]]: valueOf(kind, seq) } });
    },
  };
}
