import type { EntityManager } from '@mikro-orm/postgresql';
import type { Scope } from '../entities/serviceToken.ts';
import type { Services } from './services.ts';

/** Whoever a valid access token speaks for. */
export interface Viewer {
  userId: string;
  handle: string;
  /** `admin`, or what an outside issuer may name; see AUTH_ISSUERS. */
  roles: readonly string[];
  /** The sign-in behind the token; null for tokens made by an operator. */
  sessionId: string | null;
  issuer: string;
  /** Unix time in milliseconds. */
  tokenExpiresAt: number;
}

/** Whatever a service token speaks for: a program of an integrator's, never a person. */
export interface Service {
  tokenId: string;
  name: string;
  scopes: readonly Scope[];
  /** Unix time in milliseconds; infinite for a token without an end. */
  tokenExpiresAt: number;
}

/** Whoever brought a valid token. */
export type Caller = Viewer | Service;

export function isService(caller: Caller): caller is Service {
  return 'scopes' in caller;
}

/** What limits count a caller by, and what its sockets have in common. */
export function callerId(caller: Caller): string {
  return isService(caller) ? caller.tokenId : caller.userId;
}

/** The sign-in, or the service token, whose end ends everything of this caller's. */
export function sessionOf(caller: Caller): string | null {
  return isService(caller) ? caller.tokenId : caller.sessionId;
}

/** What every operation is called with. One per request, and one per operation on a socket. */
export interface Context {
  services: Services;
  /** The person who asks; null for nobody and for services. */
  viewer: Viewer | null;
  service: Service | null;
  /** Whose eyes see the answer: the viewer's, or those of whoever this operation signs in. */
  eyes: string | null;
  /** Reads for this request, with an identity map of its own. */
  em: EntityManager;
  /** Missing, like `em`, where an event of a stream is resolved: nobody asks for it at that moment. */
  arrival: Arrival;
}

/** When a request came in: by the game's clock, and by a monotonic one for what has elapsed since. */
export interface Arrival {
  requestId: string;
  /** Of the client, as far as it can be known: what limits by address count by. */
  address: string;
  /** The `User-Agent` header, as the client wrote it; undefined without one. Not for keeping. */
  userAgent: string | undefined;
  /** Unix time in milliseconds. */
  at: number;
  /** `performance.now()` at arrival. */
  mark: number;
  authenticatedMark: number;
}
