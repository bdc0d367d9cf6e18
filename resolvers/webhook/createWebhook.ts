import { v7 as uuid } from 'uuid';
import { Webhook } from '../../entities/webhook.ts';
import { mostWebhooks } from '../../rules/webhookSettings.ts';
import type { Context } from '../context.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { ownerFrom } from './webhookAccess.ts';
import { TooManyWebhooksError, WebhookExistsError } from './webhookErrors.ts';
import { newSecret, readWebhook } from './webhookInput.ts';

export interface CreateWebhookInput {
  url: string;
  events: readonly string[];
  secret?: string | null | undefined;
}

/**
 * Makes a webhook of the caller's. The same address and events again are the webhook that is there, with its secret; the
 * address with other events, or another secret, is a WebhookExistsError.
 */
export async function createWebhook(context: Context, input: CreateWebhookInput): Promise<Webhook> {
  const { services, em } = context;
  const { serviceId, adminId } = ownerFrom(context);
  const { url, events = [], sources = [], secret } = await readWebhook(services, input);
  const id = await retrying(services.observer, () =>
    inTransaction(services.pool, async (client) => {
      // One at a time of each owner, so that what is counted holds.
      await client.query(
        serviceId === null
          ? { text: 'select from users where id = $1 for no key update', values: [adminId] }
          : { text: 'select from service_token where id = $1 for no key update', values: [serviceId] },
      );
      const { rows } = await client.query<{ id: string; same: boolean | null }>(
        `select id, case when url = $2 then events @> $3 and events <@ $3 and secret = coalesce($4, secret) end as same
         from webhook where coalesce(service_id, admin_id) = $1 and deleted_at is null`,
        [serviceId ?? adminId, url, events, secret],
      );
      const there = rows.find(({ same }) => same !== null);
      if (there?.same) return there.id;
      if (there) throw new WebhookExistsError(there.id);
      if (rows.length >= mostWebhooks) throw new TooManyWebhooksError(mostWebhooks);
      const made = uuid();
      await client.query(
        `insert into webhook (id, service_id, admin_id, url, events, sources, secret, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [made, serviceId, adminId, url, events, sources, secret ?? newSecret(), new Date(services.clock.now())],
      );
      return made;
    }),
  );
  const webhook = await em.findOneOrFail(Webhook, id);
  webhook.shownSecret = webhook.secret;
  return webhook;
}
