import type { Pool } from 'pg';
import { WebhookSender } from '../jobs/webhookSender.ts';
import type { Clock } from '../resolvers/clock.ts';
import type { Webhooks } from '../resolvers/services.ts';
import { webhookMessage } from '../subscriptions/webhookEvent.ts';
import type { Config } from './config.ts';
import type { Say } from './log.ts';
import type { Metrics } from './metrics.ts';
import { guardedAgent, urlRefusal } from './webhooks/guardedAgent.ts';
import { sendWebhook } from './webhooks/sendWebhook.ts';

export interface WebhooksOptions {
  config: Pick<Config, 'webhooks'>;
  pool: Pool;
  clock: Clock;
  /** Whether this node sends. */
  worker: boolean;
  metrics: Metrics;
  warn: Say;
}

/** For a name to be looked up while somebody waits. */
const lookUpMs = 2_000;

/** What this node does for webhooks: looks at where they go, and sends. */
export function openWebhooks({ config, pool, clock, worker, metrics, warn }: WebhooksOptions): {
  services: Webhooks;
  stop(): Promise<void>;
} {
  const { allowed, timeoutMs } = config.webhooks;
  const dispatcher = guardedAgent({ allowed, connectMs: timeoutMs });
  const sender = new WebhookSender({
    pool,
    clock,
    observer: metrics.webhooks.observer(warn),
    async send({ url, stream, secrets }, { id, type, ...entry }) {
      const body = webhookMessage(type, stream, entry);
      if (body === undefined) return { status: null, error: 'Of a newer version of the server.', retryAfterMs: null };
      const message = { url, id: `WebhookDelivery:${id}`, body, secrets, now: clock.now() };
      return sendWebhook(message, { dispatcher, timeoutMs });
    },
  });
  if (worker) sender.start();
  return {
    services: {
      plainAllowed: allowed === 'all' || allowed.length > 0,
      refusal: (url) => urlRefusal(url, { allowed, connectMs: lookUpMs }),
      wake: () => (worker ? sender.wake() : undefined),
    },
    async stop() {
      await sender.stop();
      await dispatcher.destroy();
    },
  };
}
