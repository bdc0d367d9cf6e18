import type { Redis } from 'ioredis';
import type { Clock } from '../../resolvers/clock.ts';
import { nobodyObserves, type ProductObserver } from '../../resolvers/productObserver.ts';
import type { Config } from '../config.ts';
import type { Say } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { EventBuffer } from './eventBuffer.ts';
import { recorder } from './recorder.ts';
import { RedisSink } from './redisSink.ts';
import { Visits } from './visits.ts';

/** A few megabytes, should Redis be away. */
const mostEvents = 10_000;
const mostPeople = 20_000;
/** Written at once: well within what a command may take. */
const batch = 200;
const gatherMs = 500;
const retryMs = 2_000;

export interface AnalyticsOptions {
  config: Pick<Config, 'analytics' | 'redisPrefix'>;
  redis: Redis | null;
  clock: Clock;
  metrics: Metrics;
  /** For what an outage would repeat. */
  warn: Say;
}

/** What people do, as a Redis Stream that others may read; see docs/analytics.md. Nothing, unless asked for. */
export function openAnalytics({ config, redis, clock, metrics, warn }: AnalyticsOptions): {
  product: ProductObserver;
  stop(): Promise<void>;
} {
  if (!config.analytics || !redis) {
    metrics.reports.watchAnalytics(() => 0);
    return { product: nobodyObserves, stop: () => Promise.resolve() };
  }
  const { analyticsEvents } = metrics.reports;
  const dropped = (count: number) => analyticsEvents.inc({ outcome: 'dropped' }, count);
  const sink = new RedisSink({
    redis,
    prefix: config.redisPrefix,
    maxLength: config.analytics.maxLength,
    batch,
    written: (count) => analyticsEvents.inc({ outcome: 'written' }, count),
    failed(error) {
      analyticsEvents.inc({ outcome: 'retried' });
      warn({ err: error }, 'product events could not be written to Redis; trying again');
    },
  });
  const buffer = new EventBuffer({
    write: (entries) => sink.append(entries),
    most: mostEvents,
    batch,
    gatherMs,
    retryMs,
    dropped,
  });
  const visits = new Visits({
    clock,
    write: (stays) => sink.seen(stays),
    end: (before) => sink.end(before),
    most: mostPeople,
    gatherMs,
    retryMs,
    dropped,
  });
  metrics.reports.watchAnalytics(() => buffer.size + visits.size);
  visits.start();
  const now = () => clock.now();
  return {
    product: recorder({ now, add: (event) => buffer.add(event), visits }),
    async stop() {
      await visits.stop();
      await buffer.stop();
    },
  };
}
