import { Webhook } from '../../entities/webhook.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { retrying } from '../transaction.ts';
import { manageable } from './webhookAccess.ts';

/** Ends a webhook: nothing more is sent, and its deliveries go by and by. Deleting it again changes nothing. */
export async function deleteWebhook(context: Context, { webhookId }: { webhookId: string }): Promise<string> {
  const { services, em } = context;
  const { deletedAt: _there, ...own } = manageable(context);
  const webhook = await em.findOne(Webhook, { id: webhookId, ...own });
  if (!webhook) throw new NotFoundError('webhook');
  await retrying(services.observer, () =>
    services.pool.query(
      `update webhook set deleted_at = $2, disabled_at = coalesce(disabled_at, $2),
         disabled_because = coalesce(disabled_because, 'OWNER')
       where id = $1 and deleted_at is null`,
      [webhookId, new Date(services.clock.now())],
    ),
  );
  em.clear();
  return webhookId;
}
