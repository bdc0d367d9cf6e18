import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from '../../resolvers/clock.ts';
import type { Viewer } from '../../resolvers/context.ts';
import { closeCodes } from './closeCodes.ts';
import { bearerToken } from './requestContext.ts';

const credentials = z
  .object({ authorization: z.string().optional(), Authorization: z.string().optional() })
  .transform(({ authorization, Authorization }) => Authorization ?? authorization);
const operationExtensions = z.object({ headers: credentials }).transform(({ headers }) => headers);
const longestTimerMs = 2 ** 31 - 1;

/** Who speaks through each socket. A socket closes when the token it speaks by ends. */
export class SocketViewers {
  readonly #authenticate: (token: string) => Promise<Viewer>;
  readonly #clock: Clock;
  readonly #viewers = new WeakMap<WebSocket, Viewer>();

  constructor(authenticate: (token: string) => Promise<Viewer>, clock: Clock) {
    this.#authenticate = authenticate;
    this.#clock = clock;
  }

  /** Reads connection_init's payload. Without a token the socket is nobody's; false: its token is refused. */
  async admit(socket: WebSocket, connectionParams: unknown): Promise<boolean> {
    const authorization = credentials.safeParse(connectionParams ?? {}).data;
    if (authorization === undefined) return true;
    return this.#take(socket, authorization).then(
      () => true,
      () => false,
    );
  }

  /**
   * Who sends this operation: whoever the socket speaks for, or, on a socket that is nobody's, the bearer of the token
   * among the operation's `extensions.headers`, which is where GraphiQL puts it. Throws UNAUTHENTICATED for a bad one.
   */
  async of(socket: WebSocket, extensions: unknown): Promise<Viewer | null> {
    const known = this.#viewers.get(socket);
    if (known) return known;
    const authorization = operationExtensions.safeParse(extensions ?? {}).data;
    return authorization === undefined ? null : this.#take(socket, authorization);
  }

  async #take(socket: WebSocket, authorization: string): Promise<Viewer> {
    const viewer = await this.#authenticate(bearerToken(authorization) ?? '');
    this.#viewers.set(socket, viewer);
    const timer = setTimeout(
      () => socket.close(closeCodes.tokenExpired, 'The token has ended.'),
      Math.min(viewer.tokenExpiresAt - this.#clock.now(), longestTimerMs),
    );
    timer.unref();
    socket.once('close', () => clearTimeout(timer));
    return viewer;
  }
}
