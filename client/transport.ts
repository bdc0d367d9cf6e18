import type { Ending } from './ending.ts';

/** One connection's errand: everything after `after()`, handed to `deliver` in the order it came. */
export interface Session<Event> {
  /** The cursor of the last event taken, from whichever transport. */
  after(): string | undefined;
  token: string | undefined;
  /** Ends the connection. */
  signal: AbortSignal;
  /** To be called once the server has answered that it serves. */
  opened(): void;
  /** Ignores what comes after the session ended. */
  deliver(event: Event): void;
}

/**
 * A way to reach the server: one connection, never retried. Resolves with how it ended once nothing of it is left open,
 * and never rejects.
 */
export type Transport<Event> = (session: Session<Event>) => Promise<Ending>;

export interface Operation {
  query: string;
  operationName?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
}

/** How long a transport waits for signs of life, in milliseconds. */
export interface Patience {
  /** For the server's first answer. */
  openMs: number;
  /** Between signs of life on an open connection; sockets are pinged at half of it. */
  silenceMs: number;
}

/** The operation's parameters, going on behind a cursor. */
export function requestAfter({ query, operationName, variables }: Operation, name: string, after: string | undefined) {
  return {
    query,
    ...(operationName !== undefined && { operationName }),
    variables: { ...variables, ...(after !== undefined && { [name]: after }) },
  };
}

export function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
