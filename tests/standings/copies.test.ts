import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/deferred.ts';
import { GatedPool } from './gatedPool.ts';
import { newPrefix, redisNode, redisUrl } from './redisNode.ts';
import { addBoard, addPeople, expected, openPool, readAll } from './testBoard.ts';

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
/** More than one batch of a load. */
const many = 5_000;

describe.runIf(redisUrl)('copies of boards in Redis', () => {
  it('are made by the first read, which the table answers; reads from then on are one round trip', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 20);
    const board = await addBoard(pool);
    for (const person of people) await board.put(person, people.indexOf(person) % 4);
    const { store, redis, loaded, tableReads } = await redisNode(pool, { syncMs: hourMs });
    const model = expected(await board.model(), people);
    expect(await readAll(store, board.season, people)).toEqual(model);
    expect(tableReads()).toBeGreaterThan(0);
    await loaded(board.season);
    const before = tableReads();
    const commands: string[] = [];
    const send = redis.sendCommand.bind(redis);
    redis.sendCommand = (command, ...rest) => {
      commands.push(command.name);
      return send(command, ...rest);
    };
    expect(await readAll(store, board.season, people)).toEqual(model);
    expect(tableReads()).toBe(before);
    expect(commands).toEqual(Array(6).fill('evalsha'));
  });

  it('small boards never reach Redis', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 3);
    const board = await addBoard(pool, 'HIGHEST_FIRST', false);
    const { store, keys } = await redisNode(pool);
    store.changed(board.season, [await board.put(people[0] ?? '', 5)]);
    store.doubt(board.season);
    expect(await readAll(store, board.season, people)).toEqual(expected(await board.model(), people));
    expect(await keys()).toEqual([]);
  });

  it('a board nobody reads here is not copied by being written to', async () => {
    const pool = await openPool();
    const [person = ''] = await addPeople(pool, 1);
    const board = await addBoard(pool);
    const { store, keys } = await redisNode(pool);
    store.changed(board.season, [await board.put(person, 5)]);
    expect(await keys()).toEqual([]);
  });

  it('are let go when nobody has read them for a week, both keys of them', async () => {
    const pool = await openPool();
    const [person = ''] = await addPeople(pool, 1);
    const board = await addBoard(pool);
    const { store, redis, loaded, keys } = await redisNode(pool, { syncMs: hourMs });
    await loaded(board.season);
    // The set begins only now.
    store.changed(board.season, [await board.put(person, 5)]);
    const found = (await keys()).filter((key) => /:(ranks|held)$/.test(key));
    expect(found).toHaveLength(2);
    for (const key of found) {
      expect(await redis.pttl(key)).toBeGreaterThan(weekMs - hourMs);
      expect(await redis.pttl(key)).toBeLessThanOrEqual(weekMs);
    }
  });

  it('have what was written while they were loaded, announced or not, behind the load and ahead of it', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, many);
    const board = await addBoard(pool);
    await board.putAll(people, 7);
    const gated = new GatedPool(pool);
    const { store, loaded } = await redisNode(pool, { pool: gated, syncMs: hourMs });
    const second = gated.hold('standings-after');
    expect(await store.size(board.season)).toBe(many);
    await second.reached;
    const [first = '', last = ''] = [people[0], people.at(-1)];
    store.changed(board.season, [await board.put(first, 9)]);
    store.changed(board.season, [await board.put(last, 8)]);
    second.release();
    await loaded(board.season);
    const watched = [first, last, people[1] ?? ''];
    const { ranked } = await board.model();
    expect((await store.top(board.season, 0, 3)).map(({ userId }) => userId)).toEqual(watched);
    expect((await store.top(board.season, 0, many)).length).toBe(many);
    expect(await store.top(board.season, 0, many)).toEqual(ranked);
  });

  it('have what was written while they were loaded and not announced, by the first sync', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, many);
    const board = await addBoard(pool);
    await board.putAll(people, 7);
    const gated = new GatedPool(pool);
    const { store, loaded } = await redisNode(pool, { pool: gated, syncMs: -1 });
    const second = gated.hold('standings-after');
    await store.size(board.season);
    await second.reached;
    await board.put(people[0] ?? '', 9);
    await board.put(people.at(-1) ?? '', 8);
    second.release();
    await loaded(board.season);
    expect(await store.top(board.season, 0, many)).toEqual((await board.model()).ranked);
  });

  it('emptied while they were loaded do not pass as complete, whoever loads them again', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, many);
    const board = await addBoard(pool);
    await board.putAll(people, 7);
    const { ranked } = await board.model();
    const prefix = newPrefix();
    const [gated, gatedToo] = [new GatedPool(pool), new GatedPool(pool)];
    const one = await redisNode(pool, { pool: gated, prefix, syncMs: hourMs });
    const other = await redisNode(pool, { pool: gatedToo, prefix, syncMs: hourMs });
    const [second, first] = [gated.hold('standings-after'), gatedToo.hold('standings-first')];
    await one.store.size(board.season);
    await second.reached;
    expect(await one.empty()).toBeGreaterThan(0);
    // Another node begins anew, so that there are keys, though not those the first one loaded into.
    await other.store.size(board.season);
    await first.reached;
    second.release();
    await eventually('The end of a load', one.keys, (keys) => !keys.some((key) => key.endsWith(':loading')));
    for (const { store } of [one, other]) expect(await store.top(board.season, 0, many)).toEqual(ranked);
    first.release();
    await Promise.all([one.loaded(board.season), other.loaded(board.season)]);
    for (const { store } of [one, other]) expect(await store.top(board.season, 0, many)).toEqual(ranked);
  });

  it('are loaded by one node when several begin at once', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, many);
    const board = await addBoard(pool);
    await board.putAll(people, 7);
    const prefix = newPrefix();
    const pools = [1, 2, 3].map(() => new GatedPool(pool));
    const nodes = await Promise.all(pools.map((gated) => redisNode(pool, { pool: gated, prefix })));
    const sizes = () => Promise.all(nodes.map(({ store }) => store.size(board.season)));
    await sizes();
    await Promise.all(nodes.map(({ loaded }) => loaded(board.season)));
    expect(await sizes()).toEqual([many, many, many]);
    expect(pools.flatMap(({ asked }) => asked.filter((name) => name === 'standings-first'))).toHaveLength(1);
  });

  it('far behind are brought up to date in the background, and the table answers meanwhile', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 12_000);
    const board = await addBoard(pool);
    await board.putAll(people, 1);
    const { store, loaded, tableReads } = await redisNode(pool, { syncMs: -1 });
    await loaded(board.season);
    await board.putAll(people.toReversed(), 2);
    const before = tableReads();
    const best = async () => (await store.top(board.season, 0, 2)).map(({ userId, score }) => [userId, score]);
    const now = [people.at(-1), people.at(-2)].map((id) => [id, 2]);
    expect(await best()).toEqual(now);
    expect(tableReads()).toBe(before + 1);
    await loaded(board.season);
    expect(await best()).toEqual(now);
    expect(await store.top(board.season, 0, 12_000)).toEqual((await board.model()).ranked);
  });

  it.each([
    ['ranks', 'nothing'],
    ['held', 'nothing'],
    ['ranks', 'something'],
    ['held', 'something'],
  ])('of which %s was evicted, and %s told since, are given up and made anew', async (part, told) => {
    const pool = await openPool();
    const people = await addPeople(pool, 10);
    const board = await addBoard(pool);
    await board.putAll(people, 1);
    const { store, loaded, empty, tableReads } = await redisNode(pool, { syncMs: hourMs });
    await loaded(board.season);
    expect(await empty(`*:${part}`)).toBe(1);
    if (told === 'something') store.changed(board.season, [await board.put(people[3] ?? '', 5)]);
    const before = tableReads();
    const model = expected(await board.model(), people);
    expect(await readAll(store, board.season, people)).toEqual(model);
    expect(tableReads()).toBeGreaterThan(before);
    await loaded(board.season);
    expect(await readAll(store, board.season, people)).toEqual(model);
  });

  it('of a database that was replaced are never met again', async () => {
    const pool = await openPool();
    const [ada = '', ben = ''] = await addPeople(pool, 2);
    const board = await addBoard(pool);
    await board.put(ada, 5);
    await board.put(ben, 3);
    let epoch = 'before';
    const { store, loaded } = await redisNode(pool, { epoch: () => epoch, syncMs: hourMs });
    await loaded(board.season);
    // The restored one has lost a score, and its revisions begin again where they were.
    await pool.query('delete from standing where user_id = $1', [ada]);
    expect(await store.size(board.season)).toBe(2);
    epoch = 'after';
    expect((await store.top(board.season, 0, 9)).map(({ userId }) => userId)).toEqual([ben]);
    await loaded(board.season);
    expect((await store.top(board.season, 0, 9)).map(({ userId }) => userId)).toEqual([ben]);
  });

  it('do not take rows that were read as the database was replaced', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 3);
    const board = await addBoard(pool);
    await board.putAll(people, 5);
    let epoch = 'before';
    const gated = new GatedPool(pool);
    const { store, redis, prefix, loaded } = await redisNode(pool, { pool: gated, epoch: () => epoch, syncMs: -1 });
    await loaded(board.season);
    const sync = gated.hold('standings-since');
    const reading = store.size(board.season);
    await sync.reached;
    await board.put(people[0] ?? '', 6);
    epoch = 'after';
    sync.release();
    expect(await reading).toBe(3);
    const [ranks = ''] = await redis.keys(`${prefix}*before*ranks`);
    expect(await redis.zrange(ranks, 0, -1, 'WITHSCORES')).not.toContain('-6');
  });

  it('that were being loaded as the database was replaced never count as complete', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 3);
    const board = await addBoard(pool);
    await board.putAll(people, 5);
    let epoch = 'before';
    const gated = new GatedPool(pool);
    const { store, redis, prefix, loaded } = await redisNode(pool, { pool: gated, epoch: () => epoch });
    const rows = gated.hold('standings-first', 'after');
    await store.size(board.season);
    await rows.reached;
    epoch = 'after';
    rows.release();
    await loaded(board.season);
    const loading = () => redis.keys(`${prefix}*:loading`);
    await eventually('The end of both loads', loading, (keys) => keys.length === 0);
    const snapshots = async (of: string) => {
      const [held = ''] = await redis.keys(`${prefix}*${of}*held`);
      return redis.hget(held, 'snapshot');
    };
    expect(await snapshots('before')).toBe('');
    expect(await snapshots('after')).not.toBe('');
  });
});
