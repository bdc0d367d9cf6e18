import type { Server } from 'node:http';
import type { ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Viewer } from '../../resolvers/context.ts';
import type { Services } from '../../resolvers/services.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { closeCodes } from './closeCodes.ts';
import { publicError } from './publicError.ts';
import { arrive } from './requestContext.ts';
import { SocketViewers } from './socketViewers.ts';
import type { GraphQLServer } from './yoga.ts';

/** Pings keep proxies from closing idle sockets, and find dead ones. */
const pingMs = 30_000;
const initMs = 10_000;
const messageLimit = 256 * 1024;
/** A socket whose unread bytes only stay or grow from one look to the next is cut off. */
const slowLookMs = 10_000;

export interface SocketOptions {
  yoga: GraphQLServer;
  services: Services;
  authenticate(token: string): Promise<Viewer>;
  log: Logger;
  metrics: Metrics;
}

type Enveloped = ReturnType<GraphQLServer['getEnveloped']>;
/** What runs an operation travels to `execute` and `subscribe` as its root value. */
interface Runner {
  execute: Enveloped['execute'];
  subscribe: Enveloped['subscribe'];
}

/** GraphQL over WebSockets (graphql-transport-ws). Returns how to close them all. */
export function openSockets(http: Server, path: string, options: SocketOptions): () => Promise<void> {
  const { yoga, services, authenticate, log, metrics } = options;
  const wss = new WebSocketServer({ server: http, path, maxPayload: messageLimit });
  const viewers = new SocketViewers(authenticate, services.clock);
  wss.on('connection', (socket) => {
    metrics.sockets.inc();
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.on('close', (code) => {
      metrics.sockets.dec();
      metrics.socketCloses.inc({ code });
    });
  });
  const server = useServer<Record<string, unknown>>(
    {
      connectionInitWaitTimeout: initMs,
      onConnect: ({ connectionParams, extra }) => viewers.admit(extra.socket, connectionParams),
      onSubscribe: async ({ extra }, _id, params) => {
        let viewer: Viewer | null;
        try {
          viewer = await viewers.of(extra.socket, params.extensions);
        } catch (error) {
          return [publicError(error, log)];
        }
        const transport = { arrival: arrive(services), viewer };
        const { schema, parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({
          ...transport,
          req: extra.request,
          params,
        });
        let document: ReturnType<typeof parse>;
        try {
          document = parse(params.query);
        } catch (error) {
          return [publicError(error, log)];
        }
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          document,
          operationName: params.operationName,
          variableValues: params.variables,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe } satisfies Runner,
        };
      },
      execute: (args: ExecutionArgs) => runner(args).execute(args),
      subscribe: (args: ExecutionArgs) => runner(args).subscribe(args),
    },
    wss,
    pingMs,
  );
  const looking = watchSlowReaders(wss, log);
  return async () => {
    clearInterval(looking);
    await server.dispose();
    for (const socket of wss.clients) socket.close(closeCodes.goingAway, 'The server is stopping.');
  };
}

function runner({ rootValue }: ExecutionArgs): Runner {
  return rootValue as Runner;
}

function watchSlowReaders(wss: WebSocketServer, log: Logger): NodeJS.Timeout {
  const unread = new WeakMap<WebSocket, number>();
  return setInterval(() => {
    for (const socket of wss.clients) {
      const before = unread.get(socket) ?? 0;
      if (before > 0 && socket.bufferedAmount >= before) {
        log.info({ unread: socket.bufferedAmount }, 'a socket that does not read was cut off');
        socket.close(closeCodes.tooSlow, 'Too slow: reconnect and resume by cursor.');
        // The close frame waits behind what is not being read.
        setTimeout(() => socket.terminate(), 1_000).unref();
      }
      unread.set(socket, socket.bufferedAmount);
    }
  }, slowLookMs).unref();
}
