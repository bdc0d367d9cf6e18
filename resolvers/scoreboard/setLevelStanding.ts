import type { ClientBase } from 'pg';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { globalScoreOf } from '../../rules/levels.ts';
import type { WrittenStanding } from '../../subscriptions/standings/standing.ts';
import { type StandingRow, writtenStanding } from './recordScores.ts';

/** Puts a person's level on the global board, which is derived and so has no ledger of its own. */
export async function setLevelStanding(
  client: ClientBase,
  userId: string,
  level: number,
  at: number,
): Promise<WrittenStanding[]> {
  const { rows } = await client.query<StandingRow & { revision: string }>({
    name: 'set-level-standing',
    text: `
      insert into standing as s (scoreboard_id, season, user_id, score, rank_key, achieved_at)
      values ($1, 1, $2, $3::int, -$3::int, $4)
      on conflict (scoreboard_id, season, user_id) do update
      set score = excluded.score, rank_key = excluded.rank_key, revision = excluded.revision,
        achieved_at = excluded.achieved_at, xid = excluded.xid
      where s.score <> excluded.score
      returning user_id, score, rank_key, revision, achieved_at`,
    values: [globalBoardId, userId, globalScoreOf(level), new Date(at)],
  });
  return rows.map((row) => writtenStanding({ ...row, revision: Number(row.revision) }));
}
