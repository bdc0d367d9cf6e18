import { readFile } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import * as account from '../account/documents.ts';
import { begin, created, join, untilBattle } from '../battle/play.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startApp, type App } from '../harness/app.ts';
import { emptyDatabase } from '../harness/cloneDatabase.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { connection, ofType, recorded, recording, streamOf, untilRecorded } from './recorded.ts';

const document = 'docs/analytics.md';
const minuteMs = 60_000;
const days = ['2026-11-02', '2026-11-03', '2026-11-04'] as const;
type Day = 0 | 1 | 2;

interface TakeEvents {
  takeEvents(consumer: {
    redis: Redis;
    database: pg.Pool;
    stream: string;
    group: string;
    name: string;
    blockMs: number;
  }): Promise<number>;
}

/** Someone with a client that renews its token whenever it does something. */
class Guest {
  readonly #app: App;
  #session: { accessToken: string; refreshToken: string };

  private constructor(app: App, session: { accessToken: string; refreshToken: string }) {
    this.#app = app;
    this.#session = session;
  }

  static async of(app: App): Promise<Guest> {
    const { playAsGuest } = await execute(app, null, account.playAsGuest, { input: {} });
    return new Guest(app, expectPayload(playAsGuest).session);
  }

  /** Does something; their token from then on. */
  async act(): Promise<{ token: string }> {
    const { refreshToken } = this.#session;
    const { refreshSession } = await execute(this.#app, null, account.refreshSession, { refreshToken });
    this.#session = expectPayload(refreshSession).session;
    const { accessToken: token } = this.#session;
    await execute(this.#app, token, harness.me);
    return { token };
  }
}

/** Three days of three people. Ada comes back on the first evening, Ben never again, and Cleo signs out in the end. */
async function playHistory(app: App, clock: ManualClock): Promise<void> {
  const at = (day: Day, time: string) => clock.advance(Date.parse(`${days[day]}T${time}:00Z`) - clock.now());
  const fight = async (one: Guest, other: Guest) => {
    const [host, rival] = [await one.act(), await other.act()];
    const battle = await created(app, host, { seconds: 60 });
    expectPayload(await join(app, battle, rival));
    expectPayload(await begin(app, battle, host));
    clock.advance(minuteMs);
    await untilBattle(app, battle, host, ({ status }) => status === 'FINISHED');
  };
  at(0, '10:00');
  const [ada, ben] = [await Guest.of(app), await Guest.of(app)];
  await fight(ada, ben);
  at(0, '10:04');
  await ben.act();
  at(0, '10:12');
  await ada.act();
  at(0, '20:00');
  await ada.act();
  at(0, '20:06');
  await ada.act();
  at(1, '10:00');
  const cleo = await Guest.of(app);
  await fight(ada, cleo);
  await fight(cleo, ada);
  at(1, '10:10');
  await cleo.act();
  at(1, '10:20');
  await ada.act();
  at(2, '09:00');
  await cleo.act();
  at(2, '09:05');
  const { token } = await cleo.act();
  await execute(app, token, account.signOut);
}

/** The blocks of SQL: those that are questions by their names, and before them the table. */
async function sqlBlocks(): Promise<{ table: string; questions: Map<string, string> }> {
  const text = await readFile(document, 'utf8');
  const blocks = [...text.matchAll(/^```sql(?: title="([a-z]+)")?\n(.*?)^```$/gms)];
  const [[, , table = ''] = [], ...others] = blocks;
  return { table, questions: new Map(others.map(([, name = '', sql = '']) => [name, sql.replace(/;\s*$/, '')])) };
}

async function warehouse(): Promise<pg.Pool> {
  const { url, drop } = await emptyDatabase();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  onTestFinished(async () => {
    await pool.end();
    await drop();
  });
  return pool;
}

it('every block of TypeScript of the document is named, and has the right types', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['takeEvents.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

describe.runIf(inject('redisUrl'))('a small history', () => {
  it('is answered for by the consumer and the questions of the document', async () => {
    const clock = new ManualClock(Date.parse(`${days[0]}T09:00:00Z`));
    const app = await startApp({ clock, env: recording, alone: 'time leaps past what nodes have not noted yet' });
    const redis = connection();
    await playHistory(app, clock);
    clock.advance(35 * minuteMs);
    await untilRecorded(redis, app, (all) => ofType(all, 'session_ended').length === 6);
    // Days have gone by, with their tournaments: nothing more is to come.
    await app.stop();
    const events = await recorded(redis, app);
    const stream = streamOf(app);

    const { table, questions } = await sqlBlocks();
    const database = await warehouse();
    await database.query(table);
    const { takeEvents } = await (await docProject(document)).load<TakeEvents>('takeEvents.ts');
    const takeAll = async (group: string) => {
      const consumer = { redis, database, stream, group, name: 'one', blockMs: 1 };
      let taken = 0;
      for (let some = await takeEvents(consumer); some > 0; some = await takeEvents(consumer)) taken += some;
      return taken;
    };
    const entries = await redis.xlen(stream);
    expect(await takeAll('warehouse')).toBe(entries);
    // Another group gets them all again: they are there already.
    expect(await takeAll('again')).toBe(entries);
    const { rows: kept } = await database.query('select count(*)::int as count from product_event');
    expect(kept).toEqual([{ count: events.length }]);

    const answers: Record<string, unknown> = {};
    for (const [name, sql] of questions) {
      const { rows } = await database.query<{ row: unknown }>(`select to_jsonb(answer) as row from (${sql}) answer`);
      answers[name] = rows.map(({ row }) => row);
    }
    const [first, second, third] = days;
    expect(answers).toEqual({
      active: [
        { day: first, users: 2 },
        { day: second, users: 2 },
        { day: third, users: 1 },
      ],
      retention: [
        { day: first, people: 2, came_back: 1, share: 0.5 },
        { day: second, people: 1, came_back: 1, share: 1 },
      ],
      sessions: [
        { day: first, sessions: 3, mean_minutes: 7.33, median_minutes: 6 },
        { day: second, sessions: 2, mean_minutes: 15, median_minutes: 15 },
        { day: third, sessions: 1, mean_minutes: 5, median_minutes: 5 },
      ],
      battles: [
        { day: first, fought: 2, users: 2, per_user: 1 },
        { day: second, fought: 4, users: 2, per_user: 2 },
        { day: third, fought: 0, users: 1, per_user: 0 },
      ],
    });
  });

  it('is not recorded unless asked for', async () => {
    const clock = new ManualClock(Date.parse(`${days[0]}T09:00:00Z`));
    const app = await startApp({ clock });
    const guest = await Guest.of(app);
    await guest.act();
    clock.advance(60 * minuteMs);
    // Whatever waited would have been written when the node stopped.
    await app.stop();
    const redis = connection();
    expect(await recorded(redis, app)).toEqual([]);
    expect(await redis.keys(`${app.redisPrefix}{analytics}*`)).toEqual([]);
  });
});
