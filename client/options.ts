import type { BackoffOptions } from './backoff.ts';
import type { Gap, Place } from './place.ts';
import type { Page } from './pollingTransport.ts';
import type { State } from './pump.ts';
import type { Operation, Patience } from './transport.ts';
import type { WebSocketClass } from './webSocketTransport.ts';

/** A query with the subscription's cursors, for when neither sockets nor streams get through. */
export interface PollOptions<Event> extends Operation {
  /** The events in the query's data. What it throws ends the stream. */
  pageOf(data: Record<string, unknown>): Page<Event>;
  /** From one poll to the next once all was read, in milliseconds; 2,000 when left out. */
  everyMs?: number | undefined;
}

export interface ResumableOptions<Event> extends Operation {
  /** Of the GraphQL endpoint, http or https. In browsers it may be relative. */
  url: string;
  /** Where they differ from `url` and `url/stream`; null: the server has none. */
  urls?: { websocket?: string | null | undefined; sse?: string | null | undefined } | undefined;
  /** The cursor to begin behind; left out, that of the variables, or else all that is kept comes first. */
  after?: string | undefined;
  /** The variable that takes the cursor; `after` when left out. */
  afterVariable?: string | undefined;
  /** The event in a result's data; its one root field when left out. */
  eventOf?: ((data: Record<string, unknown>) => Event) | undefined;
  /** Where an event stands; when left out it has to have `__typename`, `cursor` and `seq`. */
  placeOf?: ((event: Event) => Place) | undefined;
  /**
   * Asked for an access token before each connection; `refused` when the last one was, or has ended. What it throws is
   * waited out, but a StreamFailedError ends the stream.
   */
  token?: ((refused: boolean) => string | Promise<string>) | undefined;
  poll?: PollOptions<Event> | undefined;
  /** Awaited before the gap is given out as an event: the place to read the state anew. */
  onGap?: ((gap: Gap) => void | Promise<void>) | undefined;
  onState?: ((state: State, why: string) => void) | undefined;
  /** The global one when left out; without any, streaming begins with SSE. */
  webSocketImpl?: WebSocketClass | undefined;
  fetchFn?: typeof fetch | undefined;
  /** How many events may wait to be read, 1,000 when left out; past it the connection is given up until half are read. */
  buffer?: number | undefined;
  /** 500 ms and 30 s when left out. */
  backoff?: Partial<BackoffOptions> | undefined;
  /** 10 s and 30 s when left out. */
  patience?: Partial<Patience> | undefined;
  /** As often in a row a transport may fail to open, twice as often open in vain, before the next is tried; 3 when left out. */
  tries?: number | undefined;
  /** How often better transports are tried again, in milliseconds; a minute when left out. */
  climbMs?: number | undefined;
}
