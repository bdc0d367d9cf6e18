import { Battle } from '../../entities/battle.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';

/** Of battles, those that somebody may see: open ones, and those of groups they are in. Services see open ones. */
export function openTo(userId: string | undefined) {
  if (userId === undefined) return { group: null };
  return { $or: [{ group: null }, { group: { members: { $some: { user: userId, status: 'IN' as const } } } }] };
}

/** Those of the battles that the caller may see, in any order. */
export async function visibleBattles({ viewer, em }: Context, ids: readonly string[]): Promise<Battle[]> {
  return em.find(Battle, { id: { $in: [...ids] }, ...openTo(viewer?.userId) });
}

/**
 * Whether the caller may see a battle.
 * @param fighting also true of who fights in it, in its group or not
 */
export async function seesBattle({ viewer, services }: Context, battleId: string, fighting = false): Promise<boolean> {
  const { rowCount } = await services.pool.query({
    name: 'battle-seen',
    text: `
      select from battle b where b.id = $1 and (b.group_id is null or exists (
        select from group_member m where m.group_id = b.group_id and m.user_id = $2 and m.status = 'IN')
        or $3 and exists (select from fighter f where f.battle_id = b.id and f.user_id = $2))`,
    values: [battleId, viewer?.userId ?? null, fighting],
  });
  return Boolean(rowCount);
}

/** Throws where the caller may not see the battle; whether there is such a one is not said. */
export async function requireSight(context: Context, battleId: string): Promise<void> {
  if (!(await seesBattle(context, battleId))) throw badUserInput('There is no such battle for you. Check battleId.');
}
