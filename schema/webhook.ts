import { Webhook, WebhookDelivery, type DeliveryState, type DisabledReason } from '../entities/webhook.ts';
import { listDeliveries, listWebhooks } from '../resolvers/webhook/listWebhooks.ts';
import { manageable } from '../resolvers/webhook/webhookAccess.ts';
import { webhookMessage } from '../subscriptions/webhookEvent.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { encodeGlobalId } from './globalId.ts';
import { inOrder } from './inOrder.ts';

/** Services that may, for what is theirs, and admins. */
export const webhookManagers = { $any: { scope: 'webhooks:manage', admin: true } } as const;

export const DisabledReasonEnum = builder.enumType('WebhookDisabledReason', {
  description: 'Why nothing is sent to a webhook.',
  values: {
    OWNER: { description: 'Whoever manages it said so.' },
    GONE: { description: 'Its server answered 410.' },
    TOKEN_ENDED: { description: 'The service token that made it was revoked, or has expired.' },
  } satisfies Record<DisabledReason, object>,
});

const DeliveryStateEnum = builder.enumType('WebhookDeliveryState', {
  description: 'What has become of a message.',
  values: {
    PENDING: { description: 'To be sent, or sent again.' },
    DELIVERED: { description: 'Answered with a status of 200 to 299.' },
    PARKED: { description: 'Given up after 24 hours, or because the webhook was disabled; it can be replayed.' },
  } satisfies Record<DeliveryState, object>,
});

builder.node(Webhook, {
  name: 'Webhook',
  description:
    'An address that is told of events, as Standard Webhooks has it. For the service that made it (scope webhooks:manage) and admins.',
  authScopes: webhookManagers,
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) =>
    inOrder(ids, await context.em.find(Webhook, { id: { $in: ids }, ...manageable(context) })),
  fields: (t) => ({
    url: t.exposeString('url', { description: 'Where messages are posted to.' }),
    events: t.exposeStringList('events', { description: 'What it hears of, such as `game.finished`.' }),
    secret: t.string({
      nullable: true,
      description:
        'Signs messages: `whsec_` and base64. Shown only in the answer to createWebhook or rotateWebhookSecret that made it; null elsewhere.',
      resolve: ({ shownSecret }) => shownSecret ?? null,
    }),
    previousSecretUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the secret before signs, too; null when there was none.',
      resolve: ({ previousSecretUntil }) => previousSecretUntil,
    }),
    owner: t.id({
      description: 'The ServiceToken, or the User (an admin), that made it.',
      resolve: ({ service, admin }) =>
        service ? encodeGlobalId('ServiceToken', service.id) : encodeGlobalId('User', admin?.id ?? ''),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    disabledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was disabled; null while it hears of events. What happens meanwhile is not told later.',
      resolve: ({ disabledAt }) => disabledAt,
    }),
    disabledBecause: t.field({
      type: DisabledReasonEnum,
      nullable: true,
      description: 'Why it is disabled.',
      resolve: ({ disabledBecause }) => disabledBecause,
    }),
    pausedUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Nothing is sent before: its server last asked so, by Retry-After. At most an hour.',
      resolve: ({ pausedUntil }) => pausedUntil,
    }),
    deliveries: t.connection({
      type: WebhookDelivery,
      description:
        'Its messages, the newest first; delivered ones of the last 7 days, parked ones of 30. At most 200 a page.',
      args: { state: t.arg({ type: DeliveryStateEnum, required: false, description: 'Only those.' }) },
      resolve: async (webhook, args, context) => connectionOf(await listDeliveries(context, webhook, args)),
    }),
  }),
});

builder.node(WebhookDelivery, {
  name: 'WebhookDelivery',
  description: 'One message to one webhook. Its id is the `webhook-id` that it is sent under, each time it is.',
  authScopes: webhookManagers,
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) =>
    inOrder(ids, await context.em.find(WebhookDelivery, { id: { $in: ids }, webhook: manageable(context) })),
  fields: (t) => ({
    webhook: t.field({
      type: Webhook,
      description: 'Whom it is for.',
      resolve: ({ webhook }) => webhook.loadOrFail(),
    }),
    type: t.exposeString('type', { description: 'What it tells of, such as `game.finished`.' }),
    stream: t.exposeID('stream', {
      description: 'Id of what it happened in: a Game, Battle, QuizRoom, Tournament or User. Sent in order within it.',
    }),
    seq: t.exposeInt('seq', { description: 'Of the event in its stream; some of a stream are not told.' }),
    at: t.field({ type: 'DateTime', description: 'When it happened.', resolve: ({ at }) => at }),
    state: t.field({ type: DeliveryStateEnum, description: 'What has become of it.', resolve: ({ state }) => state }),
    body: t.string({
      nullable: true,
      description: 'What is sent: JSON with `type`, `timestamp` and `data`. Null when a newer node wrote it.',
      resolve: ({ type, stream, seq, version, payload, at }) =>
        webhookMessage(type, stream, { seq, version, payload, at: at.getTime() }) ?? null,
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was sent.' }),
    lastAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was sent last.',
      resolve: ({ lastAttemptAt }) => lastAttemptAt,
    }),
    lastStatus: t.exposeInt('lastStatus', {
      nullable: true,
      description: 'HTTP status of the last answer; null when none came.',
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Why the last try failed, or why it was parked; for people, in English.',
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is sent again after a failure; null before the first, and when it is settled.',
      resolve: ({ nextAttemptAt }) => nextAttemptAt,
    }),
    settledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered or parked.',
      resolve: ({ settledAt }) => settledAt,
    }),
  }),
});

builder.queryFields((t) => ({
  webhooks: t.connection({
    type: Webhook,
    authScopes: webhookManagers,
    description: 'Webhooks, the newest first: a service’s own (scope webhooks:manage), all for admins.',
    resolve: async (_root, args, context) => connectionOf(await listWebhooks(context, args)),
  }),
}));
