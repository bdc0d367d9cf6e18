import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayMs, dayOf, startOf } from '../../rules/day.ts';
import { seedBattle, begin, created, join } from '../battle/play.ts';
import { countOf, openApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { Contestants, enter } from '../tournament/contestants.ts';
import { TestBotApi } from './botApi.ts';
import { seedReader } from './chat.ts';
import * as documents from './documents.ts';

let api: TestBotApi;
let app: Awaited<ReturnType<typeof openApp>>;
const clock = new ShiftedClock();
beforeAll(async () => {
  api = await TestBotApi.open();
  app = await openApp({ clock, env: api.env });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

/** What a chat has got, once it is so much. */
const got = (chat: number, count = 1) =>
  eventually(
    'The messages',
    () => api.textsTo(chat),
    (texts) => texts.length >= count,
  );
const settled = (kind: string, outcome: string) => countOf(app, 'cupbearer_notifications_total', { kind, outcome });

it('a challenged throw is told to its thrower, and nothing of what was answered before', async () => {
  const game = await seedGame(app, { challengeSeconds: 120, answerSeconds: 120 });
  const [ada, ben] = game.players;
  const reader = await seedReader(app, ada);
  const late = () => settled('THROW_CHALLENGED', 'LATE');
  const challenged = async (cup: number) => {
    const ball = await ballInFlight(app, ada.token, game.id, ben.cups[cup] ?? '');
    await execute(app, ben.token, harness.challengeThrow, { throwId: ball.throw.id });
    return ball;
  };
  const { throw: ball, answerKey } = await challenged(0);
  const [text] = await got(reader.chat);
  expect(text).toMatch(
    new RegExp(`^🏓 ${ben.handle} challenges your throw. Answer by \\d\\d:\\d\\d:\\d\\d UTC, or it is lost.$`),
  );
  await execute(app, ada.token, harness.answerChallenge, { throwId: ball.id, secret: answerKey ?? '' });

  const { pool } = app.services;
  // Nobody is written to until the answer is there.
  await pool.query(`update telegram_pace set paused_until = $1`, [new Date(clock.now() + 3_600_000)]);
  const before = await late();
  const second = await challenged(1);
  await execute(app, ada.token, harness.answerChallenge, { throwId: second.throw.id, secret: second.answerKey ?? '' });
  await pool.query('update telegram_pace set paused_until = null');
  await eventually('The message dropped', late, (count) => count === before + 1);
  expect(api.textsTo(reader.chat)).toHaveLength(1);
});

it('a battle is told before it begins, or as it begins, once to each and not to who begins it', async () => {
  const battle = await seedBattle(app, { title: 'The race' });
  const [host, second, third] = battle.fighters;
  const [adas, bens] = [await seedReader(app, host), await seedReader(app, second)];
  await begin(app, battle, host);
  const [text] = await got(bens.chat);
  expect(text).toMatch(/^⚔️ The battle “The race” has begun. It runs until \d\d:\d\d:\d\d UTC. All you score counts.$/);

  const beginsAt = new Date(clock.now() + 180_000).toISOString();
  const { id } = await created(app, host, { title: 'Later', beginsAt, seconds: 600 });
  for (const person of [second, third]) await join(app, { id }, person);
  clock.advance(120_001);
  const [warning] = await got(adas.chat);
  expect(warning).toMatch(new RegExp(`^⚔️ The battle “Later” begins at ${beginsAt.slice(11, 19)} UTC and runs until`));
  await got(bens.chat, 2);
  const thirds = await seedReader(app, third);
  clock.advance(60_000);
  // Whoever was warned is not told again; who came after the warning is.
  expect((await got(thirds.chat))[0]).toContain('“Later” has begun.');
  expect([api.textsTo(adas.chat).length, api.textsTo(bens.chat).length]).toEqual([1, 2]);
});

it('of what a person did not choose nothing is said, not even what waits', async () => {
  const battle = await seedBattle(app);
  const [host, second, third] = battle.fighters;
  const [bens, cleos] = [await seedReader(app, second), await seedReader(app, third)];
  const choose = (token: string, notifications: ('THROW_CHALLENGED' | 'BATTLE_STARTING')[]) =>
    execute(app, token, documents.setTelegramNotifications, { notifications });
  await choose(bens.token, ['THROW_CHALLENGED']);
  const { pool } = app.services;
  await pool.query(`update telegram_pace set paused_until = $1`, [new Date(clock.now() + 3_600_000)]);
  await begin(app, battle, host);
  await choose(bens.token, ['BATTLE_STARTING']);
  await choose(cleos.token, []);
  await pool.query('update telegram_pace set paused_until = null');
  await eventually(
    'The one that waits dropped',
    () => settled('BATTLE_STARTING', 'UNWANTED'),
    (count) => count === 1,
  );
  const { rows } = await pool.query(`select from telegram_notification where user_id = $1`, [bens.id.split(':')[1]]);
  expect([rows.length, api.textsTo(bens.chat), api.textsTo(cleos.chat)]).toEqual([0, [], []]);
});

it('everyone who reads is told how a tournament ended for them, rewarded or not', async () => {
  // Early in a day, when its tournament can be entered.
  clock.advance(startOf(dayOf(clock.now() + dayMs)) + 3_600_000 - clock.now());
  const contestants = await Contestants.of(app);
  const people = await contestants.seedMany(3);
  const readers = [];
  for (const person of people) {
    await enter(app, person);
    readers.push(await seedReader(app, person));
  }
  const outsider = await seedReader(app, await seedPlayer(app));
  clock.advance(dayMs);
  for (const [index, { chat }] of readers.entries()) {
    const [text] = await got(chat);
    expect(text).toMatch(
      new RegExp(
        `^🏆 “.+” is over: you are number ${index + 1} of the 3 players of your group\\.( Your reward: \\d+ coins?\\.)?$`,
      ),
    );
  }
  expect(api.textsTo(outsider.chat)).toEqual([]);
  await eventually(
    'All counted',
    () => settled('TOURNAMENT_RESULT', 'SENT'),
    (count) => count === 3,
  );
});
