import { CloseCode } from 'graphql-ws';
import { closeCodes } from '../http/closeCodes.ts';
import { lateSeconds, type Meter } from './meter.ts';

/** Those of RFC 6455 that are met, the protocol's and ours. A client may close with any other: these are counted as one. */
const standardCodes = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1009, 1011];
const knownCodes = new Set<number | string>([
  ...standardCodes,
  ...Object.values(CloseCode),
  ...Object.values(closeCodes),
]);

/** How a followed event came to this node. */
export type Way = 'commit' | 'bus' | 'log';

/** What comes in over sockets, and how events travel to those who follow them. */
export function liveMetrics(meter: Meter) {
  const lag = meter.histogram(
    'feed_lag_seconds',
    'From when followed events happened to when this node had them: by a commit of its own, over the bus, from the log.',
    lateSeconds,
    ['way'],
  );
  const delivery = meter.histogram(
    'delivery_lag_seconds',
    'From when an event happened to when everyone who was up to date in one group of listeners had been sent it.',
    lateSeconds,
  );
  const closes = meter.counter('socket_closes_total', 'WebSockets closed, by close code.', ['code']);
  return {
    closes,
    closed: (code: number) => closes.inc({ code: knownCodes.has(code) ? code : 'other' }),
    messages: meter.counter('socket_messages_total', 'Messages that came in over WebSockets.'),
    messagesDropped: meter.counter(
      'socket_messages_dropped_total',
      'Messages that nobody read, because their WebSocket was being closed: over a limit, or with the server.',
    ),
    announcements: meter.counter('feed_announcements_total', 'Announcements on the bus, sent and received.', {
      direction: ['sent', 'received'],
    }),
    logReads: meter.counter('feed_healing_reads_total', 'Reads of the log that brought what no announcement had.'),
    came: (way: Way, lagMs: number) => lag.observe({ way }, seconds(lagMs)),
    delivered: (lagMs: number) => delivery.observe(seconds(lagMs)),
  };
}

/** Clocks of two nodes differ a little, and nothing comes before it happened. */
function seconds(ms: number): number {
  return Math.max(0, ms) / 1000;
}
