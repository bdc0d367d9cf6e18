import { Webhook, WebhookDelivery, type DeliveryState } from '../../entities/webhook.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';
import { manageable } from './webhookAccess.ts';

/** Those that the caller may manage, the newest first. */
export function listWebhooks(context: Context, args: PageArgs) {
  return context.em.findByCursor(Webhook, { where: manageable(context), orderBy: { id: 'desc' }, ...pageOf(args) });
}

export interface DeliveriesArgs extends PageArgs {
  state?: DeliveryState | null | undefined;
}

/** What was, is and will be sent to a webhook, the newest first. */
export function listDeliveries({ em }: Context, webhook: Webhook, { state, ...args }: DeliveriesArgs) {
  const where = { webhook: webhook.id, ...(state && { state }) };
  return em.findByCursor(WebhookDelivery, { where, orderBy: { id: 'desc' }, ...pageOf(args) });
}
