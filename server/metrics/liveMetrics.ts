import { CloseCode } from 'graphql-ws';
import type { FanoutCounts } from '../../subscriptions/fanout.ts';
import { closeCodes } from '../http/closeCodes.ts';
import { lateSeconds, type Meter } from './meter.ts';

/** Those of RFC 6455 that are met, the protocol's and ours. A client may close with any other: these are counted as one. */
const standardCodes = [1000, 1001, 1002, 1003, 1005, 1006, 1007, 1009, 1011];
const knownCodes = new Set<number | string>([
  ...standardCodes,
  ...Object.values(CloseCode),
  ...Object.values(closeCodes),
]);

/** Who listens, what comes in over sockets, and what is delivered. */
export function liveMetrics(meter: Meter) {
  const delivery = meter.histogram(
    'delivery_lag_seconds',
    'From when an event happened to when everyone who was up to date in one group of listeners had been sent it.',
    lateSeconds,
  );
  const closes = meter.counter('socket_closes_total', 'WebSockets closed, by close code.', ['code']);
  return {
    sockets: meter.gauge('sockets', 'Open WebSockets.'),
    subscriptions: meter.gauge('subscriptions', 'Subscriptions under way.'),
    closes,
    closed: (code: number) => closes.inc({ code: knownCodes.has(code) ? code : 'other' }),
    messages: meter.counter('socket_messages_total', 'Messages that came in over WebSockets.'),
    messagesDropped: meter.counter(
      'socket_messages_dropped_total',
      'Messages that nobody read, because their WebSocket was being closed: over a limit, or with the server.',
    ),
    /** Clocks of two nodes differ a little, and nothing comes before it happened. */
    delivered: (lagMs: number) => delivery.observe(Math.max(0, lagMs) / 1000),
    watchFanout(counts: FanoutCounts): void {
      meter.watch('fanout_groups', 'Groups of listeners who are served together.', () => counts.groups);
      meter.watch('fanout_members', 'Listeners in those groups; others are catching up.', () => counts.members);
      meter.watch('fanout_answers_total', 'Executions of a subscription for one event.', () => counts.answered);
      meter.watch('fanout_deliveries_total', 'Events delivered to one listener each.', () => counts.written);
    },
  };
}
