import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { standingsDrift } from '../../jobs/standingsDrift.ts';
import { addBoard, addPeople, expected, openPool, readAll } from './testBoard.ts';
import { type RedisNode, redisNode, redisUrl } from './redisNode.ts';

const hourMs = 3_600_000;

async function loadedBoard(pool: Pool, count: number) {
  const people = await addPeople(pool, count);
  const board = await addBoard(pool);
  for (const score of [1, 2, 3]) await board.putAll(people.slice(0, -1), score);
  const node = await redisNode(pool, { syncMs: hourMs });
  await node.loaded(board.season);
  return { people, board, node };
}

async function partsOf({ redis, keys }: RedisNode) {
  const found = await keys();
  const [held = '', ranks = ''] = [
    found.find((key) => key.endsWith('held')),
    found.find((key) => key.endsWith('ranks')),
  ];
  const members = await redis.zrange(ranks, 0, -1);
  return { held, ranks, members };
}
type Parts = Awaited<ReturnType<typeof partsOf>>;
const personOf = (member: string) => member.slice(11, 33);

describe.runIf(redisUrl)('drift of copies', () => {
  const damages: Record<string, { count: number; damage(node: RedisNode, parts: Parts): Promise<unknown> }> = {
    'entries are missing': {
      count: 2,
      damage: async ({ redis }, { held, ranks, members }) => {
        await redis.zrem(ranks, ...members.slice(3, 5));
        await redis.hdel(held, ...members.slice(3, 5).map(personOf));
      },
    },
    'somebody is there who should not be': {
      count: 1,
      damage: async ({ redis }, { held, ranks }) => {
        const person = Buffer.alloc(16, 7).toString('base64url');
        await redis.zadd(ranks, -99, `00000000001${person}-abc`);
        await redis.hset(held, person, '00000000001-abc');
      },
    },
    'scores are other ones': {
      count: 3,
      damage: async ({ redis }, { ranks, members }) => {
        for (const member of members.slice(0, 3)) await redis.zadd(ranks, -99, member);
      },
    },
    'somebody has a revision that never was': {
      count: 1,
      damage: async ({ redis }, { held, ranks, members: [member = ''] }) => {
        await redis.zrem(ranks, member);
        await redis.zadd(ranks, -3, `zz${member.slice(2)}`);
        await redis.hset(held, personOf(member), `zz${member.slice(2, 11)}${member.slice(33)}`);
      },
    },
  };

  it.each(Object.entries(damages))('is found and mended where %s', async (_name, { count, damage }) => {
    const pool = await openPool();
    const { people, board, node } = await loadedBoard(pool, 12);
    expect(await node.store.checkDrift()).toBe(0);
    await damage(node, await partsOf(node));
    expect(await node.store.checkDrift()).toBe(count);
    const model = expected(await board.model(), people);
    expect(await readAll(node.store, board.season, people)).toEqual(model);
    await node.loaded(board.season);
    expect(await readAll(node.store, board.season, people)).toEqual(model);
    expect(await node.store.checkDrift()).toBe(0);
  });

  it('is found where rows were deleted', async () => {
    const pool = await openPool();
    const { people, board, node } = await loadedBoard(pool, 6);
    await pool.query('delete from standing where user_id = any($1)', [people.slice(0, 2)]);
    expect(await node.store.checkDrift()).toBe(2);
    expect(await readAll(node.store, board.season, people)).toEqual(expected(await board.model(), people));
  });

  it('is found by what a member and its person don’t agree on, by whoever reads it', async () => {
    const pool = await openPool();
    const { people, board, node } = await loadedBoard(pool, 6);
    const { ranks, members } = await partsOf(node);
    await node.redis.zrem(ranks, members[0] ?? '');
    await node.redis.zadd(ranks, 0, `zz${members[0]?.slice(2)}`);
    const model = expected(await board.model(), people);
    expect((await node.store.entries(board.season, people)).length).toBe(model.entries.length);
    await node.loaded(board.season);
    expect(await readAll(node.store, board.season, people)).toEqual(model);
  });

  it('is none while everyone writes and nothing is told', async () => {
    const pool = await openPool();
    const { people, board, node } = await loadedBoard(pool, 1_200);
    let writing = true;
    const writer = (async () => {
      for (let turn = 0; turn < 10_000 && writing; turn += 1) {
        const written = await board.put(people[(turn * 37) % people.length] ?? '', turn % 50);
        if (turn % 2 === 0) node.store.changed(board.season, [written]);
      }
    })();
    for (let turn = 0; turn < 5; turn += 1) expect(await node.store.checkDrift()).toBe(0);
    writing = false;
    await writer;
  });

  it('of boards that are no longer copied is not looked for', async () => {
    const pool = await openPool();
    const { node } = await loadedBoard(pool, 3);
    await node.empty('*:{*');
    expect(await node.keys()).toHaveLength(1);
    expect(await node.store.checkDrift()).toBe(0);
    expect(await node.keys()).toEqual([]);
  });
});

describe('drift from the ledger', () => {
  async function check(pool: Pool): Promise<[copies: number, ledger: number]> {
    let told: [number, number] = [-1, -1];
    const found = (copies: number, ledger: number) => void (told = [copies, ledger]);
    await standingsDrift({ pool, copies: () => Promise.resolve(4), found }).run();
    return told;
  }

  it('is every standing that is not the sum of its entries, in the season that is on, where scores are added up', async () => {
    const pool = await openPool();
    const people = await addPeople(pool, 4);
    const [ada, ben, cleo, dan] = people;
    const [adds, sets] = [await addBoard(pool), await addBoard(pool)];
    await pool.query(`update scoreboard set operator = 'INCREMENT', season = 2 where id = $1`, [
      adds.season.scoreboardId,
    ]);
    const entry = (board: string, season: number, user = '', points: number) =>
      pool.query(
        `insert into score_entry (scoreboard_id, idempotency_key, season, user_id, points, source, at)
         values ($1, gen_random_uuid(), $2, $3, $4, 'Test', now())`,
        [board, season, user, points],
      );
    const stands = (board: string, season: number, user = '', score: number) =>
      pool.query(
        `insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
         values ($1, $2, $3, $4::int, -$4::int, now())
         on conflict (scoreboard_id, season, user_id) do update set score = excluded.score`,
        [board, season, user, score],
      );
    const [a, s] = [adds.season.scoreboardId, sets.season.scoreboardId];
    await entry(a, 2, ada, 5);
    await entry(a, 2, ada, -2);
    await stands(a, 2, ada, 3);
    await entry(a, 2, ben, 2);
    await entry(a, 2, ben, -2);
    await stands(a, 2, cleo, 0);
    // What is not compared: a season that is over, and a board that doesn't add.
    await stands(a, 1, dan, 7);
    await entry(s, 1, dan, 5);
    await stands(s, 1, dan, 6);
    expect(await check(pool)).toEqual([4, 0]);
    await entry(a, 2, ben, 1);
    await stands(a, 2, ada, 4);
    await stands(a, 2, dan, 1);
    expect(await check(pool)).toEqual([4, 3]);
  });
});
