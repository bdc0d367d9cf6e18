import type { ServerResponse } from 'node:http';
import type { Clock } from '../../resolvers/clock.ts';
import { sessionOf, type Caller } from '../../resolvers/context.ts';
import { onTokenEnd } from './tokenEnd.ts';

/**
 * Who reads each event stream. One is cut when the token it was asked for with ends, and when its session is ended, on
 * whichever node that happens: cut rather than completed, as whoever is told that a stream is complete does not come
 * back. The next request is answered with what is wrong with its token.
 */
export class StreamViewers {
  readonly #clock: Clock;
  readonly #viewers = new Map<ServerResponse, Caller>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  follow(response: ServerResponse, caller: Caller): void {
    if (response.destroyed) return;
    this.#viewers.set(response, caller);
    const callOff = onTokenEnd(this.#clock, caller.tokenExpiresAt, () => response.destroy());
    response.once('close', () => {
      this.#viewers.delete(response);
      callOff();
    });
  }

  /** Cuts the streams of sessions that are over. */
  endSessions(sessionIds: readonly string[]): void {
    const ended = new Set(sessionIds);
    for (const [response, caller] of this.#viewers) {
      const sessionId = sessionOf(caller);
      if (sessionId !== null && ended.has(sessionId)) response.destroy();
    }
  }
}
