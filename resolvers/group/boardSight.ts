import type { Scoreboard, ScoreboardKind } from '../../entities/scoreboard.ts';
import { forbidden } from '../badRequest.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';

/** Boards that not everybody may read. */
const guardedKinds: ReadonlySet<ScoreboardKind> = new Set(['GROUP', 'BATTLE']);

/**
 * Throws where a board is of a closed group, or of a battle within a group, that the viewer is not in. Services read every
 * board.
 */
export async function requireBoardSight(
  context: Context,
  { id, kind }: { id: string; kind: ScoreboardKind },
): Promise<void> {
  if (!guardedKinds.has(kind) || context.service || (await isSeen(context, id))) return;
  throw forbidden('This board is for the members of its group.');
}

/** Of boards, those that are there for the viewer: that of a battle within a group is for its members, as the battle is. */
export async function visibleBoards<Board extends Pick<Scoreboard, 'id' | 'kind'>>(
  context: Context,
  boards: readonly Board[],
): Promise<Board[]> {
  const seen = await Promise.all(
    boards.map(({ id, kind }) => kind !== 'BATTLE' || context.service !== null || isSeen(context, id)),
  );
  return boards.filter((_, index) => seen[index]);
}

const isSeen = batched<string, boolean>(async ({ services, viewer }, boardIds) => {
  const { rows } = await services.pool.query<{ id: string }>({
    name: 'boards-seen',
    text: `
      with mine as (select group_id from group_member where user_id = $2 and status = 'IN')
      select id from groups where id = any($1) and (open or id in (select group_id from mine))
      union all
      select id from battle where id = any($1) and (group_id is null or group_id in (select group_id from mine))`,
    values: [boardIds, viewer?.userId ?? null],
  });
  const seen = new Set(rows.map(({ id }) => id));
  return boardIds.map((id) => seen.has(id));
});
