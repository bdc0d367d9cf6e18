import type { BattleEvent } from '../../subscriptions/battleEvent.ts';
import type { Follower } from '../../subscriptions/follower.ts';
import type { Context } from '../context.ts';
import { followStream } from '../stream/followStream.ts';
import { requireSight } from './battleAccess.ts';

/** Follows a battle. For whoever may see it. */
export async function battleEvents(
  context: Context,
  { battleId, after }: { battleId: string; after?: string | null | undefined },
): Promise<Follower<BattleEvent>> {
  await requireSight(context, battleId);
  return followStream(context, 'Battle', battleId, after);
}
