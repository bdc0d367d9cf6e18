import { Webhook } from '../../entities/webhook.ts';
import { secretGraceMs } from '../../rules/webhookSettings.ts';
import type { Context } from '../context.ts';
import { retrying } from '../transaction.ts';
import { ownWebhook } from './webhookAccess.ts';
import { readWebhook } from './webhookInput.ts';

export interface RotateWebhookSecretInput {
  webhookId: string;
  secret: string;
}

/** Another secret; the old one signs beside it for a day. The secret it has already changes nothing. */
export async function rotateWebhookSecret(
  context: Context,
  { webhookId, secret }: RotateWebhookSecretInput,
): Promise<Webhook> {
  const { em, services } = context;
  await ownWebhook(context, webhookId);
  await readWebhook(services, { secret });
  await retrying(services.observer, () =>
    services.pool.query(
      `update webhook set previous_secret = secret, previous_secret_until = $3, secret = $2
       where id = $1 and secret <> $2 and deleted_at is null`,
      [webhookId, secret, new Date(services.clock.now() + secretGraceMs)],
    ),
  );
  const webhook = await em.findOneOrFail(Webhook, webhookId, { refresh: true });
  webhook.shownSecret = secret;
  return webhook;
}
