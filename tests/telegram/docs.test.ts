import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { registerWebhook } from '../../server/telegram/registerWebhook.ts';
import { botApi } from '../../server/telegram/botApi.ts';
import { docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startApp } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { botToken, TestBotApi, webhookSecret } from './botApi.ts';
import { newChat } from './chat.ts';

const document = 'docs/telegram.md';
const fence = /^```graphql\n(.*?)^```$/gms;

it('every operation of the document does what it says, and its program opens the link', async () => {
  const api = await TestBotApi.ofTest();
  const app = await startApp({ env: api.env });
  const { token, handle } = await seedPlayer(app);
  const texts = [...(await readFile(document, 'utf8')).matchAll(fence)].map(([, text = '']) => text);
  const known = new Map(
    texts.map((text) => {
      const [definition] = parse(text).definitions;
      return [(definition?.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || '', text];
    }),
  );
  const ask = (name: string) => execute<Record<string, unknown>, object>(app, token, known.get(name) ?? '');
  const { linkTelegram } = (await ask('Link')) as { linkTelegram: { code: string } };
  const { load } = await docProject(document, app.url);
  const { openLink } = await load<{
    openLink(server: string, secret: string, link: { code: string; chatId: number }): Promise<string | undefined>;
  }>('openLink.ts');
  const answer = await openLink(app.url, webhookSecret, { code: linkTelegram.code, chatId: newChat() });
  expect(answer).toContain(`You are ${handle}.`);
  const two = ['BATTLE_STARTING', 'THROW_CHALLENGED'];
  expect(await ask('MyTelegram')).toMatchObject({ me: { telegram: { reachable: true, notifications: two } } });
  expect(await ask('Choose')).toMatchObject({
    setTelegramNotifications: { telegram: { notifications: [...two, 'TOURNAMENT_RESULT'] } },
  });
  expect(await ask('Unlink')).toEqual({ unlinkTelegram: { telegram: { linkedAt: null } } });
  expect([...known.keys()]).toEqual(['Link', 'Choose', 'MyTelegram', 'Unlink']);
});

it('what is TypeScript in it has the right types', async () => {
  expect(await typeErrorsOf(document)).toBe('');
});

it('Telegram is told where updates go, however often it has to be asked', async () => {
  const api = await TestBotApi.ofTest();
  const telegram = { botName: 'Cupbearer_test_bot', webhookSecret };
  const pauses: number[] = [];
  const register = (publicUrl: string, drop = false) =>
    registerWebhook(botApi({ config: { token: botToken, apiUrl: api.url }, timeoutMs: 5_000 }), {
      telegram,
      publicUrl,
      drop,
      pause: (ms) => Promise.resolve(pauses.push(ms)),
    });
  await expect(register('http://cupbearer.example.com')).rejects.toThrow('HTTPS only');
  const busy = [{ code: 429, description: 'Too Many Requests', retryAfter: 3 }, 'CUT'] as const;
  let call = 0;
  api.answer = ({ method }) => (method === 'setWebhook' ? busy[call++] : undefined);
  const [line] = await register('https://cupbearer.example.com');
  expect(line).toContain('goes to https://cupbearer.example.com/telegram/webhook');
  expect(pauses).toEqual([3_000, 2_000]);
  expect(api.calls.findLast(({ method }) => method === 'setWebhook')?.payload).toEqual({
    url: 'https://cupbearer.example.com/telegram/webhook',
    secret_token: webhookSecret,
    allowed_updates: ['message', 'my_chat_member'],
  });
  await register('http://cupbearer.example.com', true);
  expect(api.calls.at(-1)?.method).toBe('deleteWebhook');
  telegram.botName = 'another_bot';
  await expect(register('https://cupbearer.example.com')).rejects.toThrow('TELEGRAM_BOT_NAME=cupbearer_test_bot');
  api.answer = () => ({ code: 401, description: 'Unauthorized' });
  await expect(register('https://cupbearer.example.com')).rejects.toThrow('does not know');
});
