import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../../resolvers/clock.ts';
import type { KeyRing } from '../auth/keyRing.ts';
import { isLoopback, type Config } from '../config.ts';
import { checkReadiness, type HealthOptions } from '../health.ts';
import type { Failures } from '../failures.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimiter } from '../rateLimiter.ts';
import type { NodeTracing } from '../tracing/nodeTracing.ts';
import { jsonType, refuse, write } from './jsonAnswer.ts';
import type { Origins } from './origins.ts';
import type { PageHandler } from './page.ts';
import type { Peers } from './peers.ts';
import { type QuizReportHandler, reportRoute, roomOfReport } from './quizReportRoute.ts';
import { type TelegramHandler, telegramPath } from './telegramRoute.ts';
import { arrive, type TransportContext } from './requestContext.ts';
import type { GraphQLHandler } from './shortPath.ts';
import { graphqlPath, ssePath } from './yoga.ts';

export interface RouteOptions {
  graphql: GraphQLHandler;
  quizReport: QuizReportHandler;
  /** Left out: there is no bot. */
  telegram?: TelegramHandler | undefined;
  /** Null: there is none, and `/` leads to the API. */
  page: PageHandler | null;
  config: Pick<Config, 'mode' | 'host' | 'roles' | 'tls'>;
  clock: Clock;
  peers: Peers;
  origins: Origins;
  limiter: RateLimiter;
  ring: Pick<KeyRing, 'keys'>;
  health: HealthOptions;
  metrics: Metrics;
  log: Logger;
  failures: Failures;
  tracing?: NodeTracing | undefined;
  /** False once the server has begun to stop. */
  open(): boolean;
}

/** Every address this server answers over HTTP. */
export function routes(options: RouteOptions): RequestListener {
  const { clock, peers, log, failures, open } = options;
  return (req, res) => {
    const arrival = arrive({ clock, peers }, req);
    res.setHeader('x-request-id', arrival.requestId);
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    res.once('close', () => {
      const ms = Math.round((performance.now() - arrival.mark) * 10) / 10;
      log.debug(
        { requestId: arrival.requestId, method: req.method, path: sayable(path), status: res.statusCode, ms },
        'request',
      );
      // A connection that is kept alive would keep a server alive that stops.
      if (!open()) req.socket.destroySoon();
    });
    answerTraced(options, path, arrival, req, res).catch((error: unknown) => {
      const { requestId } = arrival;
      failures.request(error, requestId);
      if (res.headersSent) res.destroy();
      else write(res, 500, jsonType, JSON.stringify({ error: 'Something failed on our side.', requestId }));
    });
  };
}

/** The addresses there are. Anything may stand in another, such as a token. */
function sayable(path: string): string {
  return paths.has(path) || roomOfReport(path) ? path : 'another';
}
const paths = new Set(['/', '/healthz', '/readyz', '/metrics', '/.well-known/jwks.json', graphqlPath, ssePath]);

/** What is answered on behalf of somebody is traced. */
function answerTraced(
  options: RouteOptions,
  path: string,
  arrival: TransportContext['arrival'],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { tracing } = options;
  const route = tracing && (path === graphqlPath || path === ssePath ? path : roomOfReport(path) && reportRoute);
  if (!route) return answer(options, path, arrival, req, res);
  const { requestId } = arrival;
  return tracing.request({ req, res, route, requestId }, () => answer(options, path, arrival, req, res));
}

async function answer(
  { graphql, quizReport, telegram, page, config, origins, peers, limiter, ring, health, metrics, open }: RouteOptions,
  path: string,
  arrival: TransportContext['arrival'],
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const reportedRoom = roomOfReport(path);
  switch (path) {
    case '/healthz':
      return json(req, res, 200, { status: 'up' });
    case '/readyz': {
      const { ready, checks } = await checkReadiness(health);
      return json(req, res, ready && open() ? 200 : 503, { ready: ready && open(), checks });
    }
    case '/metrics':
      return send(req, res, 200, metrics.registry.contentType, await metrics.registry.metrics());
    case '/.well-known/jwks.json':
      res.setHeader('access-control-allow-origin', '*');
      return json(req, res, 200, ring.keys.jwks, 'public, max-age=300');
    case '/':
      if (page) break;
      res.setHeader('location', graphqlPath);
      return send(req, res, 302, 'text/plain', '');
  }
  const forApi =
    path === graphqlPath || path === ssePath || reportedRoom || (telegram !== undefined && path === telegramPath);
  if (!forApi && !page) return nothing(res);
  if (needsProxy(config) && !peers.isTrusted(req)) {
    return refuse(res, 403, 'FORBIDDEN', 'This server answers over plain HTTP to its proxy only; see TRUST_PROXY.');
  }
  if (!forApi) {
    if (!page?.(req, res)) nothing(res);
    return;
  }
  const role = path === ssePath ? 'live' : 'http';
  if (!config.roles.has(role)) return refuse(res, 421, 'BAD_USER_INPUT', `This node does not serve ${path}; see ROLE.`);
  if (origins.handle(req, res)) return;
  const retryAfter = await limiter.secondsToWait('requestsPerAddress', arrival.address);
  if (retryAfter > 0) {
    res.setHeader('retry-after', retryAfter);
    return refuse(res, 429, 'RATE_LIMITED', `Too many requests from your address. Try again in ${retryAfter} s.`, {
      retryAfter,
    });
  }
  if (telegram && path === telegramPath) return telegram(req, res);
  if (reportedRoom) return quizReport(reportedRoom, req, res, { arrival });
  // Yoga streams events to whoever accepts them, at its one address.
  if (path === ssePath) req.url = graphqlPath + (req.url ?? '').slice(ssePath.length);
  await graphql(req, res, { arrival });
}

function nothing(res: ServerResponse): void {
  write(res, 404, jsonType, JSON.stringify({ error: `Nothing is here. The API is at ${graphqlPath}.` }));
}

/** In production plain HTTP is for the proxy that ends TLS, and for this machine. */
function needsProxy({ mode, host, tls }: RouteOptions['config']): boolean {
  return mode === 'production' && !tls && !isLoopback(host);
}

function json(req: IncomingMessage, res: ServerResponse, status: number, body: object, caching = 'no-store'): void {
  res.setHeader('cache-control', caching);
  send(req, res, status, jsonType, JSON.stringify(body));
}

/** Answers GET and HEAD; these addresses take nothing else. */
function send(req: IncomingMessage, res: ServerResponse, status: number, type: string, body: string): void {
  if (req.method === 'GET' || req.method === 'HEAD') return write(res, status, type, body);
  res.setHeader('allow', 'GET, HEAD');
  write(res, 405, jsonType, JSON.stringify({ error: 'This address answers GET and HEAD only.' }));
}
