import { randomUUID } from 'node:crypto';
import type {
  CreateWebhookInput,
  DeliverySeenFragment,
  WebhookDeliveryState,
  WebhookSeenFragment,
} from '../gql/graphql.ts';
import { appendEvents } from '../../resolvers/stream/appendEvents.ts';
import { inTransaction } from '../../resolvers/transaction.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedService } from '../harness/seedService.ts';
import * as documents from './documents.ts';

/** Lets webhooks go to this machine. */
export const toThisMachine = { WEBHOOKS_ALLOW_PRIVATE: '127.0.0.1' };

export type Webhook = WebhookSeenFragment & { token: string; secret: string };
export type Delivery = DeliverySeenFragment;

export interface WebhookSeed extends Partial<CreateWebhookInput> {
  url: string;
  token?: string;
}

/** A webhook of a service of its own, unless a token is given. */
export async function seedWebhook(
  app: App,
  { token: given, events = ['game.started', 'game.finished'], ...input }: WebhookSeed,
): Promise<Webhook> {
  const token = given ?? (await seedService(app, ['webhooks:manage'])).token;
  const made = await execute(app, token, documents.createWebhook, { input: { ...input, events } });
  const { webhook } = expectPayload(made.createWebhook);
  return { ...webhook, secret: webhook.secret ?? '', token };
}

export async function deliveriesOf(
  app: App,
  { id, token }: Pick<Webhook, 'id' | 'token'>,
  state: WebhookDeliveryState | null = null,
): Promise<Delivery[]> {
  const { node } = await execute(app, token, documents.deliveries, { id, state, first: 200 });
  return node?.__typename === 'Webhook' ? node.deliveries.edges.map((edge) => edge.node) : [];
}

/** The oldest delivery of a webhook once it is as wished. */
export async function untilDelivery(
  app: App,
  webhook: Webhook,
  wish: (delivery: Delivery) => boolean,
  ms?: number,
): Promise<Delivery> {
  const oldest = async () => (await deliveriesOf(app, webhook)).at(-1);
  const found = await eventually(
    `A delivery ${String(wish)}`,
    oldest,
    (delivery) => delivery !== undefined && wish(delivery),
    ms,
  );
  if (!found) throw new Error('There is no delivery');
  return found;
}

/** A stream of games' kind, of no game. */
export const newStream = () => streamId('Game', randomUUID());

/** Appends beginnings of games, one transaction each. */
export async function happen(app: App, stream: string, count = 1): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const event: GameEvent = { type: 'GameStarted', startedAt: app.services.clock.now() };
    await inTransaction(app.services.pool, (client) =>
      appendEvents(client, stream, [newEntry('Game', event)], app.services.clock.now()),
    );
  }
}
