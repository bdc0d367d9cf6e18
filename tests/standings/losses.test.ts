import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import type { WrittenStanding } from '../../subscriptions/standings/standing.ts';
import { eventually } from '../harness/deferred.ts';
import { GatedPool } from './gatedPool.ts';
import { newPrefix, type RedisNode, redisNode, redisUrl } from './redisNode.ts';
import { addBoard, addPeople, expected, openPool, readAll, type TestBoard } from './testBoard.ts';

const hourMs = 3_600_000;
/** A sync is due, and this machine may be busy. */
const healedMs = 3_000;

/** Two nodes with copies of a board that everyone is on. */
async function twoNodes(pool: Pool, count: number, options: { syncMs?: number } = {}) {
  const people = await addPeople(pool, count);
  const board = await addBoard(pool);
  await board.putAll(people, 1);
  const prefix = newPrefix();
  const one = await redisNode(pool, { prefix, ...options });
  const other = await redisNode(pool, { prefix, ...options });
  await one.loaded(board.season);
  await other.loaded(board.season);
  return { people, board, one, other };
}

async function comesRight(node: RedisNode, board: TestBoard, people: readonly string[]): Promise<void> {
  const model = expected(await board.model(), people);
  const read = () => readAll(node.store, board.season, people);
  await eventually('The ranks', read, (found) => JSON.stringify(found) === JSON.stringify(model), healedMs);
}

/** The same numbers from the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.runIf(redisUrl)('copies of boards, whatever is lost', () => {
  it('a change that nobody announced shows by the next read after half a second, on every node', async () => {
    const pool = await openPool();
    const { people, board, one, other } = await twoNodes(pool, 5);
    const before = one.tableReads() + other.tableReads();
    await board.put(people[2] ?? '', 3);
    await Promise.all([comesRight(one, board, people), comesRight(other, board, people)]);
    expect(one.tableReads() + other.tableReads()).toBe(before);
  });

  it('a change announced by one node shows on another at once', async () => {
    const pool = await openPool();
    const { people, board, one, other } = await twoNodes(pool, 5, { syncMs: hourMs });
    one.store.changed(board.season, [await board.put(people[2] ?? '', 3)]);
    // Redis has taken it when it answers the same connection.
    await one.redis.ping();
    expect(await readAll(other.store, board.season, people)).toEqual(expected(await board.model(), people));
  });

  it('a transaction that commits behind later ones is found by what comes after it', async () => {
    const pool = await openPool();
    const { people, board, one, other } = await twoNodes(pool, 6, { syncMs: -1 });
    const [ada = '', ben = '', cleo = ''] = people;
    const early = await pool.connect();
    await early.query('begin');
    await board.put(ada, 9, early);
    await board.put(ben, 9);
    expect((await one.store.top(board.season, 0, 1))[0]?.userId).toBe(ben);
    await board.put(cleo, 8);
    expect((await other.store.top(board.season, 0, 2))[1]?.userId).toBe(cleo);
    await early.query('commit');
    early.release();
    for (const node of [one, other]) {
      expect(await readAll(node.store, board.season, people)).toEqual(expected(await board.model(), people));
    }
    // Of equals she has the lesser revision, though she was seen last.
    expect((await one.store.top(board.season, 0, 3)).map(({ userId }) => userId)).toEqual([ada, ben, cleo]);
  });

  it('a change that was told and never arrived shows by this node’s next read', async () => {
    const pool = await openPool();
    const { people, board, one } = await twoNodes(pool, 5, { syncMs: hourMs });
    const send = one.redis.sendCommand.bind(one.redis);
    one.redis.sendCommand = (command) => {
      command.reject(new Error('lost'));
      return command.promise;
    };
    one.store.changed(board.season, [await board.put(people[2] ?? '', 3)]);
    await eventually(
      'The failure',
      () => one.failed.mock.calls.length,
      (calls) => calls > 0,
    );
    one.redis.sendCommand = send;
    const before = one.tableReads();
    expect(await readAll(one.store, board.season, people)).toEqual(expected(await board.model(), people));
    expect(one.tableReads()).toBe(before);
    expect(one.failed).toHaveBeenCalledWith('tell', expect.any(Error));
  });

  it('whoever doubts a copy reads what was committed before', async () => {
    const pool = await openPool();
    const { people, board, one } = await twoNodes(pool, 5, { syncMs: hourMs });
    const model = async () => expected(await board.model(), people);
    for (const score of [5, 4, 3]) {
      await board.put(people[score] ?? people[0] ?? '', score);
      one.store.doubt(board.season);
      expect(await readAll(one.store, board.season, people)).toEqual(await model());
    }
  });

  it('a read in doubt does not make do with a sync that began before', async () => {
    const pool = await openPool();
    const [ada = '', ben = ''] = await addPeople(pool, 2);
    const board = await addBoard(pool);
    await board.putAll([ada, ben], 1);
    const gated = new GatedPool(pool);
    const { store, loaded } = await redisNode(pool, { pool: gated, syncMs: hourMs });
    await loaded(board.season);
    const best = async () => (await store.top(board.season, 0, 1))[0]?.userId;
    const sync = gated.hold('standings-since', 'after');
    store.doubt(board.season);
    const early = best();
    await sync.reached;
    await board.put(ben, 2);
    store.doubt(board.season);
    const late = best();
    sync.release();
    await early;
    expect(await late).toBe(ben);
  });

  it('emptied at any moment are right at once, and back soon', async () => {
    const pool = await openPool();
    const { people, board, one, other } = await twoNodes(pool, 8);
    const next = random(7);
    for (let round = 0; round < 10; round += 1) {
      const writer = [one, other][next(2)] ?? one;
      if (next(2) === 0) await one.empty();
      const written = await board.put(people[next(8)] ?? '', next(10));
      const emptied = next(2) === 0 ? one.empty() : undefined;
      writer.store.changed(board.season, [written]);
      const found = await readAll(writer.store, board.season, people);
      expect(found).toEqual(expected(await board.model(), people));
      await emptied;
    }
    await Promise.all([one.loaded(board.season), other.loaded(board.season)]);
    await Promise.all([comesRight(one, board, people), comesRight(other, board, people)]);
  });

  it('two nodes write at once, their messages lost, late and repeated: the ranks come right without anyone acting', async () => {
    const pool = await openPool();
    const { people, board, one, other } = await twoNodes(pool, 30);
    const next = random(20_261_121);
    const announced: WrittenStanding[] = [];
    const writer = async (node: RedisNode) => {
      for (let count = 0; count < 40; count += 1) {
        const client = await pool.connect();
        await client.query('begin');
        // In one order, as all writers do.
        const chosen = people.filter(() => next(15) === 0);
        const written = [];
        for (const person of chosen) written.push(await board.put(person, next(21) - 10, client));
        const rolledBack = next(10) === 0;
        await client.query(rolledBack ? 'rollback' : 'commit');
        client.release();
        if (rolledBack) continue;
        announced.push(...written);
        if (next(3) > 0) node.store.changed(board.season, written.toReversed());
        if (next(4) === 0) node.store.changed(board.season, announced.slice(-next(announced.length + 1)));
        if (next(3) === 0) await node.store.around(board.season, people[0] ?? '', 5);
        if (next(40) === 0) await node.empty(next(2) === 0 ? '*:ranks' : '*');
      }
    };
    await Promise.all([one, other, one, other].map(writer));
    await Promise.all([comesRight(one, board, people), comesRight(other, board, people)]);
    await Promise.all([one.loaded(board.season), other.loaded(board.season)]);
    expect(await readAll(one.store, board.season, people)).toEqual(expected(await board.model(), people));
    expect(await one.store.checkDrift()).toBe(0);
  });
});
