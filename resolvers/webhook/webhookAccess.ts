import { Webhook } from '../../entities/webhook.ts';
import { forbidden, unauthenticated } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/** Whose a webhook is that the caller makes. */
export interface WebhookOwner {
  serviceId: string | null;
  adminId: string | null;
}

/** The caller as an owner of webhooks: a service with the scope, or an admin. */
export function ownerFrom({ viewer, service }: Context): WebhookOwner {
  if (service?.scopes.includes('webhooks:manage')) return { serviceId: service.tokenId, adminId: null };
  if (viewer?.roles.includes('admin')) return { serviceId: null, adminId: viewer.userId };
  throw viewer || service ? forbidden() : unauthenticated();
}

/** Of webhooks, those that the caller may see and change: admins all, a service its own. */
export function manageable(context: Context) {
  const { serviceId } = ownerFrom(context);
  return { deletedAt: null, ...(serviceId !== null && { service: serviceId }) };
}

/** A webhook of the caller's; others are not there for them. */
export async function ownWebhook(context: Context, webhookId: string): Promise<Webhook> {
  const webhook = await context.em.findOne(Webhook, { id: webhookId, ...manageable(context) });
  if (!webhook) throw new NotFoundError('webhook');
  return webhook;
}
