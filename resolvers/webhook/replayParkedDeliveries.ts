import type { Context } from '../context.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { expectEnabled, replay } from './replayWebhookDelivery.ts';
import { ownWebhook } from './webhookAccess.ts';

/** Replayed by one call. */
const mostReplayed = 1_000;

/** Sends what is parked for a webhook again, the oldest first. Says how many were; call it again until there are none. */
export async function replayParkedDeliveries(
  context: Context,
  { webhookId }: { webhookId: string },
): Promise<{ replayed: number }> {
  const { services } = context;
  await ownWebhook(context, webhookId);
  await expectEnabled(services.pool, webhookId, services.clock.now());
  const { rows } = await services.pool.query<{ stream: string; ids: string[] }>(
    `select stream, array_agg(id) as ids from (
       select id, stream from webhook_delivery where webhook_id = $1 and state = 'PARKED' order by id limit $2) parked
     group by stream`,
    [webhookId, mostReplayed],
  );
  let replayed = 0;
  // A transaction for each stream: whoever appends to several of them waits for none that waits for them.
  for (const { stream, ids } of rows) {
    await retrying(services.observer, () =>
      inTransaction(services.pool, (client) => replay(client, services, { webhookId, stream, ids })),
    );
    replayed += ids.length;
  }
  services.webhooks.wake();
  return { replayed };
}
