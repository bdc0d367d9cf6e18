import { type Dashboard, quantile, quantiles, rate } from './dashboard.ts';

export const live: Dashboard = {
  uid: 'live',
  title: 'Live',
  description: 'Sockets, streams, and how long events are on their way.',
  rows: {
    'Who is there': [
      {
        title: 'Sockets',
        help: 'Alert: CupbearerSocketLoad, above 10,000 on one node.',
        unit: 'none',
        stacked: true,
        queries: { '{{instance}}': 'cupbearer_sockets' },
      },
      {
        title: 'Subscriptions, streams, boards',
        help: 'Subscriptions under way, and what they follow.',
        unit: 'none',
        queries: {
          subscriptions: 'sum(cupbearer_subscriptions)',
          'streams followed': 'sum(cupbearer_streams_followed)',
          'boards followed': 'sum(cupbearer_boards_followed)',
        },
      },
      {
        title: 'Sockets closed, by code',
        help: '4429: over a limit; 4410, 4412: the token or session ended; 4411: did not read; 1006: cut off.',
        unit: 'ops',
        queries: { '{{code}}': rate('cupbearer_socket_closes_total', 'code') },
      },
      {
        title: 'Messages in',
        help: 'Dropped: what came while the socket was being closed. Alert: CupbearerMessagesDropped.',
        unit: 'ops',
        queries: {
          in: rate('cupbearer_socket_messages_total'),
          dropped: rate('cupbearer_socket_messages_dropped_total'),
        },
      },
    ],
    'Events on their way': [
      {
        title: 'Deliveries',
        help: 'Events sent, to one listener each, and executions that this took.',
        unit: 'ops',
        queries: {
          deliveries: rate('cupbearer_fanout_deliveries_total'),
          executions: rate('cupbearer_fanout_answers_total'),
        },
      },
      {
        title: 'Delivery lag',
        help: 'From the event to the moment all up-to-date listeners of a group have been sent it.',
        unit: 's',
        queries: {
          p50: quantile(0.5, 'cupbearer_delivery_lag_seconds'),
          p99: quantile(0.99, 'cupbearer_delivery_lag_seconds'),
        },
      },
      {
        title: 'Feed lag',
        help: 'From the event to the node that has followers of it. By log, half a second is normal without Redis.',
        unit: 's',
        queries: quantiles('cupbearer_feed_lag_seconds', 'way'),
      },
      {
        title: 'Listeners served together',
        help: 'In groups; other subscriptions are catching up, or follow what is not shared.',
        unit: 'none',
        queries: { groups: 'sum(cupbearer_fanout_groups)', members: 'sum(cupbearer_fanout_members)' },
      },
      {
        title: 'Announcements',
        help: 'Between nodes, over Redis.',
        unit: 'ops',
        queries: { '{{direction}}': rate('cupbearer_feed_announcements_total', 'direction') },
      },
      {
        title: 'Healed by the log',
        help: 'Events that no announcement brought. Steady without Redis; with it, lost messages.',
        unit: 'ops',
        queries: {
          reads: rate('cupbearer_feed_healing_reads_total'),
          events: rate('cupbearer_feed_healed_events_total'),
        },
      },
      {
        title: 'Failures of the feed',
        help: 'Each is tried again with the next beat.',
        unit: 'ops',
        queries: { '{{what}}': rate('cupbearer_feed_failures_total', 'what') },
      },
      {
        title: 'Forged messages',
        help: 'On Redis, without our signature. Alert: CupbearerForgedMessages, above zero.',
        unit: 'none',
        as: 'stat',
        queries: { forged: 'sum(increase(cupbearer_feed_forged_messages_total[1h]))' },
      },
    ],
  },
};
