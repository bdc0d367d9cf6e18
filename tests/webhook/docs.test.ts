import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Kind, parse } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import { retryDelayMs } from '../../rules/webhook.ts';
import { mostWebhooks, secretBytes } from '../../rules/webhookSettings.ts';
import { doubtful, width, widthOfOwner, widthOfWebhook } from '../../rules/webhookShares.ts';
import { webhookEventNames } from '../../subscriptions/webhookEvent.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute } from '../harness/execute.ts';
import { leaveGame } from '../harness/documents.ts';
import { seedGame } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { toThisMachine } from './webhookOf.ts';

const document = 'docs/webhooks.md';
const fence = /^```graphql\n(.*?)^```$/gms;

interface Told {
  type: string;
  data: Record<string, unknown>;
}
interface ReceiveWebhook {
  receiveWebhook(
    secret: string,
    request: { headers: IncomingHttpHeaders; body: string },
    own: { seen(id: string): Promise<boolean>; handle(id: string, told: Told): Promise<void> },
  ): Promise<number>;
}

async function operations(): Promise<Map<string, string>> {
  const texts = [...(await readFile(document, 'utf8')).matchAll(fence)].map(([, block = '']) => block);
  return new Map(
    texts.map((block) => {
      const [definition] = parse(block).definitions;
      return [(definition?.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || '', block];
    }),
  );
}

it('the receiver of the document takes what it is told once, and nothing of others', async () => {
  const app = await startApp({ env: toThisMachine });
  const { receiveWebhook } = await (await docProject(document)).load<ReceiveWebhook>('receiveWebhook.ts');
  const handled = new Map<string, Told>();
  const statuses: number[] = [];
  let secret = '';
  const server = createServer((request, response) => {
    void (async () => {
      const asked = { headers: request.headers, body: await text(request) };
      const status = await receiveWebhook(secret, asked, {
        seen: (id) => Promise.resolve(handled.has(id)),
        handle: (id, told) => Promise.resolve(void handled.set(id, told)),
      });
      statuses.push(status);
      response.writeHead(statuses.length === 1 ? 500 : status).end();
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const { token } = await seedService(app, ['webhooks:manage']);
  const known = await operations();
  const ask = (name: string, variables: object) =>
    execute<unknown, object>(app, token, known.get(name) ?? '', variables);
  const made = (await ask('Make', { url })) as { createWebhook: { webhook: { id: string; secret: string } } };
  const { id } = made.createWebhook.webhook;
  ({ secret } = made.createWebhook.webhook);
  const game = await seedGame(app);
  await execute(app, game.players[0].token, leaveGame, { gameId: game.id });
  await eventually(
    'Both tries',
    () => statuses.length,
    (count) => count === 2,
  );
  expect([...handled.values()]).toMatchObject([{ type: 'game.finished', data: { gameId: game.id } }]);
  expect(await receiveWebhook(secret, { headers: {}, body: '{}' }, {} as never)).toBe(401);
  expect(await ask('Parked', { id })).toEqual({ node: { disabledBecause: null, deliveries: { edges: [] } } });
  expect(await ask('Replay', { id })).toEqual({ replayParkedDeliveries: { replayed: 0 } });
  expect([...known.keys()]).toEqual(['Make', 'Parked', 'Replay']);
});

it('what is TypeScript in it has the right types', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['receiveWebhook.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

it('its events and numbers are those of the rules', async () => {
  const page = await readFile(document, 'utf8');
  const told = [...page.matchAll(/^\| `([a-z_]+\.[a-z_]+)`/gm)].map(([, name]) => name);
  expect(told).toEqual(webhookEventNames);
  expect(page).toContain(`An owner has ${mostWebhooks} at most.`);
  expect(page).toContain(`${secretBytes.least} to ${secretBytes.most} bytes`);
  for (const numbers of [
    `${widthOfWebhook} at most; with each`,
    `take ${doubtful.widthOfOwner} of the ${width} places of a sender for all of one owner's\n  and ${doubtful.width} in all, an owner takes ${widthOfOwner},`,
  ]) {
    expect(page).toContain(numbers);
  }
  const waits = [1, 2, 3, 4].map((failures) => retryDelayMs(failures, 0.5) / 1_000);
  expect(page).toContain(`after ${waits[0]} s, then ${waits.slice(1).join(', ')} and so on`);
});
