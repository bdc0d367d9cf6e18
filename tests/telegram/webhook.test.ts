import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOf, openApp } from '../harness/app.ts';
import { seedPlayer } from '../harness/seed.ts';
import { created, begin, join } from '../battle/play.ts';
import { seedService } from '../harness/seedService.ts';
import { execute } from '../harness/execute.ts';
import { raiseLevel } from '../tournament/documents.ts';
import { TestBotApi } from './botApi.ts';
import { newChat, says, seedReader, sendUpdate } from './chat.ts';
import { messageIn } from './updates.ts';

let api: TestBotApi;
let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  api = await TestBotApi.open();
  app = await openApp({ env: { ...api.env, LIMITS: 'bodyBytes=20000' } });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

it('takes updates from who knows the secret, and from nobody else', async () => {
  const update = messageIn(newChat(), '/help');
  for (const secret of [null, '', 'a-secret-of-the-webhooK', `a-secret-of-the-webhook-and-more`]) {
    expect(await sendUpdate(app, update, { secret })).toMatchObject({ status: 401, text: undefined });
  }
  expect(await sendUpdate(app, update)).toMatchObject({ status: 200, text: expect.stringContaining('/standings') });
  expect((await sendUpdate(app, update, { method: 'GET' })).status).toBe(405);
});

it('answers in the response, and calls Telegram for nothing', async () => {
  const chat = newChat();
  const { body } = await sendUpdate(app, messageIn(chat, '/help'));
  expect(body).toEqual({
    method: 'sendMessage',
    chat_id: chat,
    text: expect.stringContaining('/battles'),
    link_preview_options: { is_disabled: true },
  });
  expect(api.calls).toEqual([]);
});

it.each([
  ['no JSON', '{', 400],
  ['another thing', '[]', 400],
  ['null', 'null', 400],
  ['an update without a number', '{"message":{}}', 400],
  ['a message that is none', '{"update_id":1,"message":7}', 400],
  ['a chat without an id', '{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"type":"private"}}}', 400],
  ['too much', `{"update_id":1,"padding":"${'x'.repeat(30_000)}"}`, 413],
  ['an update of a kind that nobody asked for', '{"update_id":1,"poll":{"id":"1"}}', 200],
  ['an update with nothing in it', '{"update_id":1}', 200],
])('%s is answered with what keeps Telegram from sending it for ever', async (_what, body, status) => {
  expect(await sendUpdate(app, body)).toMatchObject({ status, text: undefined });
});

it('says nothing in groups and channels, and helps in a private chat whatever it is told', async () => {
  const chat = newChat();
  for (const type of ['group', 'supergroup', 'channel']) {
    expect(await sendUpdate(app, messageIn(-chat, '/help', type))).toMatchObject({ status: 200, text: undefined });
  }
  for (const text of ['hello', '/dance', '/help', '/help@cupbearer_test_bot']) {
    expect(await says(app, chat, text)).toContain('/standings');
  }
  const { message, ...update } = messageIn(chat, '');
  const { text: _text, ...photo } = message;
  expect((await sendUpdate(app, { ...update, message: photo })).text).toContain('/standings');
  const odd = messageIn(chat, '/stop');
  const entities = [{ type: 'bot_command', offset: 0, length: 4_000 }];
  expect((await sendUpdate(app, { ...odd, message: { ...odd.message, entities } })).status).toBe(200);
});

it('fails with 500 when something fails here, so that Telegram sends it again', async () => {
  const { pool } = app.services;
  const query = pool.query.bind(pool);
  pool.query = (() => Promise.reject(new Error('away'))) as typeof pool.query;
  const answer = await sendUpdate(app, messageIn(newChat(), '/standings')).finally(() => (pool.query = query));
  expect(answer.status).toBe(500);
  expect(await says(app, newChat(), '/standings')).toContain('don’t know you');
});

it('shows a person where they stand, and their battles', async () => {
  const [ada, ben] = [await seedReader(app), await seedPlayer(app)];
  expect(await says(app, ada.chat, '/standings')).toContain('You are not on it yet.');
  const service = await seedService(app);
  for (const [index, { id: userId }] of [ada, ben].entries()) {
    await execute(app, service.token, raiseLevel, { userId, levels: 3 - index, eventId: userId });
  }
  expect(await says(app, ada.chat, '/standings')).toBe(
    `All players\n1. ${ada.handle} – 400\n2. ${ben.handle} – 300\nYou are number 1 of 2, with 400.`,
  );
  expect(await says(app, ada.chat, '/battles')).toContain('You are in no battle.');
  const beginsAt = new Date(app.services.clock.now() + 3_600_000).toISOString();
  await created(app, ada, { title: 'The long race', beginsAt });
  await created(app, ada, { title: 'Some day' });
  const running = await created(app, ada, { title: 'A race <b>now</b>', seconds: 3_600 });
  await join(app, running, ben);
  await begin(app, running, ada);
  const lines = (await says(app, ada.chat, '/battles'))?.split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^⚔️ A race <b>now<\/b>: 2 fighters, runs until ([\d-]+ )?\d\d:\d\d:\d\d UTC$/),
    expect.stringMatching(/^⏳ The long race: 1 fighter, begins at ([\d-]+ )?\d\d:\d\d:\d\d UTC$/),
    '⏳ Some day: 1 fighter, begins when its host says so',
  ]);
});

it('counts what people say', async () => {
  const before = await countOf(app, 'cupbearer_telegram_updates_total', { what: 'help' });
  await says(app, newChat(), 'hello');
  expect(await countOf(app, 'cupbearer_telegram_updates_total', { what: 'help' })).toBe(before + 1);
  expect(await countOf(app, 'cupbearer_telegram_updates_total', { what: 'unreadable' })).toBeGreaterThan(3);
});
