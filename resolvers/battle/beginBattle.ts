import type { Battle } from '../../entities/battle.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { actInBattle } from './actInBattle.ts';

/** Begins a battle. Beginning twice is a no-op. For its host. */
export async function beginBattle(context: Context, { battleId }: { battleId: string }): Promise<Battle> {
  const { userId } = requireViewer(context);
  await context.services.limits.take('battleActionsPerUser', userId);
  return actInBattle(context, battleId, { type: 'BEGIN', userId });
}
