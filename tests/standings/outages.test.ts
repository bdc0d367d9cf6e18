import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RedisProcess } from '../../bench/soak/redisProcess.ts';
import { eventually } from '../harness/deferred.ts';
import { redisNode, redisUrl } from './redisNode.ts';
import { addBoard, addPeople, expected, openPool, readAll } from './testBoard.ts';

const hourMs = 3_600_000;
/** As a server's; see `server/bus.ts`. */
const client = { commandTimeout: 100, socketTimeout: 2_000 };
/** Well above the timeout of a command, and well below what waiting for Redis to come back would take. */
const soonMs = 1_500;

/** A node on a Redis of this test's own, with a copy of a board. */
async function nodeOfItsOwn(pool: Pool) {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-redis-'));
  const redis = await RedisProcess.open(folder);
  onTestFinished(async () => {
    await redis.stop('SIGKILL');
    await rm(folder, { recursive: true });
  });
  const people = await addPeople(pool, 8);
  const board = await addBoard(pool);
  await board.putAll(people, 1);
  const node = await redisNode(pool, { url: redis.url, client, syncMs: hourMs });
  await node.loaded(board.season);
  const isRight = async () => {
    const from = performance.now();
    expect(await readAll(node.store, board.season, people)).toEqual(expected(await board.model(), people));
    return performance.now() - from;
  };
  const change = async (index: number, score: number) =>
    node.store.changed(board.season, [await board.put(people[index] ?? '', score)]);
  return { redis, node, board, people, isRight, change };
}

describe.runIf(redisUrl)('standings while Redis', () => {
  it('is gone come from the table, and from Redis again when it is back with nothing', async () => {
    const pool = await openPool();
    const { redis, node, board, isRight, change } = await nodeOfItsOwn(pool);
    await redis.stop('SIGKILL');
    await change(2, 5);
    expect(await isRight()).toBeLessThan(soonMs);
    await redis.start();
    await eventually(
      'A connection',
      () => node.redis.status,
      (status) => status === 'ready',
    );
    await isRight();
    await node.loaded(board.season);
    await change(3, 6);
    const before = node.tableReads();
    await isRight();
    expect(node.tableReads()).toBe(before);
  });

  it('hangs come from the table soon; once it goes on, what it was told meanwhile is there', async () => {
    const pool = await openPool();
    const { redis, node, board, isRight, change } = await nodeOfItsOwn(pool);
    redis.hang();
    await change(2, 5);
    expect(await isRight()).toBeLessThan(soonMs);
    await eventually(
      'The failure',
      () => node.failed.mock.calls.map(([what]) => what),
      (failed) => failed.includes('tell'),
    );
    redis.goOn();
    await eventually(
      'A connection',
      () => node.redis.status,
      (status) => status === 'ready',
    );
    await eventually(
      'An answer',
      () => node.redis.ping().catch(() => ''),
      (answer) => answer === 'PONG',
    );
    await node.loaded(board.season);
    const before = node.tableReads();
    await isRight();
    expect(node.tableReads()).toBe(before);
  });

  it('refuses writes come from the table where they must', async () => {
    const pool = await openPool();
    const { node, board, isRight, change } = await nodeOfItsOwn(pool);
    await node.redis.config('SET', 'maxmemory', '1');
    await change(2, 5);
    await eventually(
      'The failure',
      () => node.failed.mock.calls.length,
      (calls) => calls > 0,
    );
    await isRight();
    await node.redis.config('SET', 'maxmemory', '0');
    await node.loaded(board.season);
    await isRight();
  });

  it('loses its scripts go on', async () => {
    const pool = await openPool();
    const { node, isRight, change } = await nodeOfItsOwn(pool);
    await node.redis.script('FLUSH');
    await change(2, 5);
    const before = node.tableReads();
    await isRight();
    expect(node.tableReads()).toBe(before);
  });

  it('goes away as a board is loaded end with their node', async () => {
    const pool = await openPool();
    const { redis, node, people, board } = await nodeOfItsOwn(pool);
    await node.empty();
    await node.store.size(board.season);
    await redis.stop('SIGKILL');
    expect(await node.store.top(board.season, 0, 99)).toHaveLength(people.length);
    await node.store.stop();
    expect(await node.store.top(board.season, 0, 99)).toHaveLength(people.length);
  });
});
