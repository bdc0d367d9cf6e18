import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostWebhooks } from '../../rules/webhookSettings.ts';
import { type App, openApp } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { revokeServiceToken } from '../account/serviceDocuments.ts';
import * as documents from './documents.ts';
import { startReceiver } from './receiver.ts';
import { deliveriesOf, happen, newStream, seedWebhook, toThisMachine, untilDelivery } from './webhookOf.ts';

let app: App & { close(): Promise<void> };
beforeAll(async () => {
  app = await openApp({ env: toThisMachine });
});
afterAll(() => app.close());

const somewhere = () => `http://127.0.0.1:1/${randomUUID()}`;
const ownSecret = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;

describe('webhooks', () => {
  it('are for services with the scope and for admins, and each service has its own', async () => {
    const webhook = await seedWebhook(app, { url: somewhere() });
    await happen(app, newStream());
    const { id: deliveryId } = await untilDelivery(app, webhook, () => true);
    const { id, token } = webhook;
    const asked: [document: { toString(): string }, variables: object][] = [
      [documents.createWebhook, { input: { url: somewhere(), events: ['game.started'] } }],
      [documents.updateWebhook, { input: { id, enabled: true } }],
      [documents.rotateWebhookSecret, { id, secret: ownSecret(24) }],
      [documents.replayWebhookDelivery, { id: deliveryId }],
      [documents.replayParkedDeliveries, { id }],
      [documents.deleteWebhook, { id }],
      [documents.webhooks, {}],
      [documents.deliveries, { id }],
      [documents.delivery, { id: deliveryId }],
    ];
    const codes = async (of: string | null) => {
      const answers = asked.map(([document, variables]) => errorCodes(app, of, document.toString(), variables));
      return [...new Set((await Promise.all(answers)).flat())];
    };
    const [player, other] = [await seedPlayer(app), await seedService(app, ['scores:write'])];
    expect(await codes(null)).toEqual(['UNAUTHENTICATED']);
    expect(await codes(player.token)).toEqual(['FORBIDDEN']);
    expect(await codes(other.token)).toEqual(['FORBIDDEN']);

    const stranger = await seedService(app, ['webhooks:manage']);
    for (const [document, variables] of asked.slice(1, 6)) {
      const answer = await execute<Record<string, { __typename: string }>, object>(
        app,
        stranger.token,
        document.toString(),
        variables,
      );
      expect(Object.values(answer)[0]?.__typename).toBe('NotFoundError');
    }
    for (const [document, variables] of asked.slice(7)) {
      const answer = await execute<object, object>(app, stranger.token, document.toString(), variables);
      expect(answer).toEqual({ node: null });
    }
    const seen = async (of: string) => {
      const { webhooks } = await execute(app, of, documents.webhooks, { first: 200 });
      return webhooks.edges.map(({ node }) => node.id);
    };
    const admin = await seedPlayer(app, ['admin']);
    expect(await seen(token)).toEqual([id]);
    expect(await seen(stranger.token)).toEqual([]);
    expect(await seen(admin.token)).toContain(id);
    expect((await deliveriesOf(app, { id, token: admin.token })).map((delivery) => delivery.id)).toEqual([deliveryId]);
    expectPayload((await execute(app, admin.token, documents.deleteWebhook, { id })).deleteWebhook);
    expectPayload((await execute(app, token, documents.deleteWebhook, { id })).deleteWebhook);
    expect(await seen(token)).toEqual([]);
    expect(await execute(app, token, documents.delivery, { id: deliveryId })).toEqual({ node: null });
  });

  it('show their secret once, and are the same when they are made again', async () => {
    const url = somewhere();
    const { token, id, secret } = await seedWebhook(app, { url, events: ['game.started', 'battle.finished'] });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const [listed] = (await execute(app, token, documents.webhooks, {})).webhooks.edges;
    expect(listed?.node).toMatchObject({ id, url, events: ['game.started', 'battle.finished'], secret: null });
    const again = await seedWebhook(app, { token, url, events: ['battle.finished', 'game.started', 'game.started'] });
    expect([again.id, again.secret]).toEqual([id, secret]);
    for (const other of [{ events: ['game.started'] }, { secret: ownSecret(64) }]) {
      const input = { url, events: ['game.started', 'battle.finished'], ...other };
      const { createWebhook } = await execute(app, token, documents.createWebhook, { input });
      expect(expectError(createWebhook, 'WebhookExistsError').webhookId).toBe(id);
    }
    const others = await seedWebhook(app, { url });
    expect(others.id).not.toBe(id);
  });

  const refused: [what: string, input: object, field: string][] = [
    ['no address', { url: 'hooks' }, 'url'],
    ['another protocol', { url: 'ftp://hooks.example.com/' }, 'url'],
    ['a password in it', { url: 'https://me:word@hooks.example.com/' }, 'url'],
    ['a user in it', { url: 'https://me@hooks.example.com/' }, 'url'],
    ['a fragment', { url: 'https://hooks.example.com/#a' }, 'url'],
    ['too long an address', { url: `https://hooks.example.com/${'a'.repeat(2_048)}` }, 'url'],
    ['a private address', { url: 'https://10.0.0.1/' }, 'url'],
    ['the same, written otherwise', { url: 'https://0x0a000001/' }, 'url'],
    ['a name of this machine', { url: 'https://[::1]/' }, 'url'],
    ['a metadata service', { url: 'http://169.254.169.254/latest' }, 'url'],
    ['a public address without TLS', { url: 'http://93.184.215.14/' }, 'url'],
    ['no events', { events: [] }, 'events'],
    ['an unknown event', { events: ['game.started', 'game.paused'] }, 'events'],
    ['a short secret', { secret: ownSecret(23) }, 'secret'],
    ['a long secret', { secret: ownSecret(65) }, 'secret'],
    ['a secret that is no base64', { secret: `whsec_${'!'.repeat(40)}` }, 'secret'],
    ['a secret of another kind', { secret: randomBytes(32).toString('base64') }, 'secret'],
  ];
  it('are not made with what can’t be', async () => {
    const { token } = await seedService(app, ['webhooks:manage']);
    for (const [what, more, field] of refused) {
      const input = { url: somewhere(), events: ['game.started'], ...more };
      const { createWebhook } = await execute(app, token, documents.createWebhook, { input });
      const { fields } = expectError(createWebhook, 'InvalidInputError');
      expect([what, fields.map((wrong) => wrong.field)]).toEqual([what, [field]]);
    }
    expect((await execute(app, token, documents.webhooks, {})).webhooks.edges).toEqual([]);
  });

  it('are so many of one owner, also when they are made at once', async () => {
    const { token } = await seedService(app, ['webhooks:manage']);
    const make = () =>
      execute(app, token, documents.createWebhook, { input: { url: somewhere(), events: ['game.started'] } });
    const made = await Promise.all(Array.from({ length: mostWebhooks + 3 }, make));
    const refusals = made.filter(({ createWebhook }) => createWebhook.__typename === 'TooManyWebhooksError');
    expect(refusals).toHaveLength(3);
    expect((await execute(app, token, documents.webhooks, { first: 200 })).webhooks.edges).toHaveLength(mostWebhooks);
  });

  it('sign with the old secret beside a new one, change where they go, and stop and begin again', async () => {
    const receiver = await startReceiver();
    const webhook = await seedWebhook(app, { url: `${receiver.url}/one`, secret: ownSecret(24) });
    const { id, token, secret } = webhook;
    const next = ownSecret(64);
    const rotated = await execute(app, token, documents.rotateWebhookSecret, { id, secret: next });
    expect(expectPayload(rotated.rotateWebhookSecret).webhook).toMatchObject({ secret: next });
    expectPayload((await execute(app, token, documents.rotateWebhookSecret, { id, secret: next })).rotateWebhookSecret);
    const update = async (change: object) =>
      expectPayload((await execute(app, token, documents.updateWebhook, { input: { id, ...change } })).updateWebhook)
        .webhook;
    await update({ url: `${receiver.url}/two`, events: ['game.abandoned', 'game.started'] });
    const stream = newStream();
    await happen(app, stream);
    const [call] = await receiver.untilCalls('/two', 1);
    const signed = call?.headers as Record<string, string>;
    for (const key of [secret, next]) expect(new StandardWebhook(key).verify(call?.body ?? '', signed)).toBeDefined();
    expect(await update({ enabled: false })).toMatchObject({ disabledBecause: 'OWNER', secret: null });
    await happen(app, stream);
    expect(await update({ enabled: true })).toMatchObject({ disabledBecause: null, disabledAt: null });
    await happen(app, stream);
    const calls = await receiver.untilCalls('/two', 2);
    expect(calls.map(({ data }) => data.seq)).toEqual([1, 3]);
    await untilDelivery(app, webhook, ({ state }) => state === 'DELIVERED');
  });

  it('stay as they are when a change is refused, also for what else the same request asks', async () => {
    const [one, other] = [somewhere(), somewhere()];
    const { token, id: first } = await seedWebhook(app, { url: one });
    const { id: second } = await seedWebhook(app, { token, url: other });
    const answer = await execute<object, object>(
      app,
      token,
      `mutation ($first: ID!, $second: ID!, $one: String!, $other: String!, $secret: String!) {
        taken: updateWebhook(input: { id: $second, url: $one, enabled: false }) { __typename }
        off: updateWebhook(input: { id: $first, enabled: false }) { ...Seen }
        rotated: rotateWebhookSecret(input: { id: $second, secret: $secret }) {
          ... on RotateWebhookSecretPayload { webhook { url disabledAt } }
        }
        deleted: deleteWebhook(input: { id: $first }) { __typename }
        free: updateWebhook(input: { id: $second, url: $one }) { ...Seen }
        again: updateWebhook(input: { id: $first, enabled: true }) { __typename }
        back: updateWebhook(input: { id: $second, url: $other }) { ...Seen }
      }
      fragment Seen on UpdateWebhookResult { ... on UpdateWebhookPayload { webhook { url disabledBecause } } }`,
      { first, second, one, other, secret: ownSecret(32) },
    );
    expect(answer).toEqual({
      taken: { __typename: 'WebhookExistsError' },
      off: { webhook: { url: one, disabledBecause: 'OWNER' } },
      rotated: { webhook: { url: other, disabledAt: null } },
      deleted: { __typename: 'DeleteWebhookPayload' },
      free: { webhook: { url: one, disabledBecause: null } },
      again: { __typename: 'NotFoundError' },
      back: { webhook: { url: other, disabledBecause: null } },
    });
  });

  it('have nothing replayed while they are disabled', async () => {
    const receiver = await startReceiver();
    const webhook = await seedWebhook(app, { url: `${receiver.url}/off` });
    const { id, token } = webhook;
    await happen(app, newStream());
    const { id: deliveryId } = await untilDelivery(app, webhook, ({ state }) => state === 'DELIVERED');
    await execute(app, token, documents.updateWebhook, { input: { id, enabled: false } });
    const one = await execute(app, token, documents.replayWebhookDelivery, { id: deliveryId });
    const all = await execute(app, token, documents.replayParkedDeliveries, { id });
    for (const answer of [one.replayWebhookDelivery, all.replayParkedDeliveries]) {
      expect(answer).toMatchObject({ __typename: 'WebhookDisabledError', because: 'OWNER' });
    }
    expect(await deliveriesOf(app, webhook)).toMatchObject([{ state: 'DELIVERED', attempts: 1 }]);
    await execute(app, token, documents.updateWebhook, { input: { id, enabled: true } });
    expectPayload(
      (await execute(app, token, documents.replayWebhookDelivery, { id: deliveryId })).replayWebhookDelivery,
    );
    await receiver.untilCalls('/off', 2);
  });

  it('end with the token that made them', async () => {
    const receiver = await startReceiver();
    const service = await seedService(app, ['webhooks:manage']);
    const webhook = await seedWebhook(app, { url: `${receiver.url}/mine`, token: service.token });
    const admin = await seedPlayer(app, ['admin']);
    await execute(app, admin.token, revokeServiceToken, { id: service.id });
    await happen(app, newStream());
    const ofAdmin = { ...webhook, token: admin.token };
    expect(await untilDelivery(app, ofAdmin, ({ state }) => state === 'PARKED')).toMatchObject({ attempts: 0 });
    const state = () => execute(app, admin.token, documents.deliveries, { id: webhook.id });
    const { node } = await state();
    expect(node).toMatchObject({ disabledBecause: 'TOKEN_ENDED', owner: service.id });
    const { id } = webhook;
    await execute(app, admin.token, documents.updateWebhook, { input: { id, enabled: true } });
    const again = await execute(app, admin.token, documents.replayParkedDeliveries, { id });
    expect(again.replayParkedDeliveries).toMatchObject({ __typename: 'WebhookDisabledError', because: 'TOKEN_ENDED' });
    expect(receiver.calls).toEqual([]);
  });
});
