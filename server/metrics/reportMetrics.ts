import type { ReportCounts } from '../failures.ts';
import type { SpanCounts } from '../tracing/nodeTracing.ts';
import type { Meter } from './meter.ts';

/** What a node tells others of itself: spans, reports of errors, product events. */
export function reportMetrics(meter: Meter) {
  const exported = meter.counter('spans_exported_total', 'Spans that the collector took.');
  const dropped = meter.counter(
    'spans_dropped_total',
    'Spans that were not sent: too many waited, or the collector did not take them.',
    { why: ['queue_full', 'export_failed'] },
  );
  const errors = meter.counter('error_reports_total', 'Reports of errors, by outcome.', {
    outcome: ['sent', 'dropped'],
  });
  const spans: SpanCounts = {
    exported: (count) => exported.inc(count),
    dropped: (count, why) => dropped.inc({ why }, count),
  };
  const errorReports: ReportCounts = {
    sent: () => errors.inc({ outcome: 'sent' }),
    dropped: () => errors.inc({ outcome: 'dropped' }),
  };
  return {
    spans,
    errorReports,
    analyticsEvents: meter.counter(
      'analytics_events_total',
      'Product events written, dropped because too many waited for Redis, and writes tried again.',
      { outcome: ['written', 'dropped', 'retried'] },
    ),
    watchAnalytics: (count: () => number) =>
      meter.watch('analytics_waiting', 'Product events and people seen that wait to be written to Redis.', count),
  };
}
