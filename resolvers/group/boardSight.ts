import type { ScoreboardKind } from '../../entities/scoreboard.ts';
import { forbidden } from '../badRequest.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';

/** Throws where a board names the members of a closed group that the viewer is not in. Services read every board. */
export async function requireBoardSight(
  context: Context,
  { id, kind }: { id: string; kind: ScoreboardKind },
): Promise<void> {
  if (kind !== 'GROUP' || context.service || (await isSeen(context, id))) return;
  throw forbidden('This group is closed: its board is for its members.');
}

const isSeen = batched<string, boolean>(async ({ services, viewer }, groupIds) => {
  const { rows } = await services.pool.query<{ id: string }>({
    name: 'group-boards-seen',
    text: `
      select id from groups g where id = any($1) and (open or exists (
        select from group_member m where m.group_id = g.id and m.user_id = $2 and m.status = 'IN'))`,
    values: [groupIds, viewer?.userId ?? null],
  });
  const seen = new Set(rows.map(({ id }) => id));
  return groupIds.map((id) => seen.has(id));
});
