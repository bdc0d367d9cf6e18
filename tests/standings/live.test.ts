import type { Pool } from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Bus, openBus, processBus } from '../../server/bus.ts';
import { makeLog } from '../../server/log.ts';
import { lookAtBoards, nothingSeen } from '../../subscriptions/standings/boardLook.ts';
import {
  LiveStandings,
  type LiveStandingsObserver,
  type LiveStore,
} from '../../subscriptions/standings/liveStandings.ts';
import { People } from '../../subscriptions/standings/people.ts';
import { TableStandings } from '../../subscriptions/standings/tableStandings.ts';
import { within } from '../harness/deferred.ts';
import { seal } from '../stream/testNode.ts';
import { GatedPool } from './gatedPool.ts';
import { newPrefix, redisNode, redisUrl } from './redisNode.ts';
import { addBoard, addPeople, openPool, type TestBoard } from './testBoard.ts';

/** Several beats, on a busy machine. */
const healedMs = 5_000;
const hourMs = 3_600_000;

function liveNode(
  pool: Pool,
  { store = new TableStandings(pool), bus = processBus() }: { store?: LiveStore; bus?: Bus } = {},
) {
  const observer = { forged: vi.fn<() => void>(), failed: vi.fn<LiveStandingsObserver['failed']>() };
  const live = new LiveStandings({
    store,
    people: new People(pool),
    pool,
    bus: bus.engine,
    seal,
    epoch: () => 'epoch',
    now: Date.now,
    observer,
    beatMs: 500,
  });
  live.start();
  onTestFinished(() => live.stop());
  return live;
}

/** Reads on until the scores are these, and tells how many snapshots that took. */
async function reaches(live: AsyncIterator<{ entries: readonly { score: number }[] }>, scores: number[]) {
  const wanted = JSON.stringify(scores);
  for (let count = 1; ; count += 1) {
    const { value } = await within(healedMs, wanted, live.next());
    if (JSON.stringify(value?.entries.map(({ score }: { score: number }) => score)) === wanted) return count;
  }
}

const follow = (live: LiveStandings, board: TestBoard, first = 10) => live.follow(() => board.season, first);

describe('live standings over a database', () => {
  it('bring people by name, then every change that this node tells of', async () => {
    const pool = await openPool();
    const [ada = '', ben = ''] = await addPeople(pool, 2);
    const board = await addBoard(pool);
    await board.put(ada, 3);
    const live = liveNode(pool);
    const follower = follow(live, board);
    const { value } = await follower.next();
    const user = { id: ada, handle: ada, displayName: expect.stringMatching(/^Person \d$/) };
    expect(value).toMatchObject({ size: 1, entries: [{ user, rank: 1, score: 3, achievedAt: expect.any(Date) }] });
    live.changed(board.season, [await board.put(ben, 5)]);
    expect(await reaches(follower, [5, 3])).toBe(1);
  });

  it('bring what nobody told of, also of a transaction that commits behind later ones', async () => {
    const pool = await openPool();
    const [ada = '', ben = '', cleo = ''] = await addPeople(pool, 3);
    const board = await addBoard(pool);
    await board.put(ada, 1);
    const follower = follow(liveNode(pool), board);
    await reaches(follower, [1]);
    const early = await pool.connect();
    await early.query('begin');
    await board.put(ben, 2, early);
    await board.put(cleo, 3);
    await reaches(follower, [3, 1]);
    await early.query('commit');
    early.release();
    await reaches(follower, [3, 2, 1]);
  });

  it('turn to the season that is on', async () => {
    const pool = await openPool();
    const [ada = ''] = await addPeople(pool, 1);
    const board = await addBoard(pool);
    await board.put(ada, 1);
    const follower = follow(liveNode(pool), board);
    await reaches(follower, [1]);
    await pool.query('update scoreboard set season = 2 where id = $1', [board.season.scoreboardId]);
    await reaches(follower, []);
  });

  it('go on when connections are lost', async () => {
    const pool = await openPool();
    const [ada = ''] = await addPeople(pool, 1);
    const board = await addBoard(pool);
    await board.put(ada, 1);
    const follower = follow(liveNode(pool), board);
    await reaches(follower, [1]);
    await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'); // prettier-ignore
    await board.put(ada, 2);
    await reaches(follower, [2]);
  });

  it('a look names the boards that were written since the look before, and no others', async () => {
    const pool = await openPool();
    const [ada = '', ben = ''] = await addPeople(pool, 2);
    const [one, other, empty] = [await addBoard(pool), await addBoard(pool), await addBoard(pool)];
    await one.put(ada, 1);
    await other.put(ada, 1);
    const ids = [one, other, empty].map(({ season }) => season.scoreboardId);
    const changed = async (since: string) => {
      const { boards, seen = '' } = await lookAtBoards(pool, [...ids, '00000000-0000-4000-8000-00000000dead'], since);
      expect(boards.map(({ scoreboardId }) => scoreboardId).toSorted()).toEqual(ids.toSorted());
      return { seen, ids: boards.filter((board) => board.changed).map(({ scoreboardId }) => scoreboardId) };
    };
    const first = await changed(nothingSeen);
    expect(first.ids.toSorted()).toEqual(ids.slice(0, 2).toSorted());
    expect((await changed(first.seen)).ids).toEqual([]);
    const early = await pool.connect();
    await early.query('begin');
    await one.put(ben, 1, early);
    const second = await changed(first.seen);
    expect(second.ids).toEqual([]);
    await other.put(ben, 1);
    const third = await changed(second.seen);
    expect(third.ids).toEqual([ids[1]]);
    // Once, however long somebody else's transaction stays open.
    expect((await changed(third.seen)).ids).toEqual([]);
    await early.query('commit');
    early.release();
    expect((await changed(third.seen)).ids).toEqual([ids[0]]);
  });
});

describe('people', () => {
  it('are asked for once a minute at most, all that are unknown by one query', async () => {
    const pool = await openPool();
    const ids = await addPeople(pool, 3);
    const gated = new GatedPool(pool);
    const people = new People(gated);
    const [ada = '', ben = ''] = ids;
    expect((await people.refs([ada, ada])).get(ada)).toMatchObject({ id: ada, handle: ada });
    expect([...(await people.refs([...ids, '00000000-0000-4000-8000-00000000dead'])).keys()].toSorted()).toEqual(ids);
    expect(gated.asked).toHaveLength(2);
    await people.refs(ids);
    await people.refs([]);
    expect(gated.asked).toHaveLength(2);
    expect((await people.refs([ben])).get(ben)?.displayName).toMatch(/^Person \d$/);
  });
});

describe.runIf(redisUrl)('live standings of large boards, from Redis', () => {
  async function twoNodes(pool: Pool) {
    const people = await addPeople(pool, 4);
    const board = await addBoard(pool);
    await board.putAll(people, 1);
    const prefix = newPrefix();
    // Never synced but in doubt: what a listener sees is what was told, or what live standings found missing.
    const copies = [
      await redisNode(pool, { prefix, syncMs: hourMs }),
      await redisNode(pool, { prefix, syncMs: hourMs }),
    ];
    const lives = copies.map(({ store }) => {
      const bus = openBus({ redisUrl, redisPrefix: prefix }, makeLog({ logLevel: 'silent' }));
      onTestFinished(() => bus.close());
      return liveNode(pool, { store, bus });
    });
    for (const { loaded } of copies) await loaded(board.season);
    const [one, other] = lives;
    if (!one || !other) throw new Error('Two nodes');
    const listeners = lives.map((live) => follow(live, board));
    for (const listener of listeners) await reaches(listener, [1, 1, 1, 1]);
    return {
      people,
      board,
      one,
      other,
      listeners,
      tableReads: () => copies.reduce((sum, copy) => sum + copy.tableReads(), 0),
    };
  }

  it('a change that one node tells of reaches the listeners of all', async () => {
    const pool = await openPool();
    const { people, board, one, listeners, tableReads } = await twoNodes(pool);
    const before = tableReads();
    one.changed(board.season, [await board.put(people[2] ?? '', 7)]);
    for (const listener of listeners) await reaches(listener, [7, 1, 1, 1]);
    expect(tableReads()).toBe(before);
  });

  it('a change that nobody told of reaches the listeners of all, though the copies had not heard of it', async () => {
    const pool = await openPool();
    const { people, board, listeners, tableReads } = await twoNodes(pool);
    const before = tableReads();
    await board.put(people[2] ?? '', 7);
    for (const listener of listeners) await reaches(listener, [7, 1, 1, 1]);
    expect(tableReads()).toBe(before);
  });
});
