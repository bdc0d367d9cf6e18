import type { ClientBase } from 'pg';
import { Webhook } from '../../entities/webhook.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { ownWebhook } from './webhookAccess.ts';
import { WebhookExistsError } from './webhookErrors.ts';
import { readWebhook, type WebhookInput } from './webhookInput.ts';

export interface UpdateWebhookInput extends Omit<WebhookInput, 'secret'> {
  webhookId: string;
  enabled?: boolean | null | undefined;
}

/**
 * Changes what is given, and leaves the rest. What happens while a webhook is disabled is not told later; what waits then
 * is parked.
 */
export async function updateWebhook(
  context: Context,
  { webhookId, enabled, ...input }: UpdateWebhookInput,
): Promise<Webhook> {
  const { em, services } = context;
  await ownWebhook(context, webhookId);
  const { url, events, sources } = await readWebhook(services, input);
  await retrying(services.observer, () =>
    inTransaction(services.pool, async (client) => {
      const other = url && (await otherAt(client, webhookId, url));
      if (other) throw new WebhookExistsError(other);
      // Where it is disabled by now, or deleted, counts; not where it was when it was looked up.
      const { rowCount } = await client.query(
        `update webhook set url = coalesce($2, url), events = coalesce($3, events), sources = coalesce($4, sources),
           disabled_at = case when $5 then null when not $5 then coalesce(disabled_at, $6) else disabled_at end,
           disabled_because = case when $5 then null when not $5 then coalesce(disabled_because, 'OWNER')
             else disabled_because end,
           paused_until = case when $5 then null else paused_until end
         where id = $1 and deleted_at is null`,
        [webhookId, url, events, sources, enabled, new Date(services.clock.now())],
      );
      if (rowCount === 0) throw new NotFoundError('webhook');
    }),
  );
  return em.findOneOrFail(Webhook, webhookId, { refresh: true });
}

/** Which other webhook of the same owner goes to this address. */
async function otherAt(client: ClientBase, webhookId: string, url: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select o.id from webhook w
     join webhook o on coalesce(o.service_id, o.admin_id) = coalesce(w.service_id, w.admin_id) and o.id <> w.id
     where w.id = $1 and o.url = $2 and o.deleted_at is null`,
    [webhookId, url],
  );
  return rows[0]?.id;
}
