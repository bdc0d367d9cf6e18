import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { messageIn } from '../../../tests/telegram/updates.ts';
import { makePeople } from '../people.ts';
import { type Channel, must, type Prepared, type Stage } from './channel.ts';
import type { Dialect } from './receiver.ts';

const botToken = '123456789:AAE-a-token-of-no-bot';
const webhookSecret = 'a-secret-of-the-webhook';
/** As many as a person may be in. */
const battlesEach = 20;
const squadSize = 100;
/** Between two beginnings of a squad, each of which tells all of it. */
const beginEveryMs = 2_000;
const lifeMs = 7_200_000;
const atOnce = 16;

const onError = `... on Error { __typename message }`;
const documents = {
  link: `mutation Link { result: linkTelegram { ... on LinkTelegramPayload { code } ${onError} } }`,
  create: `mutation Create($input: CreateBattleInput!) { result: createBattle(input: $input) {
    ... on CreateBattlePayload { battle { id } } ${onError} } }`,
  join: `mutation Join($id: ID!) { result: joinBattle(input: { battleId: $id }) {
    ... on JoinBattlePayload { battle { id } } ${onError} } }`,
  begin: `mutation Begin($id: ID!) { result: beginBattle(input: { battleId: $id }) {
    ... on BeginBattlePayload { battle { id } } ${onError} } }`,
};

/** People are told in their chats that battles begin: those of a squad one after another, each once. */
export const telegram: Channel = {
  dialect: { read, answer },
  settings: (receiver) => ({
    TELEGRAM_BOT_TOKEN: botToken,
    TELEGRAM_BOT_NAME: 'cupbearer_soak_bot',
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
    TELEGRAM_API_URL: receiver,
    TELEGRAM_MESSAGES_PER_SECOND: '1000',
    TELEGRAM_CHAT_INTERVAL_MS: '0',
  }),
  // Each holds everything up for 15 s: the job belongs to the dead worker until then.
  kills: 8,
  mostAtOnce: 10,
  prepare,
  outcomes: `select outcome as state, count(*)::int as count, sum(attempts)::int as attempts, max(attempts) as most
    from telegram_notification group by outcome`,
  delivered: 'SENT',
};

const sendMessage = z.looseObject({ chat_id: z.coerce.string(), text: z.string() });

function read({ path, body }: Parameters<Dialect['read']>[0]) {
  if (path !== `/bot${botToken}/sendMessage`) throw new Error('Not a call to send a message');
  const { chat_id: lane, text } = sendMessage.parse(JSON.parse(body));
  const what = /“(Soak \d+\.\d+)”/.exec(text)?.[1];
  if (what === undefined) throw new Error(`Not of a battle of this run: ${text}`);
  return { lane, what, id: `${lane} ${what}` };
}

function answer(fate: Parameters<Dialect['answer']>[0]) {
  switch (fate) {
    case 'TAKEN':
      return { status: 200, body: { ok: true, result: { message_id: randomInt(1, 2 ** 31) } } };
    case 'FAILED':
      return { status: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } };
    case 'TOO_MANY': {
      const description = 'Too Many Requests: retry after 1';
      return { status: 429, body: { ok: false, error_code: 429, description, parameters: { retry_after: 1 } } };
    }
  }
}

interface Squad {
  number: number;
  host: string;
  /** Their tokens. */
  fighters: string[];
  battles: { id: string; title: string }[];
}

async function prepare({ node, databaseUrl }: Stage, messages: number): Promise<Prepared> {
  const people = Math.ceil(messages / battlesEach);
  const tokens = await makePeople(databaseUrl, people, lifeMs);
  const hosts = await makePeople(databaseUrl, Math.ceil(people / squadSize), lifeMs, { prefix: 'soak-host' });
  const squads = hosts.map((host, number): Squad => {
    const fighters = tokens.slice(number * squadSize, (number + 1) * squadSize);
    return { number, host, fighters, battles: [] };
  });
  const limit = pLimit(atOnce);
  const expected = new Map<string, string[]>();
  for (const squad of squads) {
    for (let number = 1; number <= battlesEach; number += 1) {
      const title = `Soak ${squad.number}.${number}`;
      const input = { title, seconds: 86_400, maxFighters: squadSize + 1 };
      const { battle } = await must<{ battle: { id: string } }>(node, squad.host, documents.create, { input });
      squad.battles.push({ id: battle.id, title });
    }
    const fightersReady = squad.fighters.map((token) =>
      limit(async () => {
        const chat = await link(node.url, (await must<{ code: string }>(node, token, documents.link, {})).code);
        for (const { id } of squad.battles) await must(node, token, documents.join, { id });
        expected.set(
          chat,
          squad.battles.map(({ title }) => title),
        );
      }),
    );
    await Promise.all(fightersReady);
  }
  const begin = async ({ number, host, battles }: Squad, signal: AbortSignal) => {
    await sleep((number * beginEveryMs) / squads.length);
    for (const { id } of battles) {
      if (signal.aborted) return;
      await must(node, host, documents.begin, { id });
      await sleep(beginEveryMs, undefined, { signal }).catch(() => undefined);
    }
  };
  return {
    expected,
    async cause(signal) {
      await Promise.all(squads.map((squad) => begin(squad, signal)));
    },
  };
}

/** Presses START in a new chat, and says which. */
async function link(server: string, code: string): Promise<string> {
  const chat = randomInt(1, 2 ** 40);
  const response = await fetch(`${server}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
    body: JSON.stringify(messageIn(chat, `/start ${code}`)),
  });
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
  await response.body?.cancel();
  return `${chat}`;
}
