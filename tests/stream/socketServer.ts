import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { GraphQLSchema } from 'graphql';
import { schema as ownSchema } from '../../schema/index.ts';
import { readConfig } from '../../server/config.ts';
import { Origins } from '../../server/http/origins.ts';
import { peersBehind } from '../../server/http/peers.ts';
import { arrive, contextsFrom } from '../../server/http/requestContext.ts';
import { yogaAlone } from '../../server/http/shortPath.ts';
import { SocketViewers } from '../../server/http/socketViewers.ts';
import { StreamViewers } from '../../server/http/streamViewers.ts';
import { openSockets, type SocketTimes } from '../../server/http/webSocket.ts';
import { makeYoga } from '../../server/http/yoga.ts';
import { Failures } from '../../server/failures.ts';
import { makeLog } from '../../server/log.ts';
import { Metrics } from '../../server/metrics.ts';
import { RateLimiter } from '../../server/rateLimiter.ts';
import type { App } from '../harness/app.ts';

/**
 * The sockets and event streams of an app once more, on a port of their own, with other times, perhaps of another schema,
 * and the server's ends of them at hand.
 */
export async function serveSockets(
  { services, tokens }: App,
  times: Partial<SocketTimes>,
  schema: GraphQLSchema = ownSchema,
) {
  const { limits } = readConfig({ NODE_ENV: 'test' });
  const log = makeLog({ logLevel: 'fatal' });
  const failures = new Failures({ log });
  const metrics = new Metrics({ ofProcess: false });
  const { clock } = services;
  const authenticate = (token: string) => tokens.verify(token);
  const limiter = new RateLimiter(limits.rates, null);
  const streams = new StreamViewers(clock);
  const yoga = makeYoga({
    schema,
    contextOf: contextsFrom({ services, authenticate, limiter, refused: () => undefined }),
    limits,
    streams,
    failures,
    metrics,
    clock,
    developmentTokens: null,
  });
  const viewers = new SocketViewers({ authenticate, clock, socketsPerUser: limits.sizes.socketsPerUser });
  const peers = peersBehind([]);
  const answer = yogaAlone(yoga);
  const http = createServer((req, res) => {
    const arrival = arrive({ clock, peers }, req);
    // As everywhere; Node also remembers what else the head of an answer says then, which a server that stops asks for.
    res.setHeader('x-request-id', arrival.requestId);
    void answer(req, res, { arrival });
  });
  const connections: Socket[] = [];
  http.on('connection', (socket) => void connections.push(socket));
  const closeSockets = openSockets(http, '/graphql', {
    yoga,
    clock,
    peers,
    origins: new Origins([]),
    limits,
    viewers,
    log,
    failures,
    metrics,
    times,
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', () => resolve()));
  const { port } = http.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeSockets().finally(() => void http.close()));
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}`, connections, metrics, close };
}
