import type { Clock } from '../../resolvers/clock.ts';
import type { Caller } from '../../resolvers/context.ts';
import type { Services } from '../../resolvers/services.ts';
import { schema } from '../../schema/index.ts';
import type { KeyRing } from '../auth/keyRing.ts';
import type { Config } from '../config.ts';
import type { DevelopmentTokens } from '../developmentTokens.ts';
import type { HealthOptions } from '../health.ts';
import { pageFolder } from '../buildPage.ts';
import { makeHttpServer } from '../listen.ts';
import type { Failures } from '../failures.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimiter } from '../rateLimiter.ts';
import { openTelegram } from '../telegram/openTelegram.ts';
import type { NodeTracing } from '../tracing/nodeTracing.ts';
import { operationLine } from './operationLine.ts';
import { Origins } from './origins.ts';
import { pageOf } from './page.ts';
import { peersBehind } from './peers.ts';
import { quizReports } from './quizReportRoute.ts';
import { contextsFrom } from './requestContext.ts';
import { routes } from './routes.ts';
import { shortPath, yogaAlone } from './shortPath.ts';
import type { SocketViewers } from './socketViewers.ts';
import type { StreamViewers } from './streamViewers.ts';
import { openSockets } from './webSocket.ts';
import { graphqlPath, makeYoga } from './yoga.ts';

export interface FrontOptions {
  config: Config;
  services: Services;
  authenticate(token: string): Promise<Caller>;
  limiter: RateLimiter;
  streams: StreamViewers;
  viewers: SocketViewers;
  clock: Clock;
  ring: KeyRing;
  health: HealthOptions;
  /** False once the server has begun to stop. */
  open(): boolean;
  developmentTokens: DevelopmentTokens | null;
  /** False: Yoga answers everything. */
  shortPath: boolean;
  metrics: Metrics;
  log: Logger;
  failures: Failures;
  tracing: NodeTracing | undefined;
}

/** All that the outside reaches of this node: routes and sockets, on a server that does not listen yet. */
export function openFront(options: FrontOptions) {
  const { config, services, authenticate, limiter, streams, viewers, metrics, log, failures, tracing } = options;
  const { clock, ring, health, open, developmentTokens } = options;
  const { limits } = config;
  const contextOf = contextsFrom({
    services,
    authenticate,
    limiter,
    refused: (error) => metrics.operations.count('refused', { errors: [error] }),
  });
  const line = operationLine(log);
  const yoga = makeYoga({
    schema,
    contextOf,
    limits,
    streams,
    failures,
    line,
    metrics,
    clock,
    tracing,
    developmentTokens,
  });
  const peers = peersBehind(config.trustedProxies);
  const origins = new Origins(config.origins);
  const trace = tracing?.operation;
  const graphql = options.shortPath
    ? shortPath({ yoga, contextOf, limits, failures, line, metrics, trace })
    : yogaAlone(yoga);
  const quizReport = quizReports({ contextOf, failures });
  const telegram = openTelegram({ config, services, limiter, metrics });
  const http = makeHttpServer(
    config,
    routes({
      graphql,
      quizReport,
      telegram,
      page: config.page ? pageOf(pageFolder) : null,
      config,
      clock,
      peers,
      origins,
      limiter,
      ring,
      health,
      metrics,
      log,
      failures,
      tracing,
      open,
    }),
  );
  const closeSockets = config.roles.has('live')
    ? openSockets(http, graphqlPath, {
        yoga,
        clock,
        peers,
        origins,
        limits,
        compress: config.compressEvents,
        viewers,
        log,
        failures,
        metrics,
      })
    : () => Promise.resolve();
  return { http, closeSockets };
}
