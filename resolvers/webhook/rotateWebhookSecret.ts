import type { Webhook } from '../../entities/webhook.ts';
import { secretGraceMs } from '../../rules/webhookSettings.ts';
import type { Context } from '../context.ts';
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
  const webhook = await ownWebhook(context, webhookId);
  await readWebhook(services, { secret });
  if (secret !== webhook.secret) {
    webhook.previousSecret = webhook.secret;
    webhook.previousSecretUntil = new Date(services.clock.now() + secretGraceMs);
    webhook.secret = secret;
    await em.flush();
  }
  webhook.shownSecret = secret;
  return webhook;
}
