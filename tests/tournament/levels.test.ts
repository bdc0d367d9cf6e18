import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gainLevels, lockPerson } from '../../resolvers/progress/gainLevels.ts';
import { inTransaction } from '../../resolvers/transaction.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { atOnce } from '../game/tally.ts';
import { Contestants, current, enter, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const morning = Date.UTC(2026, 10, 21, 8);
const untilTheEnd = 16 * 3_600_000 - 60_000;

async function startMorning() {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  return { app, clock, contestants: await Contestants.of(app) };
}

async function defined(app: App, name: string): Promise<string> {
  const admin = await seedPlayer(app, ['admin']);
  const end = new Date(morning + untilTheEnd).toISOString();
  const input = { name, startsAt: new Date(morning).toISOString(), entryClosesAt: end, endsAt: end, entryFee: 0 };
  const { defineTournament } = await execute(app, admin.token, documents.defineTournament, { input });
  return expectPayload(defineTournament).tournament.id;
}

const myEntry = async (app: App, person: TestPlayer, id: string) => (await stateOf(app, person, id)).myEntry;

const finished = (app: App, person: TestPlayer, id: string) =>
  eventually(
    'A finished tournament',
    () => stateOf(app, person, id),
    ({ status }) => status === 'FINISHED',
  );

describe('a level', () => {
  it('counts ten times itself, once, from the entry on and until the end', async () => {
    const { app, clock, contestants } = await startMorning();
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    await contestants.raise(ada);
    await enter(app, ben);
    await enter(app, ada);
    const { id } = await current(app, ada);
    expect(await myEntry(app, ada, id)).toMatchObject({ score: 0, rank: 2 });
    const event = randomUUID();
    await atOnce(5, () => contestants.raise(ada, 1, event));
    expect(await myEntry(app, ada, id)).toMatchObject({ score: 120, rank: 1 });
    expect(await myEntry(app, ben, id)).toMatchObject({ score: 0, rank: 2 });
    clock.advance(untilTheEnd - 1);
    // Three at once are the last of them.
    await contestants.raise(ben, 3);
    expect(await myEntry(app, ben, id)).toMatchObject({ score: 130, rank: 1 });
    clock.advance(1);
    await contestants.raise(ada, 5);
    await finished(app, ada, id);
    await contestants.raise(ada, 5);
    expect(await myEntry(app, ada, id)).toMatchObject({ score: 120, rank: 2 });
    expect(await myEntry(app, ben, id)).toMatchObject({ score: 130, rank: 1 });
  });

  it('counts in every tournament under way', async () => {
    const { app, contestants } = await startMorning();
    const ids = [(await current(app, await contestants.seed())).id, await defined(app, 'A'), await defined(app, 'B')];
    const ada = await contestants.seed();
    for (const id of ids) await enter(app, ada, id);
    await contestants.raise(ada);
    for (const id of ids) expect(await myEntry(app, ada, id)).toMatchObject({ score: 110 });
  });

  it('of equals ranks whoever got there first higher', async () => {
    const { app, contestants } = await startMorning();
    const [ada, ben, cleo] = await contestants.seedMany(3);
    if (!ada || !ben || !cleo) throw new Error('There is nobody');
    for (const person of [ada, ben, cleo]) await enter(app, person);
    const { id } = await current(app, ada);
    for (const person of [cleo, ada, ben]) await contestants.raise(person);
    const ranks = [];
    for (const person of [ada, ben, cleo]) ranks.push((await myEntry(app, person, id))?.rank);
    expect(ranks).toEqual([2, 3, 1]);
  });
});

describe('at once', () => {
  it('people rise while others enter, and every level counts where its person was seated by then', async () => {
    const { app, clock, contestants } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const ids = [(await current(app, await contestants.seed())).id, await defined(app, 'A'), await defined(app, 'B')];
    const people = await contestants.seedMany(40);
    await Promise.all(
      people.flatMap((person, index) => [
        ...ids.map((id, which) => enter(which % 2 ? app : other, person, id)),
        ...[0, 1, 2].map(() => contestants.raise(person, 1, randomUUID(), index % 2 ? app : other)),
      ]),
    );
    for (const person of people.slice(0, 10)) {
      for (const id of ids) {
        // Whatever came before the entry does not count: none, the last, the last two, or all three.
        expect([0, 130, 130 + 120, 130 + 120 + 110]).toContain((await myEntry(app, person, id))?.score);
      }
    }
  });

  it('a level that is being written as the tournament ends is waited for, and counts', async () => {
    const { app, clock, contestants } = await startMorning();
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    for (const person of [ada, ben]) await enter(app, person);
    const { id } = await current(app, ada);
    const { pool } = app.services;
    await inTransaction(pool, async (client) => {
      const at = clock.now();
      const person = await lockPerson(client, ben.id.replace('User:', ''), at);
      if (!person) throw new Error('There is nobody');
      await gainLevels(client, person, { levels: 1, source: 'Progress:late', at });
      clock.advance(untilTheEnd);
      await eventually(
        'A finish that waits',
        async () =>
          (
            await pool.query(
              `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
               and query like '%tournament_group%'`,
            )
          ).rowCount,
        (waiting) => waiting !== 0,
      );
    });
    await finished(app, ada, id);
    expect(await myEntry(app, ben, id)).toMatchObject({ score: 110, rank: 1 });
    expect(await myEntry(app, ada, id)).toMatchObject({ score: 0, rank: 2 });
  });

  it('people rise while the tournament finishes, and the ranks are those of the scores that counted', async () => {
    const { app, clock, contestants } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const people = await contestants.seedMany(70);
    await Promise.all(people.map((person, index) => enter(index % 2 ? app : other, person)));
    const [ada] = people;
    if (!ada) throw new Error('There is nobody');
    const { id } = await current(app, ada);
    const rises = people.map((person, index) => contestants.raise(person, 1, randomUUID(), index % 2 ? app : other));
    await rises[0];
    clock.advance(untilTheEnd);
    await Promise.all(rises);
    await finished(app, ada, id);
    // That the final ranks are those of the board, an invariant checks as this ends.
    for (const person of people.slice(0, 10)) {
      expect([0, 110]).toContain((await myEntry(app, person, id))?.score);
    }
  });
});
