import { defineEntity, p } from '@mikro-orm/core';
import { ServiceToken } from './serviceToken.ts';
import { User } from './user.ts';

/** OWNER: whoever manages it said so. GONE: its server answered 410. TOKEN_ENDED: the service token that made it. */
export const disabledReasons = ['OWNER', 'GONE', 'TOKEN_ENDED'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

/** PENDING: to be sent, or sent again. PARKED: given up, until it is replayed. */
export const deliveryStates = ['PENDING', 'DELIVERED', 'PARKED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const WebhookSchema = defineEntity({
  name: 'Webhook',
  properties: {
    id: p.uuid().primary(),
    /** Whose it is: a service's, or an admin's. */
    service: () => p.manyToOne(ServiceToken).ref().nullable(),
    admin: () => p.manyToOne(User).ref().nullable(),
    url: p.string(),
    /** What it wants to hear of. */
    events: p.array(),
    /** Beside each event, what says it in the log: the topic and the type there. */
    sources: p.array(),
    /** As it is: signing needs it. */
    secret: p.string().hidden(),
    /** Signs beside the new one until then. */
    previousSecret: p.string().hidden().nullable(),
    previousSecretUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    disabledAt: p.datetime().nullable(),
    disabledBecause: p.string().$type<DisabledReason>().nullable(),
    deletedAt: p.datetime().nullable(),
    /** Until when its server asked to be left alone. */
    pausedUntil: p.datetime().nullable(),
    /** Set where the answer may show the secret: it made it. */
    shownSecret: p.string().persist(false).nullable().hidden(),
  },
});

export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);

const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  properties: {
    /** Later ones are greater. */
    id: p.uuid().primary(),
    webhook: () => p.manyToOne(Webhook).ref(),
    stream: p.string(),
    seq: p.integer(),
    type: p.string(),
    /** The log event as it is kept. */
    version: p.integer(),
    payload: p.json().$type<object>(),
    at: p.datetime(),
    state: p.string().$type<DeliveryState>(),
    attempts: p.integer(),
    /** From then on a failure parks it. */
    giveUpAt: p.datetime(),
    nextAttemptAt: p.datetime().nullable(),
    lastAttemptAt: p.datetime().nullable(),
    lastStatus: p.integer().nullable(),
    lastError: p.string().nullable(),
    settledAt: p.datetime().nullable(),
  },
});

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
