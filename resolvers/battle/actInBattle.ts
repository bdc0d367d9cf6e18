import { Battle } from '../../entities/battle.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import type { BattleWork } from './battleWork.ts';
import { battleRefusal } from './battleRefusal.ts';
import { seesBattle } from './battleAccess.ts';
import { changeBattle } from './changeBattle.ts';

/**
 * Does something in a battle that the caller may see, and reads it as it is then; who fights in it leaves it even unseen.
 * Throws what the rules refuse.
 */
export async function actInBattle(context: Context, battleId: string, action: BattleWork): Promise<Battle> {
  const { services, em } = context;
  if (!(await seesBattle(context, battleId, action.type === 'LEAVE'))) throw new NotFoundError('battle');
  const { state, refusal } = await changeBattle(services, battleId, action);
  if (!state) throw new NotFoundError('battle');
  // Whoever comes is told of later, with others.
  if (action.type === 'JOIN') services.battles.pulse(battleId);
  if (refusal) throw battleRefusal(refusal);
  em.clear();
  return em.findOneOrFail(Battle, battleId);
}
