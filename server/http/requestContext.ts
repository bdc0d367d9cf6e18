import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../resolvers/clock.ts';
import { callerId, isService, type Arrival, type Caller, type Context } from '../../resolvers/context.ts';
import type { Services } from '../../resolvers/services.ts';
import type { RateLimiter } from '../rateLimiter.ts';
import type { Peers } from './peers.ts';
import type { SocketOutput } from './socketOutput.ts';

/** What the transport knows of an operation before GraphQL does. */
export interface TransportContext {
  arrival: Omit<Arrival, 'authenticatedMark'>;
  /** Whoever the socket speaks for; left out over HTTP, where each request brings its own token. */
  caller?: Caller | null;
  /** The trace that a socket's client names for an operation. */
  traceparent?: string | undefined;
  /** The trace that the operation is a part of. */
  traceId?: string;
  /** Where a subscription's answers go straight to, over a socket. */
  output?: { socket: SocketOutput; id: string };
}

/** Notes that an operation has arrived, under the request's own id when it brings a sensible one. */
export function arrive(
  { clock, peers }: { clock: Clock; peers: Peers },
  req: IncomingMessage,
): Omit<Arrival, 'authenticatedMark'> {
  const given = req.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
  return {
    requestId,
    address: peers.addressOf(req),
    userAgent: req.headers['user-agent'],
    at: clock.now(),
    mark: performance.now(),
  };
}

/** The token of an `Authorization: Bearer …` header, undefined when there is none. */
export function bearerToken(authorization: string | null | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

export interface ContextOptions {
  services: Services;
  authenticate(token: string): Promise<Caller>;
  limiter: RateLimiter;
  /** Told when an operation gets no context. */
  refused(error: unknown): void;
}

/**
 * Builds the context of one operation. An `Authorization` header that holds no valid token is refused before anything
 * runs; no header at all is nobody.
 */
export type ContextOf = (transport: TransportContext, authorization: string | undefined) => Promise<Context>;

export function contextsFrom(options: ContextOptions): ContextOf {
  return async (transport, authorization) => {
    try {
      return await contextOf(options, transport, authorization);
    } catch (error) {
      options.refused(error);
      throw error;
    }
  };
}

async function contextOf(
  { services, authenticate, limiter }: ContextOptions,
  { arrival, caller }: TransportContext,
  authorization: string | undefined,
): Promise<Context> {
  const known = caller === undefined ? await whoIs(authenticate, authorization) : caller;
  if (known) await limiter.take(isService(known) ? 'operationsPerService' : 'operationsPerUser', callerId(known));
  const viewer = known && !isService(known) ? known : null;
  if (viewer) services.product.seen(viewer.userId);
  let em: Context['em'] | undefined;
  return {
    services,
    viewer,
    service: known && isService(known) ? known : null,
    eyes: viewer?.userId ?? null,
    // Made for those that read by it.
    get em() {
      return (em ??= services.orm.em.fork());
    },
    arrival: { ...arrival, authenticatedMark: performance.now() },
  };
}

async function whoIs(
  authenticate: ContextOptions['authenticate'],
  authorization: string | undefined,
): Promise<Caller | null> {
  if (!authorization) return null;
  // A header in another form is a token in the wrong place, not a guest.
  return authenticate(bearerToken(authorization) ?? '');
}
