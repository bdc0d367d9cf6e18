import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { atOnce } from '../game/tally.ts';
import { boardOf, personOf, scored, shows, standingsOf, submitAll, type TestBoard } from './boardOf.ts';
import * as documents from './documents.ts';

const evening = Date.parse('2026-11-21T23:59:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const daily = { resetSchedule: '0 0 * * *' };
/** Serves requests and nothing else: no deadline clock runs on it. */
const noWorker = { ROLE: 'http' };

const stateOf = async (app: App, { key, service }: TestBoard) => {
  const { scoreboard } = await execute(app, service.token, documents.board, { key });
  if (!scoreboard) throw new Error(`There is no ${key}`);
  const { season, resetsAt, size, seasons } = scoreboard;
  return { season, resetsAt, size, seasons };
};

const midnight = (date: string) => `2026-11-${date}T00:00:00.000Z`;
const madeAt = '2026-11-21T23:59:00.000Z';

/** What the database has, without asking a node, which would see to the reset itself. */
const storedSeason = async (app: App, { key }: TestBoard) =>
  (await app.services.pool.query<{ season: number }>('select season from scoreboard where key = $1', [key])).rows[0]
    ?.season;

describe('a board begins anew', () => {
  it('when its schedule says so, with nobody asking; what was stays readable', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock });
    const board = await boardOf(app, daily);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    for (const [who, points] of [
      [ada, 5],
      [ben, 7],
    ] as const) {
      await scored(app, board, who, points);
    }
    expect(await stateOf(app, board)).toEqual({
      season: 1,
      resetsAt: midnight('22'),
      size: 2,
      seasons: [{ number: 1, startedAt: madeAt, endedAt: null }],
    });
    clock.advance(minute);
    await eventually(
      'A second season',
      () => storedSeason(app, board),
      (season) => season === 2,
    );
    expect(await stateOf(app, board)).toEqual({
      season: 2,
      resetsAt: midnight('23'),
      size: 0,
      seasons: [
        { number: 2, startedAt: midnight('22'), endedAt: null },
        { number: 1, startedAt: madeAt, endedAt: midnight('22') },
      ],
    });
    await scored(app, board, ada, 1);
    expect(await standingsOf(app, board)).toEqual({ size: 1, top: [[0, 1]], ranks: [1] });
    const first = {
      size: 2,
      top: [
        [1, 7],
        [0, 5],
      ],
      ranks: [1, 2],
    };
    expect(await standingsOf(app, board, 1)).toEqual(first);
    const person = { key: board.key, userId: ben, season: 1 };
    const entry = await execute(app, board.service.token, documents.boardEntry, person);
    expect(entry.scoreboard?.entry).toMatchObject({ rank: 1, score: 7 });
    const around = await execute(app, board.service.token, documents.boardAround, person);
    expect(around.scoreboard?.around).toHaveLength(2);
    const ahead = { ...person, season: 3 };
    expect(await errorCodes(app, board.service.token, documents.boardEntry, ahead)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([{}, noWorker])('to the millisecond, whether or not a clock runs: %j', async (env) => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock, env });
    const board = await boardOf(app, { ...daily, operator: 'BEST' });
    const ada = personOf(board, 0);
    clock.advance(minute - 1);
    const last = await scored(app, board, ada, 9);
    expect([last.score, last.achievedAt]).toEqual([9, '2026-11-21T23:59:59.999Z']);
    clock.advance(1);
    const first = await scored(app, board, ada, 2);
    expect([first.score, first.achievedAt]).toEqual([2, midnight('22')]);
    clock.advance(day);
    expect(await stateOf(app, board)).toMatchObject({ season: 3, size: 0, resetsAt: midnight('24') });
    for (const [season, score] of [
      [1, 9],
      [2, 2],
    ] as const) {
      expect((await standingsOf(app, board, season)).top).toEqual([[0, score]]);
    }
  });

  it('for whoever asks by id too, in every part of the answer', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock, env: noWorker });
    const board = await boardOf(app, daily);
    await scored(app, board, personOf(board, 0), 5);
    for (const season of [2, 3]) {
      clock.advance(day);
      const { node } = await execute(app, board.service.token, documents.boardByNode, { id: board.id });
      expect(node).toMatchObject({ season, size: 0, resetsAt: midnight(`${21 + season}`) });
      const numbers = node?.__typename === 'Scoreboard' ? node.seasons.map(({ number }) => number) : [];
      expect(numbers).toEqual(Array.from({ length: season }, (_, index) => season - index));
    }
  });

  it('once, at the first reset missed, after a downtime over several', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock });
    const board = await boardOf(app, daily);
    await scored(app, board, personOf(board, 0), 5);
    await app.stop();
    clock.advance(3.5 * day);
    const again = await startApp({ beside: app, clock });
    await eventually(
      'A second season',
      () => storedSeason(again, board),
      (season) => season === 2,
    );
    expect(await stateOf(again, board)).toEqual({
      season: 2,
      resetsAt: midnight('26'),
      size: 0,
      seasons: [
        { number: 2, startedAt: midnight('25'), endedAt: null },
        { number: 1, startedAt: madeAt, endedAt: midnight('22') },
      ],
    });
  });

  it('once, however many nodes come to it at once', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock });
    const nodes = [app, await startApp({ beside: app, clock }), await startApp({ beside: app, clock, env: noWorker })];
    const board = await boardOf(app, { resetSchedule: '* * * * *' });
    for (let season = 2; season <= 6; season += 1) {
      // Every node knows the board as it was.
      for (const node of nodes) expect(await stateOf(node, board)).toMatchObject({ season: season - 1 });
      clock.advance(minute);
      await atOnce(12, (index) => scored(nodes[index % 3] ?? app, board, personOf(board, index % 3), 1));
      for (const node of nodes) {
        await shows(async () => {
          expect(await stateOf(node, board)).toMatchObject({ season, size: 3 });
          expect((await standingsOf(node, board)).top.map(([, score]) => score)).toEqual([4, 4, 4]);
        });
      }
    }
  });
});

describe('a score sent again across a reset', () => {
  it('is answered as it was counted, and counts no more', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock });
    const board = await boardOf(app, daily);
    const [ada, ben] = [personOf(board, 0), personOf(board, 1)];
    const entry = await scored(app, board, ada, 5, { idempotencyKey: 'late' });
    clock.advance(minute);
    expect(await scored(app, board, ada, 5, { idempotencyKey: 'late' })).toEqual(entry);
    await scored(app, board, ada, 2);
    expect(await scored(app, board, ada, 5, { idempotencyKey: 'late' })).toEqual(entry);
    const scores = [
      { userId: ada, points: 5, idempotencyKey: 'late' },
      { userId: ben, points: 1, idempotencyKey: 'new' },
    ];
    expect(expectPayload(await submitAll(app, board, scores))).toMatchObject({
      accepted: 1,
      repeated: 1,
      entries: [
        { user: { id: ada }, score: 2 },
        { user: { id: ben }, score: 1 },
      ],
    });
    expect((await standingsOf(app, board, 1)).top).toEqual([[0, 5]]);
  });

  it('in a batch has no entry unless there is one now', async () => {
    const clock = new ManualClock(evening);
    const app = await startApp({ clock });
    const board = await boardOf(app, daily);
    const scores = [0, 1].map((who) => ({ userId: personOf(board, who), points: 1, idempotencyKey: `${who}` }));
    expect(expectPayload(await submitAll(app, board, scores)).entries).toHaveLength(2);
    clock.advance(minute);
    expect(expectPayload(await submitAll(app, board, scores))).toMatchObject({ accepted: 0, repeated: 2, entries: [] });
  });
});
