import type { WebhookObserver } from '../../jobs/webhookSender.ts';
import type { Say } from '../log.ts';
import type { Meter } from './meter.ts';

/** What becomes of messages to webhooks. */
export function webhookMetrics(meter: Meter): { observer(warn: Say): WebhookObserver } {
  const deliveries = meter.counter(
    'webhook_deliveries_total',
    'Messages to webhooks, by what came of a try: delivered, failed (and tried again) or parked.',
    { outcome: ['delivered', 'failed', 'parked'] },
  );
  const queue = meter.gauge('webhook_queue', 'Messages that wait to be sent, of all nodes.');
  const age = meter.gauge('webhook_queue_age_seconds', 'How long the first of them has waited.');
  return {
    observer: (warn) => ({
      tried: (outcome) => deliveries.inc({ outcome }),
      dropped: (count) => deliveries.inc({ outcome: 'parked' }, count),
      waits: (count, oldestMs) => {
        queue.set(count);
        age.set(oldestMs / 1_000);
      },
      failed: (error) => warn({ err: error }, 'webhooks could not be looked after; trying again'),
    }),
  };
}
