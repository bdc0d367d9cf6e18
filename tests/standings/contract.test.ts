import fc from 'fast-check';
import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import type { SortOrder } from '../../entities/scoreboard.ts';
import type { StandingsAnnouncer, StandingsStore } from '../../subscriptions/standings/standing.ts';
import { TableStandings } from '../../subscriptions/standings/tableStandings.ts';
import { redisNode, redisUrl } from './redisNode.ts';
import {
  addBoard,
  addPeople,
  byRank,
  expected,
  openPool,
  readAll,
  StandingsModel,
  type TestBoard,
} from './testBoard.ts';

const peopleCount = 24;
const hourMs = 3_600_000;

interface Subject {
  store: StandingsStore & Partial<StandingsAnnouncer>;
  /** Called before the first write to a board. */
  ready(board: TestBoard): Promise<unknown>;
  /** Reads that the table had to answer for another store. */
  tableReads?(): number;
}

const stores: Record<string, (pool: Pool) => Subject | Promise<Subject>> = {
  'the table': (pool) => ({ store: new TableStandings(pool), ready: () => Promise.resolve() }),
  ...(redisUrl && {
    'Redis, told of every change and never synced': async (pool: Pool) => {
      const { store, loaded, tableReads } = await redisNode(pool, { syncMs: hourMs });
      return { store, tableReads, ready: (board: TestBoard) => loaded(board.season) };
    },
    'Redis, told of no change and synced by every read': async (pool: Pool) => {
      const { store, loaded, tableReads } = await redisNode(pool, { syncMs: -1 });
      store.changed = () => undefined;
      return { store, tableReads, ready: (board: TestBoard) => loaded(board.season) };
    },
    'Redis, small boards': async (pool: Pool) => {
      const { store } = await redisNode(pool);
      return { store, ready: () => Promise.resolve() };
    },
  }),
};

const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(-2_147_483_647, 2_147_483_647) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000, max: 1_000 }) },
);
const person = fc.nat(peopleCount - 1);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('put' as const), person, score }) },
  // What was announced before, again and late.
  { weight: 2, arbitrary: fc.record({ what: fc.constant('repeat' as const), which: fc.nat(200) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('top' as const), offset: fc.nat(30), count: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('entries' as const), people: fc.array(person) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('around' as const), person, radius: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('size' as const) }) },
);

describe.each(Object.entries(stores))('standings from %s', (name, make) => {
  const large = !name.includes('small');

  it.each<SortOrder>(['HIGHEST_FIRST', 'LOWEST_FIRST'])('are as a naive model has them, %s', async (sortOrder) => {
    const pool = await openPool();
    const people = await addPeople(pool, peopleCount);
    const { store, ready, tableReads } = await make(pool);
    const idOf = (index: number) => people[index] ?? '';
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const board = await addBoard(pool, sortOrder, large);
        await ready(board);
        const before = tableReads?.();
        const model = new StandingsModel();
        const announced = [];
        for (const step of steps) {
          if (step.what === 'put') {
            const written = await board.put(idOf(step.person), step.score);
            model.put(written);
            announced.push(written);
            store.changed?.(board.season, [written]);
          } else if (step.what === 'repeat') {
            store.changed?.(board.season, announced.slice(step.which % (announced.length + 1)));
          } else if (step.what === 'top') {
            const found = await store.top(board.season, step.offset, step.count);
            expect(found).toEqual(model.ranked.slice(step.offset, step.offset + step.count));
          } else if (step.what === 'entries') {
            const ids = step.people.map(idOf);
            const found = byRank(await store.entries(board.season, ids));
            expect(found).toEqual(model.ranked.filter(({ userId }) => ids.includes(userId)));
          } else if (step.what === 'around') {
            const found = await store.around(board.season, idOf(step.person), step.radius);
            expect(found).toEqual(model.around(idOf(step.person), step.radius));
          } else {
            expect(await store.size(board.season)).toBe(model.ranked.length);
            expect(await store.best(board.season, 2)).toEqual({
              entries: model.ranked.slice(0, 2),
              size: model.ranked.length,
            });
          }
        }
        expect(await readAll(store, board.season, people)).toEqual(expected(model, people));
        expect(tableReads?.()).toBe(before);
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });

  it('an empty board has nobody', async () => {
    const pool = await openPool();
    const [nobody = ''] = await addPeople(pool, 1);
    const { store, ready } = await make(pool);
    const board = await addBoard(pool, 'HIGHEST_FIRST', large);
    await ready(board);
    expect(await readAll(store, board.season, [nobody])).toEqual({ top: [], entries: [], size: 0, rounds: [[]] });
    expect(await store.entries(board.season, [])).toEqual([]);
  });

  it('another season and another board are apart', async () => {
    const pool = await openPool();
    const [one = '', other = ''] = await addPeople(pool, 2);
    const { store, ready } = await make(pool);
    const [first, second] = [await addBoard(pool, undefined, large), await addBoard(pool, undefined, large)];
    await Promise.all([first, second].map(ready));
    const [hers, his] = [await first.put(one, 1), await second.put(other, 2)];
    store.changed?.(first.season, [hers]);
    store.changed?.(second.season, [his]);
    const next = { ...first.season, season: 2 };
    expect((await store.top(first.season, 0, 9)).map(({ userId }) => userId)).toEqual([one]);
    expect((await store.top(second.season, 0, 9)).map(({ userId }) => userId)).toEqual([other]);
    expect(await store.top(next, 0, 9)).toEqual([]);
    expect(await store.entries(first.season, [other])).toEqual([]);
  });

  it('of equal scores whoever got there first ranks higher, and loses the place by leaving it', async () => {
    const pool = await openPool();
    const [ada = '', ben = '', cleo = ''] = await addPeople(pool, 3);
    const { store, ready } = await make(pool);
    const board = await addBoard(pool, undefined, large);
    await ready(board);
    const order = async () => (await store.top(board.season, 0, 3)).map(({ userId }) => userId);
    const put = async (id: string, score: number) => {
      const written = await board.put(id, score);
      store.changed?.(board.season, [written]);
    };
    for (const id of [cleo, ada, ben]) await put(id, 10);
    expect(await order()).toEqual([cleo, ada, ben]);
    await put(cleo, 9);
    await put(cleo, 10);
    expect(await order()).toEqual([ada, ben, cleo]);
    await put(ben, -10);
    expect(await order()).toEqual([ada, cleo, ben]);
  });
});
