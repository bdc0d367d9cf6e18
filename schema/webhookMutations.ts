import { Webhook, WebhookDelivery } from '../entities/webhook.ts';
import { InvalidInputError, NotFoundError } from '../resolvers/errors.ts';
import { createWebhook } from '../resolvers/webhook/createWebhook.ts';
import { deleteWebhook } from '../resolvers/webhook/deleteWebhook.ts';
import { replayParkedDeliveries } from '../resolvers/webhook/replayParkedDeliveries.ts';
import { replayWebhookDelivery } from '../resolvers/webhook/replayWebhookDelivery.ts';
import { rotateWebhookSecret } from '../resolvers/webhook/rotateWebhookSecret.ts';
import { updateWebhook } from '../resolvers/webhook/updateWebhook.ts';
import { TooManyWebhooksError, WebhookDisabledError, WebhookExistsError } from '../resolvers/webhook/webhookErrors.ts';
import { webhookEventNames } from '../subscriptions/webhookEvent.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';
import { encodeGlobalId } from './globalId.ts';
import { DisabledReasonEnum, webhookManagers } from './webhook.ts';

const interfaces = [ErrorInterface];
const who = 'Service scope webhooks:manage, for webhooks of its own, or admins.';
const urlIs =
  'An https address of at most 2048 characters that leads to the internet at large. (http, and private addresses, only as far as WEBHOOKS_ALLOW_PRIVATE says.)';
const eventsAre = `One or more of ${webhookEventNames.join(', ')}.`;
const secretIs = '`whsec_` and then 24 to 64 bytes in base64';

builder.objectType(TooManyWebhooksError, {
  name: 'TooManyWebhooksError',
  description: 'There are too many webhooks of one owner.',
  interfaces,
  fields: (t) => ({ mostWebhooks: t.exposeInt('mostWebhooks', { description: 'So many at once.' }) }),
});
builder.objectType(WebhookDisabledError, {
  name: 'WebhookDisabledError',
  description: 'The webhook is disabled: nothing would be sent to it.',
  interfaces,
  fields: (t) => ({
    because: t.field({
      type: DisabledReasonEnum,
      description: 'Why. After TOKEN_ENDED it can’t be enabled again to any use; else updateWebhook does it.',
      resolve: ({ because }) => because,
    }),
  }),
});
builder.objectType(WebhookExistsError, {
  name: 'WebhookExistsError',
  description: 'A webhook of the same owner goes there already, and it is another one.',
  interfaces,
  fields: (t) => ({
    webhookId: t.id({
      description: 'Of the Webhook that is there.',
      resolve: ({ webhookId }) => encodeGlobalId('Webhook', webhookId),
    }),
  }),
});

builder.relayMutationField(
  'createWebhook',
  {
    description: 'Where to tell, and of what.',
    inputFields: (t) => ({
      url: t.string({ description: urlIs }),
      events: t.stringList({ description: eventsAre }),
      secret: t.string({ required: false, description: `${secretIs}; left out: one is made.` }),
    }),
  },
  {
    description: `Tells an address of everything of these kinds that happens from now on. The same address and events again are the same webhook. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [InvalidInputError, TooManyWebhooksError, WebhookExistsError] },
    resolve: (_root, { input }, context) => createWebhook(context, input),
  },
  {
    description: 'Made, now or before.',
    outputFields: (t) => ({
      webhook: t.field({
        type: Webhook,
        description: 'The webhook, with its secret: shown here only, so keep it.',
        resolve: (webhook) => webhook,
      }),
    }),
  },
);

builder.relayMutationField(
  'updateWebhook',
  {
    description: 'What to change; what is left out stays.',
    inputFields: (t) => ({
      id: t.globalID({ for: Webhook, description: 'A Webhook.' }),
      url: t.string({ required: false, description: urlIs }),
      events: t.stringList({ required: false, description: `All of them anew. ${eventsAre}` }),
      enabled: t.boolean({
        required: false,
        description: 'False: what happens from now on is not told, and what waits is parked. True: it is told again.',
      }),
    }),
  },
  {
    description: `Changes a webhook; what waits goes to where it is then. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [InvalidInputError, NotFoundError, WebhookExistsError] },
    resolve: (_root, { input: { id, ...changes } }, context) =>
      updateWebhook(context, { webhookId: id.id, ...changes }),
  },
  {
    description: 'Changed.',
    outputFields: (t) => ({
      webhook: t.field({ type: Webhook, description: 'As it is now.', resolve: (webhook) => webhook }),
    }),
  },
);

builder.relayMutationField(
  'rotateWebhookSecret',
  {
    description: 'Whose secret.',
    inputFields: (t) => ({
      id: t.globalID({ for: Webhook, description: 'A Webhook.' }),
      secret: t.string({ description: `${secretIs}, by chance: the one it has changes nothing.` }),
    }),
  },
  {
    description: `Gives a webhook another secret. The one before signs beside it for 24 hours; the one before that no more. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [InvalidInputError, NotFoundError] },
    resolve: (_root, { input }, context) =>
      rotateWebhookSecret(context, { webhookId: input.id.id, secret: input.secret }),
  },
  {
    description: 'Rotated.',
    outputFields: (t) => ({
      webhook: t.field({
        type: Webhook,
        description: 'The webhook, with its new secret: shown here only, so keep it.',
        resolve: (webhook) => webhook,
      }),
    }),
  },
);

builder.relayMutationField(
  'deleteWebhook',
  {
    description: 'Which one.',
    inputFields: (t) => ({ id: t.globalID({ for: Webhook, description: 'A Webhook.' }) }),
  },
  {
    description: `Ends a webhook: nothing more is sent, and its deliveries are gone. Deleting twice is a no-op. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [NotFoundError] },
    resolve: (_root, { input }, context) => deleteWebhook(context, { webhookId: input.id.id }),
  },
  {
    description: 'Deleted.',
    outputFields: (t) => ({
      id: t.id({ description: 'Of the webhook that is gone.', resolve: (id) => encodeGlobalId('Webhook', id) }),
    }),
  },
);

builder.relayMutationField(
  'replayWebhookDelivery',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      id: t.globalID({ for: WebhookDelivery, description: 'A WebhookDelivery: the `webhook-id` it was sent under.' }),
    }),
  },
  {
    description: `Sends a message again under the same id, whatever became of it, for up to 24 hours; one that waits is tried at once. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [NotFoundError, WebhookDisabledError] },
    resolve: (_root, { input }, context) => replayWebhookDelivery(context, { deliveryId: input.id.id }),
  },
  {
    description: 'To be sent.',
    outputFields: (t) => ({
      delivery: t.field({ type: WebhookDelivery, description: 'As it is now.', resolve: (delivery) => delivery }),
    }),
  },
);

builder.relayMutationField(
  'replayParkedDeliveries',
  {
    description: 'Of which webhook.',
    inputFields: (t) => ({ id: t.globalID({ for: Webhook, description: 'A Webhook.' }) }),
  },
  {
    description: `Sends what is parked for a webhook again, the oldest 1,000 at a time. ${who}`,
    authScopes: webhookManagers,
    errors: { types: [NotFoundError, WebhookDisabledError] },
    resolve: (_root, { input }, context) => replayParkedDeliveries(context, { webhookId: input.id.id }),
  },
  {
    description: 'To be sent.',
    outputFields: (t) => ({
      replayed: t.exposeInt('replayed', { description: 'How many. Call again until it is 0.' }),
    }),
  },
);
