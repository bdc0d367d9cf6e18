import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Webhook } from '../../entities/webhook.ts';
import type { Context } from '../context.ts';
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
export async function updateWebhook(context: Context, update: UpdateWebhookInput): Promise<Webhook> {
  const { webhookId, enabled, ...input } = update;
  const { em, services } = context;
  const webhook = await ownWebhook(context, webhookId);
  Object.assign(webhook, await readWebhook(services, input));
  if (enabled === true) Object.assign(webhook, { disabledAt: null, disabledBecause: null, pausedUntil: null });
  if (enabled === false && !webhook.disabledAt) {
    Object.assign(webhook, { disabledAt: new Date(services.clock.now()), disabledBecause: 'OWNER' });
  }
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const { url, service, admin } = webhook;
    const other = await em.fork().findOne(Webhook, { url, service, admin, deletedAt: null });
    if (other) throw new WebhookExistsError(other.id);
    // It was deleted meanwhile, and is in the way no more.
    em.clear();
    return updateWebhook(context, update);
  }
  return webhook;
}
