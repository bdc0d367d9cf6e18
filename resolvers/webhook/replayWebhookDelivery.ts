import type { ClientBase } from 'pg';
import { type DisabledReason, WebhookDelivery } from '../../entities/webhook.ts';
import { retryForMs } from '../../rules/webhook.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import type { Services } from '../services.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { manageable } from './webhookAccess.ts';
import { WebhookDisabledError } from './webhookErrors.ts';

/**
 * Sends a message again, under the same id, whatever became of it; one that waits is tried at once. Of its stream it comes
 * before what waits, and after what was sent meanwhile.
 */
export async function replayWebhookDelivery(
  context: Context,
  { deliveryId }: { deliveryId: string },
): Promise<WebhookDelivery> {
  const { em, services } = context;
  const delivery = await em.findOne(WebhookDelivery, { id: deliveryId, webhook: manageable(context) });
  if (!delivery) throw new NotFoundError('delivery');
  await retrying(services.observer, () =>
    inTransaction(services.pool, (client) =>
      replay(client, services, { webhookId: delivery.webhook.id, stream: delivery.stream, ids: [deliveryId] }),
    ),
  );
  services.webhooks.wake();
  return em.refreshOrFail(delivery);
}

/** Of an enabled webhook. The stream's lane first, then its deliveries: as senders lock them. */
export async function replay(
  client: ClientBase,
  { clock }: Pick<Services, 'clock'>,
  { webhookId, stream, ids }: { webhookId: string; stream: string; ids: readonly string[] },
): Promise<void> {
  const now = clock.now();
  await expectEnabled(client, webhookId, now);
  await client.query(
    `insert into webhook_lane as l (webhook_id, stream, next_at) values ($1, $2, $3)
     on conflict (webhook_id, stream) do update set revision = l.revision + 1,
       next_at = case when l.claim is null then least(l.next_at, excluded.next_at) else l.next_at end,
       failures = 0`,
    [webhookId, stream, new Date(now)],
  );
  await client.query(
    `update webhook_delivery set state = 'PENDING', settled_at = null, next_attempt_at = null, give_up_at = $2
     where id = any ($1)`,
    [ids, new Date(now + retryForMs)],
  );
}

/** To a webhook that is disabled, or about to be as its token has ended, nothing would be sent. */
export async function expectEnabled(client: Pick<ClientBase, 'query'>, webhookId: string, now: number): Promise<void> {
  const { rows } = await client.query<{ because: DisabledReason | null }>(
    `select case when t.revoked_at is not null or t.expires_at <= $2 then 'TOKEN_ENDED' else w.disabled_because end as because
     from webhook w left join service_token t on t.id = w.service_id where w.id = $1`,
    [webhookId, new Date(now)],
  );
  const because = rows[0]?.because;
  if (because) throw new WebhookDisabledError(because);
}
