import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { seedService } from '../harness/seedService.ts';
import * as documents from './documents.ts';
import { startReceiver } from './receiver.ts';
import { type Delivery, deliveriesOf, happen, newStream, toThisMachine } from './webhookOf.ts';

let app: App;
let beside: App;
onTwoNodes(toThisMachine, (one, other) => ([app, beside] = [one, other]));

const rounds = 6;
/** What may come of doing all at once. */
const fine = /Payload$|^(NotFound|WebhookExists|WebhookDisabled)Error$/;

it('webhooks made, changed, deleted and told at once are refused at worst, and what they are told arrives', async () => {
  const receiver = await startReceiver();
  const replies = [204, 204, 500, 204, 410, 204, { status: 429, headers: { 'retry-after': '1' } }];
  receiver.answer = () => replies[receiver.calls.length % replies.length] ?? 204;
  const { token } = await seedService(app, ['webhooks:manage']);
  const urls = ['a', 'b', 'c'].map((name) => `${receiver.url}/${name}`);
  const streams = [newStream(), newStream()];
  const webhookIds = async () =>
    (await execute(app, token, documents.webhooks, { first: 200 })).webhooks.edges.map(({ node }) => node.id);
  const all: Promise<{ __typename: string }>[] = [];
  const ask = (node: App, document: { toString(): string }, variables: object) =>
    all.push(
      execute<Record<string, { __typename: string }>, object>(node, token, document.toString(), variables).then(
        (answer) => Object.values(answer)[0] ?? { __typename: 'nothing' },
      ),
    );
  for (let round = 0; round < rounds; round += 1) {
    const events = ['game.started', 'game.finished'];
    await Promise.all(urls.map((url) => execute(app, token, documents.createWebhook, { input: { url, events } })));
    const ids = await webhookIds();
    const [first = ''] = ids;
    // Half of the time it is off before.
    if (round % 2 === 0) await execute(app, token, documents.updateWebhook, { input: { id: first, enabled: false } });
    const [delivery] = await deliveriesOf(app, { id: first, token });
    for (const [index, id] of ids.entries()) {
      const [node, other] = index % 2 === 0 ? [app, beside] : [beside, app];
      ask(node, documents.updateWebhook, { input: { id, enabled: true, url: urls[(index + 1) % urls.length] } });
      ask(other, documents.updateWebhook, { input: { id, enabled: round % 3 === 0, url: urls[index] } });
      ask(node, documents.rotateWebhookSecret, { id, secret: `whsec_${randomBytes(32).toString('base64')}` });
      ask(other, documents.replayParkedDeliveries, { id });
    }
    ask(app, documents.deleteWebhook, { id: first });
    ask(beside, documents.updateWebhook, { input: { id: first, enabled: true } });
    ask(beside, documents.deleteWebhook, { id: first });
    ask(app, documents.createWebhook, { input: { url: urls[0], events: ['game.started'] } });
    ask(beside, documents.createWebhook, { input: { url: urls[0], events: ['game.started'] } });
    if (delivery) ask(app, documents.replayWebhookDelivery, { id: delivery.id });
    await Promise.all(streams.map((stream) => happen(app, stream)));
    for (const { __typename: came } of await Promise.all(all.splice(0))) expect(came).toMatch(fine);
  }
  receiver.answer = () => 204;
  for (const id of await webhookIds()) {
    const allTold = async () => {
      // Its server may have been on the way to saying that it is gone.
      const on = await execute(app, token, documents.updateWebhook, { input: { id, enabled: true } });
      expectPayload(on.updateWebhook);
      await execute(app, token, documents.replayParkedDeliveries, { id });
      const deliveries = await deliveriesOf(app, { id, token });
      for (const { id: waiting } of deliveries.filter(({ nextAttemptAt }) => nextAttemptAt !== null)) {
        await execute(app, token, documents.replayWebhookDelivery, { id: waiting });
      }
      return deliveries;
    };
    const told = (deliveries: Delivery[]) => deliveries.every(({ state }) => state === 'DELIVERED');
    await eventually('All told', allTold, told, 30_000);
  }
});
