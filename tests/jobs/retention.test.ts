import { describe, expect, it } from 'vitest';
import { retention } from '../../jobs/retention.ts';
import { gql } from '../gql/gql.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer, throwAt, type TestPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { handToken } from '../../server/handTokens.ts';
import { cupOf, gameOf } from '../game/gameOf.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { atOnce } from '../game/tally.ts';

const cursors = gql(`
  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }`);

const dayMs = 86_400_000;
const firstNoon = Date.UTC(2026, 0, 1, 12);
const retentionDays = 7;

/** The partitions of the log, with how many events of games each has. */
async function partitions({ services: { pool } }: App): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string; events: number }>(
    `select c.relname as name,
       (select count(*)::int from event e where e.tableoid = c.oid and e.stream like 'Game:%') as events
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass order by c.relname`,
  );
  return Object.fromEntries(rows.map(({ name, events }) => [name, events]));
}

/** An app on the first of January 2026 whose own retention has run: the days up to the eighth are there. */
async function startInJanuary() {
  const clock = new ManualClock(firstNoon);
  const app = await startApp({ clock, first: true });
  await eventually(
    'The retention of the boot',
    () => countOf(app, 'cupbearer_jobs_total', { job: 'retention', outcome: 'ok' }),
    (runs) => runs === 1,
  );
  const dropped: string[] = [];
  const { pool } = app.services;
  const job = retention({ pool, now: () => clock.now(), retentionDays, dropped: (days) => dropped.push(...days) });
  return { app, clock, dropped, retain: () => job.run() };
}

/** Tokens last an hour, these games go on for weeks. */
async function tokenAgain({ services, tokens }: App, { handle }: TestPlayer): Promise<string> {
  return handToken(services, tokens, { handle, roles: [], lifeMs: dayMs, development: false });
}

/** A game of the first day, and a way to add one event to it on later ones. */
async function longGame(app: App) {
  const people = [await seedPlayer(app), await seedPlayer(app)] as const;
  const { id, players } = await gameOf(app, people);
  const addEvent = async () => {
    const token = await tokenAgain(app, players[0]);
    await throwAt(app, token, id, cupOf(players[0]));
    return token;
  };
  return { id, token: players[0].token, addEvent };
}

describe('retention', () => {
  it('makes the coming seven days, once', async () => {
    const { app, clock, dropped, retain } = await startInJanuary();
    const named = (days: readonly number[]) => days.map((day) => `event_202601${String(day).padStart(2, '0')}`);
    expect(Object.keys(await partitions(app))).toEqual(
      ['event_default', ...named([1, 2, 3, 4, 5, 6, 7, 8])].toSorted(),
    );
    clock.advance(dayMs);
    await retain();
    await retain();
    expect(Object.keys(await partitions(app))).toEqual(
      ['event_default', ...named([1, 2, 3, 4, 5, 6, 7, 8, 9])].toSorted(),
    );
    expect(dropped).toEqual([]);
  });

  it('moves events that came before their day along, in the order they were', async () => {
    const { app, clock, retain } = await startInJanuary();
    const { id, token, addEvent } = await longGame(app);
    const log = async (as: string) => (await execute(app, as, cursors, { id })).game?.events.edges;
    const early = (await log(token)) ?? [];
    clock.advance(10 * dayMs);
    const laterToken = await addEvent();
    const before = await log(laterToken);
    expect(await partitions(app)).toMatchObject({ event_20260101: 3, event_default: 1 });
    await retain();
    expect(await partitions(app)).toMatchObject({ event_default: 0, event_20260111: 1 });
    // The first day is past retention by now, the eleventh is not.
    expect(early).toHaveLength(3);
    expect(await log(laterToken)).toEqual(before?.slice(3));
    await addEvent();
    expect(await partitions(app)).toMatchObject({ event_default: 0, event_20260111: 2 });
  });

  it('drops the days past it, and tells those who come with an older cursor which events they missed', async () => {
    const { app, clock, dropped, retain } = await startInJanuary();
    const { id, token, addEvent } = await longGame(app);
    const first = (await execute(app, token, cursors, { id })).game?.events.edges ?? [];
    clock.advance(dayMs);
    await addEvent();
    clock.advance(retentionDays * dayMs - 1);
    await retain();
    const now = await addEvent();
    expect(dropped).toEqual(['event_20260101']);
    expect(Object.keys(await partitions(app))).not.toContain('event_20260101');

    const gap = { __typename: 'StreamGap', reason: 'TRIMMED', missedFrom: 2, missedTo: 3, seq: 3 };
    const after = first[0]?.cursor ?? '';
    const events = subscribe(connect(app, now), documents.gameEvents, { gameId: id, after });
    const seen = (await events.take(3)).map(({ gameEvents: event }) => event);
    await events.stop();
    expect(seen).toMatchObject([gap, { __typename: 'ThrowRejected', seq: 4 }, { __typename: 'ThrowRejected', seq: 5 }]);

    const polled = await execute(app, now, documents.polledEvents, { id, after });
    expect(polled.game?.events.edges.map(({ node }) => node)).toMatchObject([gap, { seq: 4 }, { seq: 5 }]);
    const one = await execute(app, now, documents.polledEvents, { id, after, first: 1 });
    expect(one.game?.events).toMatchObject({ edges: [{ node: gap }], pageInfo: { hasNextPage: true } });
    const next = { id, after: one.game?.events.pageInfo.endCursor ?? '', first: 1 };
    expect((await execute(app, now, documents.polledEvents, next)).game?.events.edges).toMatchObject([
      { node: { __typename: 'ThrowRejected', seq: 4 } },
    ]);

    const kept = await execute(app, now, documents.polledEvents, { id, after: first[2]?.cursor ?? '' });
    expect(kept.game?.events.edges.map(({ node: { seq } }) => seq)).toEqual([4, 5]);
    const all = await execute(app, now, documents.polledEvents, { id });
    expect(all.game?.events.edges.map(({ node: { seq } }) => seq)).toEqual([4, 5]);
    await socketsClosed(app);
  });

  it('tells a stream of which nothing is kept, and goes on with its numbers', async () => {
    const { app, clock, retain } = await startInJanuary();
    const { id, token, addEvent } = await longGame(app);
    const first = (await execute(app, token, cursors, { id })).game?.events.edges ?? [];
    clock.advance((retentionDays + 1) * dayMs);
    await retain();
    await retain();
    const now = await addEvent();
    const after = first[1]?.cursor ?? '';
    const { game } = await execute(app, now, documents.polledEvents, { id, after });
    expect(game?.events.edges.map(({ node }) => node)).toMatchObject([
      { __typename: 'StreamGap', reason: 'TRIMMED', missedFrom: 3, missedTo: 3, seq: 3 },
      { __typename: 'ThrowRejected', seq: 4 },
    ]);
    const { errors } = await send(app, now, documents.polledEvents, { id, after, first: 1_001 });
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it('trims what is left of old days in the default partition', async () => {
    const { app, clock, retain } = await startInJanuary();
    const { id, addEvent } = await longGame(app);
    clock.advance(20 * dayMs);
    await addEvent();
    expect(await partitions(app)).toMatchObject({ event_default: 1 });
    clock.advance(20 * dayMs);
    await retain();
    expect(await partitions(app)).toMatchObject({ event_default: 0 });
    const now = await addEvent();
    const { game } = await execute(app, now, documents.polledEvents, { id });
    expect(game?.events.edges.map(({ node: { seq } }) => seq)).toEqual([5]);
  });

  it('gives way to those who read for long, and does its work the next time', async () => {
    const { app, clock, retain } = await startInJanuary();
    const { addEvent } = await longGame(app);
    clock.advance(10 * dayMs);
    const reader = await app.services.pool.connect();
    try {
      await reader.query('begin');
      await reader.query('select count(*) from event');
      const retained = retain();
      await expect(retained).rejects.toThrow('lock timeout');
      await addEvent();
    } finally {
      await reader.query('rollback');
      reader.release();
    }
    expect(await partitions(app)).toMatchObject({ event_20260101: 3, event_default: 1 });
    await retain();
    expect(await partitions(app)).toMatchObject({ event_20260111: 1, event_default: 0 });
  });

  it('takes in events that come while their day is made', async () => {
    const { app, clock, retain } = await startInJanuary();
    const { addEvent } = await longGame(app);
    clock.advance(10 * dayMs);
    const { pool } = app.services;
    await eventually(
      'The day’s tournament, whose event would wait too',
      async () => (await pool.query('select from tournament where opened_at is not null')).rowCount,
      (made) => made === 2,
    );
    const waiting = (count: number) =>
      eventually(
        `${count} waiting`,
        async () =>
          (
            await pool.query(
              `select from pg_locks where not granted and locktype = 'relation'
               and database = (select oid from pg_database where datname = current_database())`,
            )
          ).rowCount,
        (waiters) => waiters === count,
      );
    const reader = await pool.connect();
    try {
      await reader.query('begin');
      await reader.query('select count(*) from event_default');
      const retained = retain();
      await waiting(1);
      const added = addEvent();
      await waiting(2);
      await reader.query('rollback');
      await Promise.all([retained, added]);
    } finally {
      reader.release();
    }
    expect(await partitions(app)).toMatchObject({ event_20260111: 1, event_default: 0 });
  });

  it('run by several at once while games go on, does its work once and loses nothing', async () => {
    const { app, clock, dropped, retain } = await startInJanuary();
    const games = await atOnce(4, () => longGame(app));
    for (const day of [3, 20]) {
      clock.advance(day * dayMs);
      await Promise.all([...games.map(({ addEvent }) => addEvent()), atOnce(4, retain)]);
      await Promise.all([atOnce(4, retain), ...games.map(({ addEvent }) => addEvent())]);
    }
    expect(dropped.toSorted()).toEqual([...new Set(dropped)].toSorted());
    const now = await games[0]?.addEvent();
    for (const { id } of games) {
      const seqs = (await execute(app, now ?? null, cursors, { id })).game?.events.edges.map(({ node }) => node.seq);
      expect(seqs?.slice(0, 2)).toEqual([6, 7]);
    }
  });
});
