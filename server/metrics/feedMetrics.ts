import type { FeedObserver } from '../../subscriptions/feed.ts';
import type { Logger } from '../log.ts';
import { lateSeconds, type Meter } from './meter.ts';

/** How events come from those who write them to the nodes where somebody follows them. */
export function feedMetrics(meter: Meter) {
  const lag = meter.histogram(
    'feed_lag_seconds',
    'From when followed events happened to when this node had them: by a commit of its own, over the bus, from the log.',
    lateSeconds,
    ['way'],
  );
  const announcements = meter.counter('feed_announcements_total', 'Announcements on the bus, sent and received.', {
    direction: ['sent', 'received'],
  });
  const logReads = meter.counter('feed_healing_reads_total', 'Reads of the log that brought what no announcement had.');
  const healed = meter.counter('feed_healed_events_total', 'Events found in the log that no announcement brought.');
  const forged = meter.counter('feed_forged_messages_total', 'Messages between nodes without our signature.');
  const failures = meter.counter('feed_failures_total', 'Announcements or beats that failed.', {
    what: ['beat', 'publish', 'subscribe', 'read'],
  });
  return {
    observer: (log: Logger): FeedObserver => ({
      // Clocks of two nodes differ a little, and nothing comes before it happened.
      came: (way, lagMs) => lag.observe({ way }, Math.max(0, lagMs) / 1000),
      announced: (direction) => announcements.inc({ direction }),
      healed: (events) => {
        healed.inc(events);
        logReads.inc();
      },
      forged: () => forged.inc(),
      failed: (what, error) => {
        failures.inc({ what });
        log.debug({ err: error, what }, 'the feed failed and will try again');
      },
    }),
    watchStreams: (count: () => number) =>
      meter.watch('streams_followed', 'Streams that have followers on this node.', count),
    watchBoards: (count: () => number) =>
      meter.watch('boards_followed', 'Boards that have followers on this node.', count),
  };
}
