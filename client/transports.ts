import type { TransportName } from './ladder.ts';
import type { ResumableOptions } from './options.ts';
import { isRecord } from './place.ts';
import { pollingTransport } from './pollingTransport.ts';
import { sseTransport } from './sseTransport.ts';
import type { Transport } from './transport.ts';
import { type WebSocketClass, webSocketTransport } from './webSocketTransport.ts';

export type Transports<Event> = Partial<Record<TransportName, Transport<Event>>>;

/** The ways to reach the server that the options leave open. */
export function transportsOf<Event>(options: ResumableOptions<Event>): Transports<Event> {
  const { urls, poll, fetchFn = fetch, afterVariable = 'after' } = options;
  const { query, operationName, variables, eventOf = rootField } = options;
  const patience = { openMs: 10_000, silenceMs: 30_000, ...options.patience };
  const url = absolute(options.url);
  const subscribing = { operation: { query, operationName, variables }, afterVariable, eventOf, patience };
  const webSocketUrl = urls?.websocket === undefined ? url.replace(/^http/, 'ws') : urls.websocket;
  const sseUrl = urls?.sse === undefined ? `${url}/stream` : urls.sse;
  const webSocketImpl = options.webSocketImpl ?? globalWebSocket();
  return {
    ...(webSocketUrl !== null &&
      webSocketImpl && { websocket: webSocketTransport({ ...subscribing, url: webSocketUrl, webSocketImpl }) }),
    ...(sseUrl !== null && { sse: sseTransport({ ...subscribing, url: absolute(sseUrl), fetchFn }) }),
    ...(poll && {
      polling: pollingTransport({
        url,
        operation: { variables, ...poll },
        afterVariable,
        pageOf: (data) => poll.pageOf(data),
        everyMs: poll.everyMs ?? 2_000,
        fetchFn,
        patience,
      }),
    }),
  };
}

/** A subscription has one root field. */
function rootField<Event>(data: Record<string, unknown>): Event {
  return Object.values(data)[0] as Event;
}

/** Relative to the page, where there is one. */
function absolute(url: string): string {
  const { location } = globalThis as { location?: unknown };
  const page = isRecord(location) && typeof location['href'] === 'string' ? location['href'] : undefined;
  return new URL(url, page).href.replace(/\/$/, '');
}

/** Node has one since 22. */
function globalWebSocket(): WebSocketClass | undefined {
  const { WebSocket } = globalThis as { WebSocket?: WebSocketClass };
  return WebSocket;
}
