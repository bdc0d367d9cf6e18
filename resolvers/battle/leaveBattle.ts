import type { Battle } from '../../entities/battle.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { actInBattle } from './actInBattle.ts';

/** Leaves a battle that waits. Leaving twice is a no-op. */
export async function leaveBattle(context: Context, { battleId }: { battleId: string }): Promise<Battle> {
  const { userId } = requireViewer(context);
  await context.services.limits.take('battleActionsPerUser', userId);
  return actInBattle(context, battleId, { type: 'LEAVE', userId });
}
