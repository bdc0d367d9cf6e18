import type { Battle } from '../../entities/battle.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { personOf } from '../quizRoom/personOf.ts';
import { actInBattle } from './actInBattle.ts';

/** Joins a battle that waits. Joining twice is a no-op. */
export async function joinBattle(context: Context, { battleId }: { battleId: string }): Promise<Battle> {
  const { userId } = requireViewer(context);
  await context.services.limits.take('battleActionsPerUser', userId);
  const person = await personOf(context.services, userId);
  return actInBattle(context, battleId, { type: 'JOIN', person });
}
