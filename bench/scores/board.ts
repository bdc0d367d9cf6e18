import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { BoardSeason } from '../../subscriptions/standings/standing.ts';

/** A board with that many entries of people made for it, by chance equal scores among them; written straight into the tables. */
export async function fillBoard(pool: Pool, entries: number): Promise<{ board: BoardSeason; someone(): string }> {
  const id = randomUUID();
  await pool.query(
    `insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
     values ($1, 'bench', 'CUSTOM', 'Bench', 'INCREMENT', 'HIGHEST_FIRST', now())`,
    [id],
  );
  // Ids in a row, so that any of them can be named later: 00000000-0000-4000-8000-<number>.
  await pool.query(
    `insert into users (id, handle, display_name, guest, level, coins, created_at)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n, 'Bench', false, 1, 0, now()
     from generate_series(1, $1::int) n`,
    [entries],
  );
  await pool.query(
    `insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
     select $1, 1, user_id, score, -score, now() from (
       select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as user_id,
         (random() * 100000)::int as score
       from generate_series(1, $2::int) n) people`,
    [id, entries],
  );
  await pool.query('vacuum analyze standing');
  const someone = () => {
    const number = 1 + Math.floor(Math.random() * entries);
    return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  };
  return { board: { scoreboardId: id, season: 1, large: true }, someone };
}
