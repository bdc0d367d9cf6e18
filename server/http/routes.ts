import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Services } from '../../resolvers/services.ts';
import type { Keys } from '../auth/keys.ts';
import { checkReadiness, type HealthOptions } from '../health.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { arrive } from './requestContext.ts';
import { graphqlPath, ssePath, type GraphQLServer } from './yoga.ts';

export interface RouteOptions {
  yoga: GraphQLServer;
  services: Services;
  keys: Keys;
  health: HealthOptions;
  metrics: Metrics;
  log: Logger;
  /** False once the server has begun to stop. */
  open(): boolean;
}

/** Every address this server answers over HTTP. */
export function routes(options: RouteOptions): RequestListener {
  const { yoga, services, keys, health, metrics, log, open } = options;
  return (req, res) => {
    const arrival = arrive(services, req);
    res.setHeader('x-request-id', arrival.requestId);
    const path = (req.url ?? '/').split('?', 1)[0];
    res.once('close', () => {
      const ms = Math.round((performance.now() - arrival.mark) * 10) / 10;
      log.debug({ requestId: arrival.requestId, method: req.method, path, status: res.statusCode, ms }, 'request');
    });
    const answer = async (): Promise<void> => {
      switch (path) {
        case graphqlPath:
        case ssePath:
          await yoga(req, res, { arrival, req, res });
          return;
        case '/.well-known/jwks.json':
          return json(req, res, 200, keys.jwks, 'public, max-age=300');
        case '/healthz':
          return json(req, res, 200, { status: 'up' });
        case '/readyz': {
          const { ready, checks } = await checkReadiness(health);
          return json(req, res, ready && open() ? 200 : 503, { ready: ready && open(), checks });
        }
        case '/metrics':
          return send(req, res, 200, metrics.registry.contentType, await metrics.registry.metrics());
        case '/':
          res.setHeader('location', graphqlPath);
          return send(req, res, 302, 'text/plain', '');
        default:
          return json(req, res, 404, { error: `Nothing is here. The API is at ${graphqlPath}.` });
      }
    };
    answer().catch((error: unknown) => {
      log.error({ err: error, requestId: arrival.requestId }, 'a request failed');
      if (!res.headersSent)
        json(req, res, 500, { error: 'Something failed on our side.', requestId: arrival.requestId });
      else res.destroy();
    });
  };
}

function json(req: IncomingMessage, res: ServerResponse, status: number, body: object, caching = 'no-store'): void {
  res.setHeader('cache-control', caching);
  send(req, res, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

/** Answers GET and HEAD; these addresses take nothing else. */
function send(req: IncomingMessage, res: ServerResponse, status: number, type: string, body: string): void {
  const readOnly = req.method === 'GET' || req.method === 'HEAD';
  res.statusCode = readOnly ? status : 405;
  if (!readOnly) res.setHeader('allow', 'GET, HEAD');
  res.setHeader('content-type', type);
  res.end(readOnly ? body : undefined);
}
