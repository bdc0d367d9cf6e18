import type { Meter } from './meter.ts';

/** Whether standings are what their ledger says, and their copies in Redis what they are. */
export function standingsMetrics(meter: Meter) {
  return {
    drift: meter.gauge(
      'standings_drift',
      'Entries of boards in Redis that differed from the table when last compared. Should stay zero.',
    ),
    ledgerDrift: meter.gauge(
      'standings_ledger_drift',
      'Standings that were not the sum of their ledger when last compared. Should stay zero.',
    ),
    failures: meter.counter(
      'standings_failures_total',
      'Reads of boards in Redis that the table answered because it failed, and writes and loads that failed.',
      { what: ['tell', 'read', 'load'] },
    ),
  };
}
