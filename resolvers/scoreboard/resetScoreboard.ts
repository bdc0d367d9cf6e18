import pg from 'pg';
import { nextSeason } from '../../rules/schedule.ts';
import type { Services } from '../services.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { cronSchedule } from './cronSchedule.ts';

/**
 * Ends a board's season where its schedule says and begins the next, once; the finished one stays readable. After a
 * downtime over several resets the season that was on ends at the first of them, and the next begins at the last: the
 * ones between, in which nobody could score, are not made.
 */
export async function resetScoreboard(services: Services, scoreboardId: string): Promise<void> {
  const { pool, clock, observer, boards, standings, deadlines } = services;
  const reset = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ key: string; season: number; schedule: string; resetsAt: Date }>({
        text: `select key, season, reset_schedule as schedule, resets_at as "resetsAt" from scoreboard
               where id = $1 and reset_schedule is not null for no key update`,
        values: [scoreboardId],
        types: pg.types,
      });
      const [board] = rows;
      const now = clock.now();
      if (!board || board.resetsAt.getTime() > now) {
        await client.query(`delete from deadline where kind = 'RESET' and subject = $1 and due_at < $2`, [
          scoreboardId,
          board?.resetsAt ?? new Date(now),
        ]);
        return undefined;
      }
      const { startedAt, resetsAt } = nextSeason(cronSchedule(board.schedule), now);
      const season = board.season + 1;
      await client.query('update scoreboard_season set ended_at = $3 where scoreboard_id = $1 and number = $2', [
        scoreboardId,
        board.season,
        board.resetsAt,
      ]);
      await client.query('insert into scoreboard_season (scoreboard_id, number, started_at) values ($1, $2, $3)', [
        scoreboardId,
        season,
        new Date(startedAt),
      ]);
      await client.query('update scoreboard set season = $2, resets_at = $3 where id = $1', [
        scoreboardId,
        season,
        new Date(resetsAt),
      ]);
      await client.query(
        `insert into deadline (kind, subject, due_at) values ('RESET', $1, $2)
         on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = 0, retry_at = null`,
        [scoreboardId, new Date(resetsAt)],
      );
      return { key: board.key, season };
    }),
  );
  if (!reset) return;
  boards.delete(reset.key);
  standings.changed({ scoreboardId, season: reset.season, large: true }, []);
  deadlines.wake();
}
