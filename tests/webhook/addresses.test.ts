import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readRanges } from '../../server/webhooks/addresses.ts';
import { width } from '../../rules/webhookShares.ts';
import { guardedAgent, type Lookup, urlRefusal } from '../../server/webhooks/guardedAgent.ts';
import { sendWebhook } from '../../server/webhooks/sendWebhook.ts';

const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
const message = { id: 'WebhookDelivery:1', body: '{}', secrets, now: Date.now() };

/** Names that answer with one list of addresses after another, the last for ever. */
function names(...answers: string[][]): Lookup & { asked: number } {
  const lookup = (_name: string, _options: object, done: Parameters<Lookup>[2]) => {
    const addresses = answers[Math.min(lookup.asked, answers.length - 1)] ?? [];
    lookup.asked += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  lookup.asked = 0;
  return lookup;
}

/** A server of this machine that nobody should come to. */
async function inner(): Promise<{ port: number; calls: () => number }> {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, calls: () => calls };
}

function agent(allow: string[], lookup?: Lookup) {
  const made = guardedAgent({
    allowed: readRanges(allow),
    connectMs: 1_000,
    ...(lookup && { lookup }),
  });
  onTestFinished(() => made.destroy());
  return made;
}

const refused = { status: null, error: 'The url leads to an address that is not public.' };

it('an address of this machine is refused, however it is written', async () => {
  const { port, calls } = await inner();
  const dispatcher = agent([]);
  const hosts = ['127.0.0.1', '[::1]', '0x7f.1', '2130706433', '017700000001', '[::ffff:127.0.0.1]', '0.0.0.0'];
  for (const host of [...hosts, 'localhost']) {
    for (const protocol of ['http', 'https']) {
      const url = new URL(`${protocol}://${host}:${port}/`).href;
      expect([url, await sendWebhook({ ...message, url }, { dispatcher, timeoutMs: 1_000 })]).toMatchObject([
        url,
        refused,
      ]);
    }
  }
  expect(calls()).toBe(0);
});

it('a name that changes between the check and the connection leads to what was checked', async () => {
  const { port, calls } = await inner();
  const allowed = readRanges([]);
  // Public when it is looked at, private when it is connected to.
  const turning = names(['93.184.215.14'], ['127.0.0.1']);
  const url = `https://turns.example.com:${port}/`;
  expect(await urlRefusal(new URL(url), { allowed, connectMs: 1_000, lookup: turning })).toBeUndefined();
  expect(await sendWebhook({ ...message, url }, { dispatcher: agent([], turning), timeoutMs: 1_000 })).toMatchObject(
    refused,
  );
  expect(turning.asked).toBe(2);
  // Of several addresses one private is enough.
  const mixed = names(['93.184.215.14', '10.0.0.1']);
  expect(await sendWebhook({ ...message, url }, { dispatcher: agent([], mixed), timeoutMs: 1_000 })).toMatchObject(
    refused,
  );
  expect(await urlRefusal(new URL(url), { allowed, connectMs: 1_000, lookup: mixed })).toContain('not public');
  expect(calls()).toBe(0);
});

it('what is allowed is connected to after one lookup, and public addresses not without TLS', async () => {
  const { port, calls } = await inner();
  const here = names(['127.0.0.1'], ['10.0.0.1']);
  const url = `http://hooks.example.com:${port}/`;
  const dispatcher = agent(['127.0.0.0/8'], here);
  expect(await sendWebhook({ ...message, url }, { dispatcher, timeoutMs: 1_000 })).toMatchObject({
    status: 204,
    error: null,
  });
  expect([here.asked, calls()]).toEqual([1, 1]);
  const outside = agent(['127.0.0.0/8'], names(['93.184.215.14']));
  expect(await sendWebhook({ ...message, url }, { dispatcher: outside, timeoutMs: 1_000 })).toMatchObject({
    error: 'The url leads to a public address without https.',
  });
});

async function serverOf(listener: RequestListener) {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, to };
}

it('an answer that does not come is not waited for, and one without an end is not read to it', async () => {
  const { to } = await serverOf((request, response) => {
    if (request.url === '/hangs') return;
    response.writeHead(200);
    const flow = setInterval(() => response.write('x'.repeat(65_536)), 1);
    response.once('close', () => clearInterval(flow));
  });
  const dispatcher = agent(['127.0.0.1']);
  const late = await sendWebhook({ ...message, url: `${to}/hangs` }, { dispatcher, timeoutMs: 200 });
  expect(late).toEqual({ status: null, error: 'No answer within 0.2 s.', retryAfterMs: null });
  const endless = await sendWebhook({ ...message, url: `${to}/flows` }, { dispatcher, timeoutMs: 10_000 });
  expect(endless).toEqual({ status: 200, error: null, retryAfterMs: null });
});

it('what hangs at a server keeps nothing else from it', async () => {
  const arrived: string[] = [];
  const { server, to } = await serverOf((request, response) => {
    arrived.push(request.url ?? '');
    if (request.url === '/good') response.writeHead(204).end();
  });
  const dispatcher = agent(['127.0.0.1']);
  const send = (path: string) => sendWebhook({ ...message, url: `${to}${path}` }, { dispatcher, timeoutMs: 5_000 });
  const hanging = Array.from({ length: width - 1 }, () => send('/hangs'));
  expect(await send('/good')).toMatchObject({ status: 204 });
  expect(arrived).toHaveLength(width);
  server.closeAllConnections();
  await Promise.all(hanging);
});

it('a name that nobody answers for is left to be seen', async () => {
  const silent: Lookup = () => undefined;
  const refusal = urlRefusal(new URL('https://hooks.example.com/'), { allowed: [], connectMs: 20, lookup: silent });
  expect(await refusal).toBeUndefined();
});
