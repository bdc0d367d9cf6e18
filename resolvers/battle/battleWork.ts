import type { BattleAction, BattleRefusal, BattleState } from '../../rules/battleState.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';

/**
 * What a battle is asked: an action of the rules; to let go who has left its group; to tell who came or scored. By
 * whoever has made sure that everyone is done who may have looked before it began, to count what they scored; that
 * nothing can be scored in it any more, to end.
 */
export type BattleWork =
  | Exclude<BattleAction, { type: 'JOIN' }>
  | { type: 'JOIN'; person: PersonRef }
  | { type: 'DEPART'; userId: string }
  | { type: 'PULSE' }
  | { type: 'RECOUNT' }
  | { type: 'FINISH' };

export interface BattleOutcome {
  /** As it is after the work; null: there is no such battle, or none for who asks. */
  state: BattleState | null;
  refusal?: BattleRefusal | undefined;
  /** Of a pulse that came too soon after the last: when to try again. */
  retryAt?: number | undefined;
}
