import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from '../../resolvers/clock.ts';
import { callerId, isService, sessionOf, type Caller } from '../../resolvers/context.ts';
import { closeCodes } from './closeCodes.ts';
import { bearerToken } from './requestContext.ts';
import { onTokenEnd } from './tokenEnd.ts';

const credentials = z
  .object({ authorization: z.string().optional(), Authorization: z.string().optional() })
  .transform(({ authorization, Authorization }) => Authorization ?? authorization);
const operationExtensions = z.object({ headers: credentials }).transform(({ headers }) => headers);

export interface SocketViewersOptions {
  authenticate(token: string): Promise<Caller>;
  clock: Clock;
  socketsPerUser: number;
  /** Told of every person whose token a socket brings. */
  seen?: ((userId: string) => void) | undefined;
}

/**
 * Who speaks through each socket. A socket closes when the token it speaks by ends, unless it was renewed, and when its
 * session is ended, on whichever node that happens.
 */
export class SocketViewers {
  readonly #options: SocketViewersOptions;
  readonly #viewers = new Map<WebSocket, Caller>();
  readonly #socketsOf = new Map<string, number>();
  /** How to call off the close at the end of each one's token. */
  readonly #ends = new WeakMap<WebSocket, () => void>();

  constructor(options: SocketViewersOptions) {
    this.#options = options;
  }

  /** Reads connection_init's payload. Without a token the socket is nobody's; false: its token is refused. */
  async admit(socket: WebSocket, connectionParams: unknown): Promise<boolean> {
    const authorization = credentials.safeParse(connectionParams ?? {}).data;
    return authorization === undefined || this.#accepts(socket, authorization);
  }

  /** A ping's payload may bring a fresh token of the same person. Any other token closes the socket. */
  async renew(socket: WebSocket, payload: unknown): Promise<void> {
    const authorization = credentials.safeParse(payload ?? {}).data;
    if (authorization === undefined || (await this.#accepts(socket, authorization))) return;
    socket.close(closeCodes.forbidden, 'The token is refused.');
  }

  /**
   * Who sends this operation: whoever the socket speaks for, or, on a socket that is nobody's, the bearer of the token
   * among the operation's `extensions.headers`, which is where GraphiQL puts it. Throws UNAUTHENTICATED for a bad one.
   */
  async of(socket: WebSocket, extensions: unknown): Promise<Caller | null> {
    const known = this.#viewers.get(socket);
    if (known) return known;
    const authorization = operationExtensions.safeParse(extensions ?? {}).data;
    return authorization === undefined ? null : this.#take(socket, authorization);
  }

  /** The id of whoever the socket speaks for. */
  idOf(socket: WebSocket): string | undefined {
    const known = this.#viewers.get(socket);
    return known && callerId(known);
  }

  /** Closes the sockets of sessions that are over. */
  endSessions(sessionIds: readonly string[]): void {
    const ended = new Set(sessionIds);
    for (const [socket, caller] of this.#viewers) {
      const sessionId = sessionOf(caller);
      if (sessionId !== null && ended.has(sessionId)) socket.close(closeCodes.sessionEnded, 'You are signed out.');
    }
  }

  #count(userId: string, change: 1 | -1): number {
    const count = (this.#socketsOf.get(userId) ?? 0) + change;
    if (count > 0) this.#socketsOf.set(userId, count);
    else this.#socketsOf.delete(userId);
    return count;
  }

  async #accepts(socket: WebSocket, authorization: string): Promise<boolean> {
    return this.#take(socket, authorization).then(
      () => true,
      () => false,
    );
  }

  async #take(socket: WebSocket, authorization: string): Promise<Caller> {
    const { authenticate, clock, socketsPerUser, seen } = this.#options;
    const caller = await authenticate(bearerToken(authorization) ?? '');
    if (socket.readyState !== socket.OPEN) throw new Error('a socket that is gone');
    const known = this.#viewers.get(socket);
    if (known && callerId(known) !== callerId(caller)) throw new Error('a token of somebody else');
    if (!known) {
      if (this.#count(callerId(caller), 1) > socketsPerUser) {
        socket.close(closeCodes.tooMany, 'Too many sockets: close another first.');
      }
      socket.once('close', () => {
        this.#count(callerId(caller), -1);
        this.#viewers.delete(socket);
        this.#ends.get(socket)?.();
      });
    }
    if (!isService(caller)) seen?.(caller.userId);
    this.#viewers.set(socket, caller);
    this.#ends.get(socket)?.();
    const end = () => socket.close(closeCodes.tokenExpired, 'The token has ended.');
    this.#ends.set(socket, onTokenEnd(clock, caller.tokenExpiresAt, end));
    return caller;
  }
}
