import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, mouldOf } from '../account/forgedToken.ts';
import { openApp, startApp } from '../harness/app.ts';
import { execute, expectError, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';
import { TestBotApi } from './botApi.ts';
import { linkOf, newChat, says, seedReader, sendUpdate, telegramOf } from './chat.ts';
import * as documents from './documents.ts';
import { membership } from './updates.ts';

const allKinds = ['BATTLE_STARTING', 'THROW_CHALLENGED', 'TOURNAMENT_RESULT'];
const unlinked = { linkedAt: null, reachable: false, notifications: allKinds };

describe('a chat', () => {
  let api: TestBotApi;
  let app: Awaited<ReturnType<typeof openApp>>;
  const clock = new ManualClock();
  beforeAll(async () => {
    api = await TestBotApi.open();
    app = await openApp({ clock, env: api.env });
  });
  afterAll(async () => {
    await app.close();
    await api.close();
  });

  it('is linked by a deep link, once and for fifteen minutes', async () => {
    const [ada, chat] = [await seedPlayer(app), newChat()];
    expect(await telegramOf(app, ada)).toEqual(unlinked);
    const { url, code, expiresAt } = await linkOf(app, ada);
    expect(url).toBe(`https://t.me/cupbearer_test_bot?start=${code}`);
    expect(code).toMatch(/^[\w-]{22,64}$/);
    expect(Date.parse(expiresAt)).toBe(clock.now() + 15 * 60_000);
    expect(await says(app, chat, `/start ${code}`)).toContain(`You are ${ada.handle}.`);
    const linkedAt = new Date(clock.now()).toISOString();
    expect(await telegramOf(app, ada)).toEqual({ linkedAt, reachable: true, notifications: allKinds });
    // Telegram delivers twice what it had no answer to.
    expect(await says(app, chat, `/start ${code}`)).toContain(`You are ${ada.handle}.`);
    expect(await says(app, newChat(), `/start ${code}`)).toContain('used before');

    const { code: late } = await linkOf(app, ada);
    clock.advance(15 * 60_000);
    expect(await says(app, newChat(), `/start ${late}`)).toContain('has expired');
    expect(await telegramOf(app, ada)).toMatchObject({ linkedAt });
  });

  it('is linked by the newest link alone', async () => {
    const [ada, chat] = [await seedPlayer(app), newChat()];
    const { code: old } = await linkOf(app, ada);
    const { code } = await linkOf(app, ada);
    expect(await says(app, chat, `/start ${old}`)).toContain('Ask the game for a new one');
    expect(await telegramOf(app, ada)).toEqual(unlinked);
    expect(await says(app, chat, `/start ${code}`)).toContain('You are');
  });

  it('is one person’s, who has no other', async () => {
    const [ada, ben] = [await seedReader(app), await seedReader(app)];
    const other = newChat();
    await says(app, other, `/start ${(await linkOf(app, ada)).code}`);
    expect(await says(app, ada.chat, '/standings')).toContain('don’t know you');
    expect(await says(app, other, '/start')).toContain(ada.handle);

    await says(app, other, `/start ${(await linkOf(app, ben)).code}`);
    expect(await telegramOf(app, ada)).toMatchObject({ linkedAt: null });
    expect(await says(app, other, '/start')).toContain(ben.handle);
    expect(await says(app, ben.chat, '/start')).toContain('don’t know you');
  });

  it('changes between two people who open each other’s links at once', async () => {
    const [ada, ben] = [await seedReader(app), await seedReader(app)];
    const codes = [await linkOf(app, ada), await linkOf(app, ben)].map(({ code }) => code);
    await Promise.all([says(app, ben.chat, `/start ${codes[0]}`), says(app, ada.chat, `/start ${codes[1]}`)]);
    const answers = [await says(app, ada.chat, '/start'), await says(app, ben.chat, '/start')];
    // Whoever came second has taken the chat of the first, and left theirs.
    expect(answers.filter((answer) => answer?.includes('You are'))).not.toEqual([]);
    for (const [chat, person] of [
      [ada.chat, ben],
      [ben.chat, ada],
    ] as const) {
      const { linkedAt } = (await telegramOf(app, person)) ?? {};
      expect((await says(app, chat, '/start'))?.includes(person.handle)).toBe(Boolean(linkedAt));
    }
  });

  it('is let go by /stop and by unlinkTelegram, after which no link given before opens anything', async () => {
    const ada = await seedReader(app);
    await execute(app, ada.token, documents.setTelegramNotifications, { notifications: ['BATTLE_STARTING'] });
    expect(await says(app, ada.chat, '/stop')).toContain('no more messages');
    expect(await says(app, ada.chat, '/stop')).toContain('don’t know you');
    expect(await telegramOf(app, ada)).toEqual({ ...unlinked, notifications: ['BATTLE_STARTING'] });

    await says(app, ada.chat, `/start ${(await linkOf(app, ada)).code}`);
    expect(await telegramOf(app, ada)).toMatchObject({ reachable: true, notifications: ['BATTLE_STARTING'] });
    const { code } = await linkOf(app, ada);
    for (let count = 0; count < 2; count += 1) {
      const { unlinkTelegram } = await execute(app, ada.token, documents.unlinkTelegram);
      expect(unlinkTelegram.telegram).toEqual({ ...unlinked, notifications: ['BATTLE_STARTING'] });
    }
    expect(await says(app, ada.chat, `/start ${code}`)).toContain('Ask the game for a new one');
    const { unlinkTelegram } = await execute(app, ada.token, documents.unlinkTelegram, { forgetChoices: true });
    expect(unlinkTelegram.telegram).toEqual(unlinked);
  });

  it('is not reachable while its person blocks the bot, and is again when they come back', async () => {
    const ada = await seedReader(app);
    await sendUpdate(app, membership(ada.chat, 'kicked'));
    expect(await telegramOf(app, ada)).toMatchObject({ linkedAt: expect.any(String), reachable: false });
    await sendUpdate(app, membership(ada.chat, 'member'));
    expect(await telegramOf(app, ada)).toMatchObject({ reachable: true });
    await sendUpdate(app, membership(ada.chat, 'kicked'));
    expect(await says(app, ada.chat, '/start')).toContain(ada.handle);
    expect(await telegramOf(app, ada)).toMatchObject({ reachable: true });
  });

  it('guesses codes three times in half a minute', async () => {
    const [chat, ada] = [newChat(), await seedPlayer(app)];
    for (let count = 0; count < 3; count += 1)
      expect(await says(app, chat, '/start nonsense')).toContain('Ask the game');
    const { code } = await linkOf(app, ada);
    expect(await says(app, chat, `/start ${code}`)).toContain('too many links');
    expect(await telegramOf(app, ada)).toEqual(unlinked);
    expect(await says(app, newChat(), `/start ${code}`)).toContain('You are');
  });

  it('is nothing for a token that outlived its account', async () => {
    const token = await cast(await mouldOf(app));
    const gone = [{ extensions: { code: 'UNAUTHENTICATED' } }];
    expect((await send(app, token, documents.linkTelegram)).errors).toMatchObject(gone);
    for (const notifications of [[], ['BATTLE_STARTING'] as const]) {
      const variables = { notifications: [...notifications] };
      expect((await send(app, token, documents.linkTelegram, variables)).errors).toMatchObject(gone);
      expect((await send(app, token, documents.setTelegramNotifications, variables)).errors).toMatchObject(gone);
    }
    expect((await send(app, token, documents.unlinkTelegram)).errors).toEqual([]);
  });

  it('is for its person’s eyes only, and what they choose is kept before they have one', async () => {
    const [ada, ben] = [await seedReader(app), await seedPlayer(app)];
    expect(await execute(app, ben.token, documents.telegramOfUser, { handle: ada.handle })).toEqual({
      user: { telegram: null },
    });
    const { code } = (await execute(app, ben.token, documents.linkTelegram, { notifications: [] })).linkTelegram as {
      code: string;
    };
    expect(await telegramOf(app, ben)).toEqual({ ...unlinked, notifications: [] });
    await says(app, newChat(), `/start ${code}`);
    expect(await telegramOf(app, ben)).toMatchObject({ reachable: true, notifications: [] });
    const notifications = ['TOURNAMENT_RESULT', 'TOURNAMENT_RESULT', 'THROW_CHALLENGED'] as const;
    const chosen = await execute(app, ben.token, documents.setTelegramNotifications, {
      notifications: [...notifications],
    });
    expect(chosen.setTelegramNotifications.telegram.notifications).toEqual(['THROW_CHALLENGED', 'TOURNAMENT_RESULT']);
  });
});

it('without a bot there is nothing to link, and no webhook', async () => {
  const app = await startApp();
  const ada = await seedPlayer(app);
  const { linkTelegram } = await execute(app, ada.token, documents.linkTelegram);
  expect(expectError(linkTelegram, 'TelegramOffError').message).toContain('docs/telegram.md');
  expect(await telegramOf(app, ada)).toEqual(unlinked);
  expect((await sendUpdate(app, {})).status).toBe(404);
});

it('deep links keep to telegramLinksPerUser, and the bot is silent past telegramMessagesPerChat', async () => {
  const api = await TestBotApi.ofTest();
  const LIMITS = 'telegramLinksPerUser=2/60,telegramMessagesPerChat=2/60';
  const app = await startApp({ env: { ...api.env, LIMITS } });
  const [ada, ben, chat] = [await seedPlayer(app), await seedPlayer(app), newChat()];
  for (let count = 0; count < 2; count += 1) await linkOf(app, ada);
  expect((await send(app, ada.token, documents.linkTelegram)).errors).toMatchObject([
    { extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } },
  ]);
  await linkOf(app, ben);
  const answers = [];
  for (let count = 0; count < 3; count += 1) answers.push(await says(app, chat, '/help'));
  expect(answers).toEqual([expect.any(String), expect.any(String), undefined]);
  expect(await says(app, newChat(), '/help')).toContain('/standings');
});
