import type { LogDatabase } from '../eventLog.ts';

export interface BoardLook {
  scoreboardId: string;
  /** The current one. */
  season: number;
  /** Whether standings of that season were committed since the look before. */
  changed: boolean;
}

/** For the first look: a snapshot of the database in which nothing was committed. */
export const nothingSeen = '1:1:';

/**
 * Which of these boards have standings that were not yet committed at a look before, in one statement; `seen` is for the
 * next. The newest is found at the end of an index: a board without any costs no search.
 */
export async function lookAtBoards(
  pool: LogDatabase,
  scoreboardIds: readonly string[],
  since: string,
): Promise<{ boards: BoardLook[]; seen: string | undefined }> {
  const { rows } = await pool.query<BoardLook & { seen: string }>({
    name: 'standings-look',
    text: `
      select scoreboard.id as "scoreboardId", season,
        coalesce((
          select true from standing where scoreboard_id = scoreboard.id and standing.season = scoreboard.season
            and xid >= pg_snapshot_xmin($2::pg_snapshot) and not pg_visible_in_snapshot(xid, $2::pg_snapshot)
          order by xid desc limit 1
        ), false) as changed,
        pg_current_snapshot()::text as seen
      from scoreboard where id = any($1::uuid[])`,
    values: [scoreboardIds, since],
  });
  return { boards: rows, seen: rows[0]?.seen };
}
