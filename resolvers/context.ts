import type { EntityManager } from '@mikro-orm/postgresql';
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

/** What every operation is called with. One per request, and one per operation on a socket. */
export interface Context {
  services: Services;
  viewer: Viewer | null;
  /** Whose eyes see the answer: the viewer's, or those of whoever this operation signs in. */
  eyes: string | null;
  /** Reads for this request, with an identity map of its own. */
  em: EntityManager;
  arrival: Arrival;
}

/** When a request came in: by the game's clock, and by a monotonic one for what has elapsed since. */
export interface Arrival {
  requestId: string;
  /** Of the client, as far as it can be known: what limits by address count by. */
  address: string;
  /** Unix time in milliseconds. */
  at: number;
  /** `performance.now()` at arrival. */
  mark: number;
  authenticatedMark: number;
}
