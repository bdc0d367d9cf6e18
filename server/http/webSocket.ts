import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { type ServerOptions, WebSocketServer, type WebSocket } from 'ws';
import { badUserInput } from '../../resolvers/badRequest.ts';
import type { Clock } from '../../resolvers/clock.ts';
import type { Failures } from '../failures.ts';
import type { Limits, RateLimit } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { rateLimited } from '../rateLimiter.ts';
import { closeCodes } from './closeCodes.ts';
import { Heartbeat } from './heartbeat.ts';
import { OperationQueue } from './operationQueue.ts';
import type { Origins } from './origins.ts';
import type { Peers } from './peers.ts';
import { publicError } from './publicError.ts';
import { arrive, type TransportContext } from './requestContext.ts';
import { SocketOutput } from './socketOutput.ts';
import type { SocketViewers } from './socketViewers.ts';
import type { GraphQLServer } from './yoga.ts';

/** Times in a socket's life, in milliseconds. */
export interface SocketTimes {
  /** Between pings, which keep proxies from closing idle sockets and find dead ones. */
  pingMs: number;
  /** How long connection_init may take. */
  initMs: number;
  /** Who does not answer a close within this is cut off; a server that stops waits no longer for anyone. */
  closeMs: number;
  /** A socket that has something to read and reads nothing from one look to the next is cut off. */
  slowLookMs: number;
}
const usualTimes: SocketTimes = { pingMs: 30_000, initMs: 10_000, closeMs: 2_000, slowLookMs: 10_000 };

export interface SocketOptions {
  yoga: GraphQLServer;
  clock: Clock;
  peers: Peers;
  origins: Origins;
  limits: Limits;
  /** Whether sockets that offer permessage-deflate get their events compressed. */
  compress?: boolean;
  viewers: SocketViewers;
  log: Logger;
  failures: Failures;
  metrics: Metrics;
  times?: Partial<SocketTimes>;
}

type Enveloped = ReturnType<GraphQLServer['getEnveloped']>;
/** What runs an operation travels to `execute` and `subscribe` as its root value. */
interface Runner {
  execute: Enveloped['execute'];
  subscribe: Enveloped['subscribe'];
}

/** GraphQL over WebSockets (graphql-transport-ws). Returns how to close them all, and the event streams with them. */
export function openSockets(http: HttpServer, path: string, options: SocketOptions): () => Promise<void> {
  const { origins, limits, compress = false, viewers, log, failures, metrics } = options;
  const { pingMs, initMs, closeMs, slowLookMs } = { ...usualTimes, ...options.times };
  // Its types do not know closeTimeout yet.
  const settings: ServerOptions & { closeTimeout: number } = {
    server: http,
    path,
    maxPayload: limits.sizes.socketMessageBytes,
    verifyClient: ({ req }, answer) => answer(origins.allows(req), 403, 'This origin may not connect'),
    closeTimeout: closeMs,
    handleProtocols,
    // Answers of subscriptions are compressed once for all who get them; whatever else there is goes as it is.
    perMessageDeflate: compress && {
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      threshold: Number.POSITIVE_INFINITY,
    },
  };
  if (compress) http.on('upgrade', leaveNarrowOffer);
  const wss = new WebSocketServer(settings);
  const heartbeat = new Heartbeat(pingMs);
  const outputs = new WeakMap<WebSocket, SocketOutput>();
  wss.on('connection', (socket, request) => {
    heartbeat.add(socket);
    outputs.set(socket, new SocketOutput(socket, request.socket));
    metrics.live.sockets.inc();
    limitMessages(socket, limits.rates.messagesPerSocket);
    socket.on('error', (error) => log.debug({ err: error, user: viewers.idOf(socket) }, 'a socket failed'));
    socket.on('close', (code) => {
      metrics.live.sockets.dec();
      metrics.live.closed(code);
    });
  });
  const server = makeServer<Record<string, unknown>, { socket: WebSocket; request: IncomingMessage }>({
    connectionInitWaitTimeout: initMs,
    onConnect: ({ connectionParams, extra }) => viewers.admit(extra.socket, connectionParams),
    onPing: ({ extra }, payload) => viewers.renew(extra.socket, payload),
    onSubscribe: ({ extra, subscriptions, connectionParams }, id, params) => {
      const socket = outputs.get(extra.socket);
      const output = socket && { socket, id };
      const underWay = Object.keys(subscriptions).length;
      return prepare(options, { ...extra, output, underWay, connectionParams }, params).catch((error: unknown) => [
        publicError(error, failures),
      ]);
    },
    onNext: (_context, _id, _payload, _args, result) =>
      result.errors && ({ ...result, errors: result.errors.map(shown) } as FormattedExecutionResult),
    onError: (_context, _id, _payload, errors) => errors.map(shown),
    execute: (args: ExecutionArgs) => runner(args).execute(args),
    subscribe: (args: ExecutionArgs) => runner(args).subscribe(args),
  });
  wss.on('connection', (socket, request) => {
    const failed = (error: unknown) => failures.socket(error, viewers.idOf(socket));
    open(server, { socket, request, failed, metrics: metrics.live });
  });
  const looking = setInterval(
    cutSlowReaders(wss, outputs, (socket) =>
      log.info(
        { unread: socket.bufferedAmount, user: viewers.idOf(socket) },
        'a socket that does not read was cut off',
      ),
    ),
    slowLookMs,
  ).unref();
  const cutEventStreams = watchEventStreams(http);
  return async () => {
    clearInterval(looking);
    heartbeat.stop();
    cutEventStreams();
    for (const socket of wss.clients) socket.close(closeCodes.goingAway, 'The server is stopping.');
    await new Promise((resolve) => void wss.close(resolve));
  };
}

/** What all get can't be made for the small window of one: who asks for that gets it as it is. */
function leaveNarrowOffer({ headers }: IncomingMessage): void {
  if (headers['sec-websocket-extensions']?.includes('server_max_window_bits'))
    delete headers['sec-websocket-extensions'];
}

interface Arrived {
  socket: WebSocket;
  request: IncomingMessage;
  failed(error: unknown): void;
  metrics: Pick<Metrics['live'], 'messages' | 'messagesDropped'>;
}

/** Hands a socket to the protocol, one operation of an id after the other. What comes while it is being closed is dropped. */
function open(
  server: Server<{ socket: WebSocket; request: IncomingMessage }>,
  { socket, request, failed, metrics }: Arrived,
): void {
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState === socket.OPEN) socket.send(data, (error) => (error ? reject(error) : resolve()));
          else resolve();
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        const queue = new OperationQueue(handle);
        socket.once('close', () => queue.close());
        socket.on('message', (message) => {
          metrics.messages.inc();
          if (socket.readyState !== socket.OPEN) return metrics.messagesDropped.inc();
          queue.take(String(message)).catch((error: unknown) => {
            failed(error);
            socket.close(CloseCode.InternalServerError, 'Something failed on our side.');
          });
        });
      },
    },
    { socket, request },
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

/** What HTTP makes of an error is nobody's business here. */
function shown(error: GraphQLError | GraphQLFormattedError): GraphQLFormattedError {
  const { extensions: { http: _http, ...extensions } = {}, ...rest } =
    error instanceof GraphQLError ? error.toJSON() : error;
  return Object.keys(extensions).length > 0 ? { ...rest, extensions } : rest;
}

interface Operation {
  socket: WebSocket;
  request: IncomingMessage;
  output: TransportContext['output'];
  /** How many of the socket's operations are, this one among them. */
  underWay: number;
  connectionParams: Record<string, unknown> | undefined;
}

/** What runs the operation, or what is wrong with it. Throws what `publicError` makes presentable. */
async function prepare(
  { yoga, clock, peers, limits, viewers }: SocketOptions,
  { socket, request, output, underWay, connectionParams }: Operation,
  params: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { subscriptionsPerSocket } = limits.sizes;
  // The protocol counts this one already.
  if (underWay > subscriptionsPerSocket) {
    throw rateLimited({ what: `${subscriptionsPerSocket} subscriptions under way on one socket` }, 1);
  }
  const transport: TransportContext = {
    arrival: arrive({ clock, peers }, request),
    caller: await viewers.of(socket, params.extensions),
    traceparent: traceparentOf(params.extensions) ?? traceparentOf(connectionParams),
    ...(output && { output }),
  };
  const { schema, parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({
    ...transport,
    req: request,
    params,
  });
  const document: DocumentNode = parse(params.query);
  const errors: readonly GraphQLError[] = validate(schema, document);
  if (errors.length > 0) return errors;
  if (!getOperationAST(document, params.operationName)) {
    throw badUserInput('Could not determine what operation to execute.');
  }
  return {
    schema,
    document,
    operationName: params.operationName,
    variableValues: params.variables,
    contextValue: await contextFactory(),
    rootValue: { execute, subscribe } satisfies Runner,
  };
}

/** As the client names it for one operation, or for all of a connection. */
function traceparentOf(said: Record<string, unknown> | null | undefined): string | undefined {
  const traceparent = said?.['traceparent'];
  return typeof traceparent === 'string' ? traceparent : undefined;
}

/** Counts in fixed spans: cheap enough for every message of every socket. */
function limitMessages(socket: WebSocket, { points, seconds }: RateLimit): void {
  let spanEnds = 0;
  let left = 0;
  socket.on('message', () => {
    const now = performance.now();
    if (now >= spanEnds) [spanEnds, left] = [now + seconds * 1000, points];
    left -= 1;
    if (left === -1) socket.close(closeCodes.tooMany, `Too many messages: ${points} in ${seconds} s are the limit.`);
  });
}

function runner({ rootValue }: ExecutionArgs): Runner {
  return rootValue as Runner;
}

/**
 * Event streams would go on for ever. They are cut rather than ended: whoever is told that a stream is complete does not
 * come back, whoever is cut off resumes by cursor.
 */
function watchEventStreams(http: HttpServer): () => void {
  const underWay = new Set<ServerResponse>();
  http.on('request', (_req, res: ServerResponse) => {
    underWay.add(res);
    res.once('close', () => underWay.delete(res));
  });
  return () => {
    for (const res of underWay) {
      if (String(res.getHeader('content-type')).startsWith('text/event-stream')) res.destroy();
    }
  };
}

/** A look at all sockets. One that is slow and still reads is left alone: what it follows waits for it, and costs nothing. */
function cutSlowReaders(
  wss: WebSocketServer,
  outputs: WeakMap<WebSocket, SocketOutput>,
  cut: (socket: WebSocket) => void,
): () => void {
  const sentBefore = new WeakMap<WebSocket, number>();
  return () => {
    for (const socket of wss.clients) {
      const { bytesWritten = 0, writableLength = 0 } = outputs.get(socket)?.socket ?? {};
      const sent = bytesWritten - writableLength;
      if (socket.bufferedAmount > 0 && sent === sentBefore.get(socket)) {
        cut(socket);
        socket.close(closeCodes.tooSlow, 'Too slow: reconnect and resume by cursor.');
        // The close frame waits behind what is not being read.
        setTimeout(() => socket.terminate(), 1_000).unref();
      }
      sentBefore.set(socket, sent);
    }
  };
}
