import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { calendar } from '../../jobs/calendar.ts';
import { ensureDailyTournament } from '../../resolvers/tournament/ensureDailyTournament.ts';
import { takeSteps } from '../../resolvers/tournament/takeSteps.ts';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { claim, Contestants, current, enough, enter, refusal, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const dayMs = 24 * hourMs;
const { TZ: zone } = process.env;

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** Every daily tournament: its day, and the steps that were taken. */
async function days({ services: { pool } }: Pick<App, 'services'>): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(' ', daily_date, case when opened_at is not null then 'opened' end,
       case when closed_at is not null then 'closed' end, case when finished_at is not null then 'finished' end) as line
     from tournament where daily_date is not null order by daily_date`,
  );
  return rows.map(({ line }) => line);
}

const until = (app: Pick<App, 'services'>, expected: string[]) =>
  eventually(
    `The days ${expected.join(', ')}`,
    () => days(app),
    (now) => now.join() === expected.join(),
  );

interface LogLine {
  msg: string;
  day?: string;
  step?: string;
  lateMs?: number;
}

/** Another server on an app's database, whose log can be read. */
async function startLogged(app: App, clock: ManualClock, env: Record<string, string> = {}) {
  const lines: LogLine[] = [];
  const log = pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line) as LogLine) });
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', PUBLIC_URL: 'http://cupbearer.example.com', ...env });
  const server = await startServer({ ...config, databaseUrl: app.databaseUrl }, log, { clock });
  return { ...app, ...server, nodes: [server], answering: [server], lines };
}

describe('a server that was down from 23:50 to 12:30 the next day', () => {
  it.each([
    ['pays yesterday’s rewards to those who claim them', '7'],
    ['pays yesterday’s rewards at once where they should not wait', '0'],
  ])('finishes yesterday, opens today with entry closed, %s, and says so', async (_what, claimDays) => {
    const start = Date.UTC(2026, 10, 21, 8);
    const clock = new ManualClock(start);
    const app = await startApp({ clock });
    const contestants = await Contestants.of(app);
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    for (const person of [ada, ben]) await enter(app, person);
    await contestants.raise(ben);
    const { id } = await current(app, ada);
    clock.advance(16 * hourMs - 10 * minuteMs);
    await until(app, ['2026-11-21 opened closed']);
    await app.stop();

    const up = await startLogged(app, new ManualClock(Date.UTC(2026, 10, 22, 12, 30)), {
      REWARD_CLAIM_DAYS: claimDays,
    });
    try {
      await until(up, ['2026-11-21 opened closed finished', '2026-11-22 opened closed']);
      expect(await stateOf(up, ada, id)).toMatchObject({ status: 'FINISHED', finishedAt: '2026-11-22T12:30:00.000Z' });
      const today = await current(up, ada);
      expect(today).toMatchObject({ status: 'ENTRY_CLOSED', entryClosesAt: '2026-11-22T12:00:00.000Z' });
      await refusal(up, ada, 'EntryClosedError');
      const coins = async () => (await execute(up, ben.token, harness.me)).me?.coins;
      if (claimDays !== '0') expect(await claim(up, ben)).toMatchObject({ rank: 1, coinsEarned: 5_000 });
      await eventually('The winner’s coins', coins, (now) => now === enough.coins + 100 - enough.fee + 5_000);
      const told = up.lines
        .filter(({ msg }) => msg === 'a step of a tournament was taken late')
        .map(({ day, step, lateMs }) => [day, step, lateMs]);
      expect(told.toSorted()).toEqual(
        [
          ['2026-11-21', 'FINISH', 12 * hourMs + 31 * minuteMs],
          ['2026-11-22', 'CREATION', 12 * hourMs + 30 * minuteMs],
          ['2026-11-22', 'OPENING', 12 * hourMs + 30 * minuteMs],
          ['2026-11-22', 'ENTRY', 30 * minuteMs],
        ].toSorted(),
      );
      expect(await countOf(up, 'cupbearer_tournament_steps_missed_total', {})).toBe(0);
    } finally {
      await up.stop();
    }
  });
});

describe('the calendar', () => {
  it('is not late on the first day of a server, whenever that begins', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 21, 12, 30));
    const app = await startApp({ clock });
    await until(app, ['2026-11-21 opened closed']);
    expect(await countOf(app, 'cupbearer_tournament_steps_total', { late: 'false' })).toBe(3);
    expect(await countOf(app, 'cupbearer_tournament_steps_total', { late: 'true' })).toBe(0);
  });

  it('leaps to a new year by itself', async () => {
    const clock = new ManualClock(Date.UTC(2026, 11, 31, 11, 59, 59, 999));
    const app = await startApp({ clock });
    await until(app, ['2026-12-31 opened']);
    clock.advance(1);
    await until(app, ['2026-12-31 opened closed']);
    clock.advance(12 * hourMs - minuteMs - 1);
    expect(await days(app)).toEqual(['2026-12-31 opened closed']);
    clock.advance(1);
    await until(app, ['2026-12-31 opened closed finished']);
    clock.advance(minuteMs - 1);
    expect(await days(app)).toEqual(['2026-12-31 opened closed finished']);
    clock.advance(1);
    await until(app, ['2026-12-31 opened closed finished', '2027-01-01 opened']);
    expect(await countOf(app, 'cupbearer_tournament_steps_total', { late: 'true' })).toBe(0);
  });

  it('has today’s tournament the moment someone asks, before any job runs, and one however many ask', async () => {
    const clock = new ManualClock(Date.UTC(2028, 1, 28, 23, 59, 59, 999));
    const app = await startApp({ clock, env: { ROLE: 'http,live' } });
    const other = await startApp({ clock, beside: app, env: { ROLE: 'http,live' } });
    const ada = await (await Contestants.of(app)).seed();
    clock.advance(1);
    const asked = await Promise.all(Array.from({ length: 20 }, (_, index) => current(index % 2 ? app : other, ada)));
    expect(new Set(asked.map(({ id, startsAt }) => `${id} ${startsAt}`)).size).toBe(1);
    expect(asked[0]).toMatchObject({ startsAt: '2028-02-29T00:00:00.000Z', status: 'OPEN' });
  });

  it('makes none for days that nobody saw, and has each step told for its own date', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 21, 8));
    const app = await startApp({ clock });
    await until(app, ['2026-11-21 opened']);
    await app.stop();
    const later = await startLogged(app, new ManualClock(Date.UTC(2026, 10, 25, 8)));
    await until(later, ['2026-11-21 opened closed finished', '2026-11-25 opened']);
    expect(later.lines.filter(({ day }) => day === '2026-11-21').map(({ step, lateMs }) => [step, lateMs])).toEqual([
      ['ENTRY', 4 * dayMs - 4 * hourMs],
      ['FINISH', 4 * dayMs - 16 * hourMs + minuteMs],
    ]);
    await later.stop();
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kolkata'])(
    'goes by UTC on a machine in %s',
    async (there) => {
      process.env['TZ'] = there;
      const clock = new ManualClock(Date.UTC(2026, 10, 21, 0, 0));
      expect(new Date(clock.now()).getHours()).not.toBe(0);
      const app = await startApp({ clock });
      const contestants = await Contestants.of(app);
      const ada = await contestants.seed();
      const entry = await enter(app, ada);
      expect(entry.enteredAt).toBe('2026-11-21T00:00:00.000Z');
      expect(await current(app, ada)).toMatchObject({
        startsAt: '2026-11-21T00:00:00.000Z',
        entryClosesAt: '2026-11-21T12:00:00.000Z',
        endsAt: '2026-11-21T23:59:00.000Z',
      });
      clock.advance(12 * hourMs);
      await until(app, ['2026-11-21 opened closed']);
      clock.advance(12 * hourMs - minuteMs);
      await until(app, ['2026-11-21 opened closed finished']);
      expect((await claim(app, ada)).claimedAt).toBe('2026-11-21T23:59:00.000Z');
      clock.advance(minuteMs);
      await until(app, ['2026-11-21 opened closed finished', '2026-11-22 opened']);
    },
  );

  it('on two nodes takes each step once', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 21, 8));
    const app = await startApp({ clock });
    const other = await startApp({ clock, beside: app });
    const contestants = await Contestants.of(app);
    const people = await contestants.seedMany(72);
    await Promise.all(people.map((person, index) => enter(index % 2 ? app : other, person)));
    clock.advance(4 * hourMs);
    await until(app, ['2026-11-21 opened closed']);
    clock.advance(12 * hourMs);
    await until(app, ['2026-11-21 opened closed finished', '2026-11-22 opened']);
    const taken = async (step: string) =>
      (await countOf(app, 'cupbearer_tournament_steps_total', { step })) +
      (await countOf(other, 'cupbearer_tournament_steps_total', { step }));
    for (const [step, times] of [
      ['CREATION', 2],
      ['OPENING', 2],
      ['ENTRY', 1],
      ['FINISH', 1],
    ] as const) {
      await eventually(
        `${step} taken`,
        () => taken(step),
        (count) => count === times,
      );
    }
  });
});

describe('a finish that is cut short', () => {
  it('goes on where it was, and the groups that were done stay as they are', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 21, 8));
    const app = await startApp({ clock });
    const contestants = await Contestants.of(app);
    const people = await contestants.seedMany(71);
    for (const person of people) await enter(app, person);
    const { pool } = app.services;
    await pool.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'The power is gone'; end $$;
      create trigger refused before update of finished_at on tournament_group for each row when (new.number = 2)
        execute function refuse()`);
    const finishedGroups = async () =>
      (
        await pool.query<{ number: number }>('select number from tournament_group where finished_at is not null')
      ).rows.map(({ number }) => number);
    clock.advance(16 * hourMs - minuteMs);
    await eventually(
      'A failed finish',
      () => countOf(app, 'cupbearer_deadline_failures_total', { kind: 'FINISH' }),
      (failures) => failures > 0,
    );
    expect(await finishedGroups()).toEqual([1]);
    expect(await days(app)).toEqual(['2026-11-21 opened closed']);
    // Those of the group that is done may have their reward; all others can't yet.
    const [first, second] = [people[0], people[40]];
    if (!first || !second) throw new Error('There is nobody');
    const { errors } = await send(app, second.token, documents.claimReward, { input: {} });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect((await claim(app, first)).coinsEarned).toBe(5_000);
    await pool.query('drop trigger refused on tournament_group; drop function refuse');
    clock.advance(2_000);
    await until(app, ['2026-11-21 opened closed finished']);
    expect((await finishedGroups()).toSorted()).toEqual([1, 2, 3]);
    expect((await claim(app, second)).rank).toBe(6);
    expect((await claim(app, first)).coinsEarned).toBe(5_000);
  });
});

describe('the calendar’s check', () => {
  it('does what every deadline clock missed, once it has seen it twice, and counts it', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 21, 8));
    const app = await startApp({ clock, env: { ROLE: 'http,live' } });
    const missed: number[] = [];
    const { pool } = app.services;
    const { run } = calendar({
      pool,
      now: () => clock.now(),
      beginDay: () => ensureDailyTournament(app.services),
      takeSteps: (id) => takeSteps(app.services, id),
      missed: (count) => missed.push(count),
    });
    await run();
    expect(await days(app)).toEqual(['2026-11-21 opened']);
    await pool.query(`delete from deadline where kind = 'ENTRY'`);
    clock.advance(4 * hourMs + minuteMs - 1);
    await run();
    clock.advance(1);
    await run();
    expect([missed, await days(app)]).toEqual([[0], ['2026-11-21 opened']]);
    clock.advance(minuteMs);
    await run();
    expect([missed, await days(app)]).toEqual([[0, 0], ['2026-11-21 opened']]);
    clock.advance(minuteMs);
    await run();
    expect([missed, await days(app)]).toEqual([[0, 0, 1], ['2026-11-21 opened closed']]);
    clock.advance(minuteMs);
    await run();
    expect(missed).toEqual([0, 0, 1, 0]);
  });
});
