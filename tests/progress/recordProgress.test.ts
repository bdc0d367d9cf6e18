import { describe, expect, it } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { inTransaction } from '../../resolvers/transaction.ts';
import { atOnce, tally } from '../game/tally.ts';
import { gameOf } from '../game/gameOf.ts';
import { countOf, startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService, seedUsers } from '../harness/seedService.ts';
import * as documents from './documents.ts';
import { eventsOf, longLived, record, recorded } from './people.ts';

describe('progress recorded', () => {
  it('raises the level, with 100 coins a level and a place on the global board', async () => {
    const clock = new ManualClock(Date.parse('2026-11-21T12:00:00Z'));
    const app = await startApp({ clock });
    const service = await seedService(app);
    const [ada, ben] = [await longLived(app), await longLived(app)];
    expect(await recorded(app, service, ada.id, 3, 'quest-1')).toEqual({ level: 4, coins: 1300, coinsEarned: 300 });
    clock.advance(1_000);
    expect(await recorded(app, service, ben.id, 3, 'quest-2')).toEqual({ level: 4, coins: 1300, coinsEarned: 300 });
    expect(await recorded(app, service, ada.id, 1, 'quest-3')).toEqual({ level: 5, coins: 1400, coinsEarned: 100 });
    const global = await execute(app, ben.token, documents.onGlobalBoard, {});
    expect(global.globalLeaderboard).toEqual({
      size: 2,
      entry: { rank: 2, score: 400, user: { id: ben.id, level: 4 } },
    });
    expect(await eventsOf(app, ada)).toMatchObject([
      { __typename: 'LevelUp', seq: 1, oldLevel: 1, newLevel: 4, coinsEarned: 300, at: '2026-11-21T12:00:00.000Z' },
      { __typename: 'CoinsChanged', seq: 2, coins: 1300, amount: 300, reason: 'LEVEL_UP' },
      { __typename: 'LevelUp', seq: 3, oldLevel: 4, newLevel: 5, coinsEarned: 100, at: '2026-11-21T12:00:01.000Z' },
      { __typename: 'CoinsChanged', seq: 4, coins: 1400, amount: 100, reason: 'LEVEL_UP' },
    ]);
    const { rows } = await app.services.pool.query(
      `select account, amount, reason from coin_entry where reference = 'LevelUp:Progress:quest-1' order by amount`,
    );
    expect(rows).toEqual([
      { account: 'House:LEVEL_UP', amount: -300, reason: 'LEVEL_UP' },
      { account: ada.id, amount: 300, reason: 'LEVEL_UP' },
    ]);
  });

  it('counts once per event id, and the id is good for nothing else', async () => {
    const app = await startApp();
    const service = await seedService(app);
    const [ada, ben] = (await seedUsers(app, service, 2)) as [string, string];
    const first = await recorded(app, service, ada, 2, 'quest-1');
    expect(await recorded(app, service, ada, 2, 'quest-1')).toEqual(first);
    await recorded(app, service, ada, 1, 'quest-2');
    expect(await recorded(app, service, ada, 2, 'quest-1')).toEqual({ level: 4, coins: 1300, coinsEarned: 200 });
    for (const [who, levels] of [
      [ada, 1],
      [ada, 3],
      [ben, 2],
    ] as const) {
      const error = expectError(await record(app, service, who, levels, 'quest-1'), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(['eventId']);
    }
    expect(await recorded(app, service, ben, 1, 'quest-3')).toMatchObject({ level: 2 });
  });

  it('counts once of ten at once over two nodes', async () => {
    const app = await startApp();
    const beside = await startApp({ beside: app });
    const service = await seedService(app);
    const people = (await seedUsers(app, service, 4)) as [string, ...string[]];
    const node = (index: number) => (index % 2 ? app : beside);
    for (let round = 0; round < 5; round += 1) {
      const same = await atOnce(10, (index) => recorded(node(index), service, people[0], 2, `same-${round}`));
      expect(new Set(same.map(({ level }) => level))).toEqual(new Set([3 + 2 * round]));
      // Of several people or levels under one id, one counts, and the others hear that they do not.
      const mixed = await atOnce(12, (index) =>
        record(node(index), service, people[(index % 3) + 1] ?? '', 1 + (index % 4 > 1 ? 1 : 0), `mixed-${round}`),
      );
      expect(tally(mixed.map(({ __typename }) => __typename))).toEqual({
        RecordProgressPayload: 2,
        InvalidInputError: 10,
      });
    }
    const { rows } = await app.services.pool.query('select count(*)::int as gains from level_gain');
    expect(rows).toEqual([{ gains: 10 }]);
  });

  it('waits for its turn when much is recorded for one person, and one of all waits for the row', async () => {
    const app = await startApp({ alone: 'counts what one node tries again' });
    const { pool } = app.services;
    const service = await seedService(app);
    const [ada] = (await seedUsers(app, service, 1)) as [string];
    const timeouts = () => countOf(app, 'cupbearer_transaction_retries_total', { why: 'lock_timeout' });
    const { asked: recording } = await inTransaction(pool, async (client) => {
      await client.query('select from users where id = $1 for no key update', [ada.replace(/^.*:/, '')]);
      const asked = atOnce(10, (index) => recorded(app, service, ada, 1, `quest-${index}`));
      await eventually('A wait that was too long', timeouts, (count) => count > 0);
      return { asked };
    });
    await recording;
    // Another may have been too long by the time the first was seen.
    expect(await timeouts()).toBeLessThan(4);
    expect(await recorded(app, service, ada, 1, 'quest-10')).toMatchObject({ level: 12 });
  });

  it('is somebody’s, in levels there are, under an id', async () => {
    const app = await startApp();
    const service = await seedService(app);
    const [ada = ''] = await seedUsers(app, service, 1);
    expectError(await record(app, service, `User:${globalBoardId}`, 1, 'quest-1'), 'NotFoundError');
    const refused: [levels: number, eventId: string, fields: string[]][] = [
      [0, 'quest', ['levels']],
      [-1, 'quest', ['levels']],
      [1_000_001, 'quest', ['levels']],
      [1, '', ['eventId']],
      [1, 'x'.repeat(201), ['eventId']],
      [1, 'a\u0000', ['eventId']],
      [0, '\ud800', ['levels', 'eventId']],
    ];
    for (const [levels, eventId, fields] of refused) {
      const error = expectError(await record(app, service, ada, levels, eventId), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(fields);
    }
    // The highest there is, and no higher.
    expect(await recorded(app, service, ada, 999_999, 'all')).toMatchObject({ level: 1_000_000, coins: 100_000_900 });
    const past = expectError(await record(app, service, ada, 1, 'more'), 'InvalidInputError');
    expect(past.fields.map(({ field }) => field)).toEqual(['levels']);
    // What is known is answered all the same.
    expect(await recorded(app, service, ada, 999_999, 'all')).toMatchObject({ level: 1_000_000 });
  });
});

it('a won game brings what progress recorded brings', async () => {
  const app = await startApp();
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const [ada, ben] = people;
  const { id: gameId } = await gameOf(app, people);
  expectPayload((await execute(app, ben.token, harness.leaveGame, { gameId })).leaveGame);
  const { me } = await execute(app, ada.token, harness.me);
  expect(me).toMatchObject({ level: 2, coins: 1100 });
  expect((await execute(app, ada.token, documents.onGlobalBoard, {})).globalLeaderboard).toMatchObject({
    size: 1,
    entry: { rank: 1, score: 200 },
  });
  expect(await eventsOf(app, ada)).toMatchObject([
    { __typename: 'LevelUp', oldLevel: 1, newLevel: 2, coinsEarned: 100 },
    { __typename: 'CoinsChanged', coins: 1100, amount: 100, reason: 'LEVEL_UP' },
  ]);
  expect(await eventsOf(app, ben)).toEqual([]);
});
