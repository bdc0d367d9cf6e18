import type { LogDatabase } from '../eventLog.ts';

export interface BoardLook {
  scoreboardId: string;
  /** The current one. */
  season: number;
  /** Whether a transaction since the one named wrote standings of that season. */
  changed: boolean;
}

/**
 * Which of these boards have standings that were not yet there to be read when a look before said so, in one statement.
 * `seen` is for the next look: whatever was written by a transaction before that one was there for this one.
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
          select xid from standing where scoreboard_id = scoreboard.id and standing.season = scoreboard.season
          order by xid desc limit 1
        ) >= $2::xid8, false) as changed,
        pg_snapshot_xmin(pg_current_snapshot())::text as seen
      from scoreboard where id = any($1::uuid[])`,
    values: [scoreboardIds, since],
  });
  return { boards: rows, seen: rows[0]?.seen };
}
