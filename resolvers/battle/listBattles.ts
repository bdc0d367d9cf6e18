import { Battle, type BattleStatus } from '../../entities/battle.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';
import { openTo } from './battleAccess.ts';

/** Battles that the caller may see, the newest first; of one status, if so asked. */
export function listBattles(
  { em, viewer }: Context,
  { status, ...page }: PageArgs & { status?: BattleStatus | null | undefined },
) {
  const where = { ...openTo(viewer?.userId), ...(status && { status }) };
  return em.findByCursor(Battle, { where, orderBy: { id: 'desc' }, ...pageOf(page) });
}
