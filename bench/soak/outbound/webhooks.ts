import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { makePeople } from '../people.ts';
import { type Channel, must, type Prepared, type Stage } from './channel.ts';
import type { Dialect } from './receiver.ts';

const endpoints = 5;
const levelsEach = 10;
/** Between two levels of one person, about. */
const riseEveryMs = 5_000;
const lifeMs = 7_200_000;
const atOnce = 8;
/** A server's own, given to all of its webhooks. */
const secret = `whsec_${Buffer.from('a secret of 32 bytes for the run').toString('base64')}`;
const scopes = ['webhooks:manage', 'progress:write'];

const onError = `... on Error { __typename message }`;
const documents = {
  me: `query Me { result: me { id } }`,
  createServiceToken: `mutation Token($input: CreateServiceTokenInput!) { result: createServiceToken(input: $input) {
    ... on CreateServiceTokenPayload { token } ${onError} } }`,
  createWebhook: `mutation Webhook($input: CreateWebhookInput!) { result: createWebhook(input: $input) {
    ... on CreateWebhookPayload { webhook { id } } ${onError} } }`,
  recordProgress: `mutation Progress($input: RecordProgressInput!) { result: recordProgress(input: $input) {
    ... on RecordProgressPayload { user { level } } ${onError} } }`,
};

/** Five webhooks are told of everybody's levels, each person's one after another. */
export const webhooks: Channel = {
  dialect: { read, answer },
  settings: () => ({ WEBHOOKS_ALLOW_PRIVATE: '127.0.0.1', WEBHOOK_TIMEOUT_SECONDS: '1' }),
  kills: 12,
  mostAtOnce: 32,
  prepare,
  outcomes: `select nullif(state, 'PENDING') as state, count(*)::int as count, sum(attempts)::int as attempts,
    max(attempts) as most from webhook_delivery group by state`,
  delivered: 'DELIVERED',
};

const verifier = new Webhook(secret);
const levelUp = z.looseObject({
  type: z.literal('user.level_up'),
  data: z.looseObject({ userId: z.string(), newLevel: z.number() }),
});

function read({ path, headers, body }: Parameters<Dialect['read']>[0]) {
  const { data } = levelUp.parse(verifier.verify(body, headers as Record<string, string>));
  return { lane: laneOf(path, data.userId), what: `${data.newLevel}`, id: String(headers['webhook-id']) };
}

function answer(fate: Parameters<Dialect['answer']>[0]) {
  if (fate === 'TAKEN') return { status: 204 };
  return fate === 'FAILED' ? { status: 500 } : { status: 429, headers: { 'retry-after': '1' } };
}

async function prepare({ node, databaseUrl, receiver }: Stage, messages: number): Promise<Prepared> {
  const [admin = ''] = await makePeople(databaseUrl, 1, lifeMs, { prefix: 'soak-admin', roles: ['admin'] });
  const input = { name: 'soak', scopes };
  const { token: service } = await must<{ token: string }>(node, admin, documents.createServiceToken, { input });
  const paths = Array.from({ length: endpoints }, (_, number) => `/${number + 1}`);
  for (const path of paths) {
    const webhook = { url: `${receiver}${path}`, events: ['user.level_up'], secret };
    await must(node, service, documents.createWebhook, { input: webhook });
  }
  const tokens = await makePeople(databaseUrl, Math.ceil(messages / endpoints / levelsEach), lifeMs);
  const limit = pLimit(atOnce);
  const people = await Promise.all(
    tokens.map((token) => limit(async () => (await must<{ id: string }>(node, token, documents.me, {})).id)),
  );
  const levels = Array.from({ length: levelsEach }, (_, number) => `${number + 2}`);
  const rise = async (userId: string, signal: AbortSignal) => {
    const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
    await pause(Math.random() * riseEveryMs);
    for (let count = 0; count < levelsEach && !signal.aborted; count += 1) {
      const progress = { userId, levels: 1, eventId: randomUUID() };
      await limit(() => must(node, service, documents.recordProgress, { input: progress }));
      await pause(riseEveryMs);
    }
  };
  return {
    expected: new Map(people.flatMap((userId) => paths.map((path) => [laneOf(path, userId), levels] as const))),
    async cause(signal) {
      await Promise.all(people.map((userId) => rise(userId, signal)));
    },
  };
}

function laneOf(path: string, userId: string): string {
  return `${path} ${userId}`;
}
