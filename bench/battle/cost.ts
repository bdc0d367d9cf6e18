import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { recordScores } from '../../resolvers/scoreboard/recordScores.ts';
import { percentilesOf } from '../percentiles.ts';
import type { Arena } from './main.ts';

const scores = 2_000;
const batch = 1_000;

export interface FeedCost {
  /** Boards that each score counts on besides its own. */
  feeds: string;
  single: number;
  singleP99: number;
  /** A batch of 1,000 for as many people. */
  batch: number;
}

/** What a score takes, without the rule of derived boards, and with it for people who feed none, one and twenty boards. */
export async function costOfFeeds({ pool, people }: Arena): Promise<FeedCost[]> {
  const users = people.slice(0, batch).map(({ id }) => id.replace('User:', ''));
  const { rows } = await pool.query<{ id: string }>(`select id from scoreboard where key = 'bench'`);
  const id = rows[0]?.id ?? '';
  await pool.query('vacuum analyze');
  const measured: FeedCost[] = [];
  await pool.query('alter table score_entry disable trigger feed_derived_boards');
  measured.push(await measure(pool, id, users, 'without the rule'));
  await pool.query('alter table score_entry enable trigger feed_derived_boards');
  for (const feeds of [0, 1, 20]) {
    await feedAll(pool, users, feeds);
    measured.push(await measure(pool, id, users, `${feeds}`));
  }
  return measured;
}

/** Sees to it that each of them feeds so many boards, made for that. */
async function feedAll(pool: Pool, users: readonly string[], feeds: number): Promise<void> {
  await pool.query('delete from score_feed');
  await pool.query(
    `with boards as (
       insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
       select gen_random_uuid(), 'fed-' || gen_random_uuid(), 'BATTLE', 'Fed', 'INCREMENT', 'HIGHEST_FIRST', now()
       from generate_series(1, $2::int) returning id)
     insert into score_feed (user_id, scoreboard_id, since)
     select u, id, now() - interval '1 hour' from boards, unnest($1::uuid[]) u`,
    [users, feeds],
  );
}

async function measure(pool: Pool, id: string, users: readonly string[], feeds: string): Promise<FeedCost> {
  const board = { id, season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' } as const;
  const scoreOf = (userId: string) => ({ userId, points: 1, action: null, key: randomUUID(), source: 'Service:bench' });
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const record = (people: readonly string[]) => recordScores(pool, board, people.map(scoreOf), Date.now());
  const singles: number[] = [];
  for (let count = 0; count < scores; count += 1) {
    singles.push(await time(() => record([users[count % users.length] ?? ''])));
  }
  const batches: number[] = [];
  for (let count = 0; count < 5; count += 1) batches.push(await time(() => record(users)));
  const { p50: single, p99: singleP99 } = percentilesOf(singles);
  return { feeds, single, singleP99, batch: percentilesOf(batches).p50 };
}
