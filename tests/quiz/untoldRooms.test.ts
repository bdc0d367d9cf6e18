import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { expect, it } from 'vitest';
import { UntoldRooms } from '../../resolvers/quizRoom/untoldRooms.ts';
import { openTestPool } from '../jobs/testPool.ts';

/** A node that beats, and one that looks, on a time of their own. */
function startWatch(pool: Pool) {
  const start = Date.now();
  let time = 0;
  const fail = (error: unknown) => {
    throw error;
  };
  const untold = new UntoldRooms({ pool, now: () => start + time, found: () => undefined, failed: fail });
  const id = randomUUID();
  return {
    beat: async (second: number) => {
      const seenAt = new Date(start + second * 1_000);
      await pool.query(
        'insert into live_node (id, seen_at) values ($1, $2) on conflict (id) do update set seen_at = excluded.seen_at',
        [id, seenAt],
      );
    },
    /** Whether the node is still taken to live. */
    look: async (second: number) => {
      time = second * 1_000;
      await untold.look();
      return (await pool.query('select from live_node where id = $1', [id])).rowCount === 1;
    },
  };
}

it('a node that is silent is taken for dead, and only then', async () => {
  const { beat, look } = startWatch(await openTestPool());
  for (const second of [0, 5, 10, 15, 20]) {
    await beat(second);
    expect(await look(second + 4)).toBe(true);
  }
  const seen: boolean[] = [];
  for (const second of [29, 34, 39, 44]) seen.push(await look(second));
  expect(seen).toEqual([true, true, true, false]);
});

it.each([5, 9.9, 12, 14.9, 60])('nobody is taken for dead after an outage of %s seconds', async (outage) => {
  const pool = await openTestPool();
  for (const beatBefore of [0.1, 2.5, 4.9]) {
    const { beat, look } = startWatch(pool);
    for (const second of [0, 5, 10, 15, 20, 25]) await look(second);
    await beat(30 - beatBefore);
    await look(30);
    // Whatever both do meanwhile fails; and the one that looks is the first to be back.
    const back = 30 + outage;
    expect(await look(back), `${beatBefore} s before`).toBe(true);
    // The other is back within a beat.
    expect(await look(back + 5)).toBe(true);
    await beat(back + 5);
    expect(await look(back + 10)).toBe(true);
  }
});
