import { Webhook } from '../../entities/webhook.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { manageable } from './webhookAccess.ts';

/** Ends a webhook: nothing more is sent, and its deliveries go by and by. Deleting it again changes nothing. */
export async function deleteWebhook(context: Context, { webhookId }: { webhookId: string }): Promise<string> {
  const { services, em } = context;
  const { deletedAt: _there, ...own } = manageable(context);
  const webhook = await em.findOne(Webhook, { id: webhookId, ...own });
  if (!webhook) throw new NotFoundError('webhook');
  if (webhook.deletedAt) return webhookId;
  const now = new Date(services.clock.now());
  webhook.deletedAt = now;
  webhook.disabledAt ??= now;
  webhook.disabledBecause ??= 'OWNER';
  await em.flush();
  return webhookId;
}
