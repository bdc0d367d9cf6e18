import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { documents, someVariables, typeDefs, valueOf, type Kind } from './kinds.ts';
import { serveFanout, type FanoutServer } from './serverProcess.ts';

type Enveloped = ReturnType<ReturnType<typeof createYoga>['getEnveloped']>;
type Runner = Pick<Enveloped, 'execute' | 'subscribe'>;
const runnerOf = ({ rootValue }: ExecutionArgs) => rootValue as Runner;

serveFanout(open());

/** GraphQL Yoga with graphql-ws and a pub/sub of its own, as their documentation puts them together. */
async function open(): Promise<FanoutServer> {
  const pubSub = createPubSub<Record<Kind, [value: object]>>();
  const field = (kind: Kind) => ({ subscribe: () => pubSub.subscribe(kind), resolve: (value: object) => value });
  const schema = createSchema({
    typeDefs,
    resolvers: {
      Query: { version: () => '1' },
      Subscription: { standings: field('standings'), gameEvents: field('game') },
      GameEvent: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    },
  });
  const yoga = createYoga({ schema, logging: false });
  const http = createServer((req, res) => void yoga(req, res));
  const wss = new WebSocketServer({ server: http, path: yoga.graphqlEndpoint });
  useServer(
    {
      execute: (args: ExecutionArgs) => runnerOf(args).execute(args),
      subscribe: (args: ExecutionArgs) => runnerOf(args).subscribe(args),
      async onSubscribe(ctx, _id, params) {
        const enveloped = yoga.getEnveloped({ ...ctx, req: ctx.extra.request, socket: ctx.extra.socket, params });
        const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped;
        const document = parse(params.query);
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        const contextValue: unknown = await contextFactory();
        const { operationName, variables: variableValues } = params;
        return { schema, operationName, document, variableValues, contextValue, rootValue: { execute, subscribe } };
      },
    },
    wss,
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
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
      pubSub.publish(kind, valueOf(kind, seq));
    },
  };
}
