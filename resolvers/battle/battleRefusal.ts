import type { BattleRefusal } from '../../rules/battleState.ts';
import { type ExpectedError, NotHostError } from '../errors.ts';
import { BattleFullError, BattleNotWaitingError, NotEnoughFightersError, TooManyBattlesError } from './battleErrors.ts';

/** What the API calls a refusal of the rules. */
export function battleRefusal(refusal: BattleRefusal): ExpectedError {
  switch (refusal.refused) {
    case 'NOT_HOST':
      return new NotHostError(refusal.host.displayName);
    case 'NOT_WAITING':
      return new BattleNotWaitingError(refusal.status);
    case 'FULL':
      return new BattleFullError(refusal.maxFighters);
    case 'TOO_MANY_BATTLES':
      return new TooManyBattlesError(refusal.most);
    case 'NOT_ENOUGH':
      return new NotEnoughFightersError(refusal.fighters, refusal.needed);
  }
}
