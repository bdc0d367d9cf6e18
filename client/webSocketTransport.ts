import { createClient } from 'graphql-ws';
import { Connection } from './connection.ts';
import { endingOf, isGraphQLError, messageOf, type Ending } from './ending.ts';
import { isRecord } from './place.ts';
import { authorization, requestAfter, type Operation, type Patience, type Transport } from './transport.ts';

/** What this needs of a WebSocket: browsers', Node's and the `ws` package's have it. */
export interface WebSocketLike {
  readonly readyState: number;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'close' | 'error', listener: () => void): void;
  /** Only the `ws` package's. */
  terminate?(): void;
}
export type WebSocketClass = new (url: string, protocols?: string | string[]) => WebSocketLike;

export interface WebSocketOptions<Event> {
  url: string;
  operation: Operation;
  afterVariable: string;
  eventOf(data: Record<string, unknown>): Event;
  webSocketImpl: WebSocketClass;
  patience: Patience;
}

/** What the server closes a socket with for its token's sake: not valid, ended, of a session that is over. */
const tokenRefused = 4403;
const tokenExpired = 4410;
const sessionEnded = 4412;
const tooMany = 4429;
const closed = 3;
/** A peer that is gone never answers the closing. */
const closingMs = 1_000;

/** The graphql-transport-ws protocol, by graphql-ws's own client: one socket for each session. */
export function webSocketTransport<Event>(options: WebSocketOptions<Event>): Transport<Event> {
  const { url, operation, afterVariable, eventOf, patience } = options;
  return ({ after, token, signal, opened, deliver }) => {
    let socket: WebSocketLike | undefined;
    let unsubscribe: (() => void) | undefined;
    const connection = new Connection(signal, patience, async () => {
      unsubscribe?.();
      await closing(socket);
    });
    const lost = (error: unknown) => connection.end({ kind: 'lost', why: messageOf(error) });
    try {
      const client = createClient({
        url,
        webSocketImpl: watched(options.webSocketImpl, (made) => (socket = made)),
        connectionParams: authorization(token),
        retryAttempts: 0,
        keepAlive: patience.silenceMs / 2,
        on: {
          connected: () => {
            connection.alive();
            opened();
          },
          message: () => connection.alive(),
          error: lost,
          closed: (event) => connection.end(endingOfClose(event)),
        },
      });
      if (connection.over) return connection.ended;
      unsubscribe = client.subscribe(requestAfter(operation, afterVariable, after()), {
        next: (result) => connection.receive(result, eventOf, deliver),
        error: (error) => {
          if (Array.isArray(error)) connection.end(endingOf(error.filter(isGraphQLError)));
          else lost(error);
        },
        complete: () => connection.end({ kind: 'completed' }),
      });
    } catch (error) {
      connection.end({ kind: 'failed', error });
    }
    return connection.ended;
  };
}

function endingOfClose(event: unknown): Ending {
  const { code, reason } = isRecord(event) ? event : {};
  const why = `the socket was closed with ${String(code)}${reason ? `: ${String(reason)}` : ''}`;
  switch (code) {
    case tokenRefused:
    case sessionEnded:
      return { kind: 'refused', why, errors: [] };
    case tokenExpired:
      return { kind: 'expired', why };
    case tooMany:
      return { kind: 'busy', why, waitMs: 0 };
    default:
      return { kind: 'lost', why };
  }
}

/** A socket that fails after nobody listens any more must not bring the process down, as one of `ws` would. */
function watched(Impl: WebSocketClass, made: (socket: WebSocketLike) => void): WebSocketClass {
  return class extends Impl {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('error', () => undefined);
      made(this);
    }
  };
}

/** Resolves once the socket is closed, or can be left to itself. */
function closing(socket: WebSocketLike | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!socket || socket.readyState === closed) return resolve();
    const giveUp = setTimeout(() => {
      socket.terminate?.();
      resolve();
    }, closingMs);
    socket.addEventListener('close', () => {
      clearTimeout(giveUp);
      resolve();
    });
    socket.close(1000, 'Normal Closure');
  });
}
