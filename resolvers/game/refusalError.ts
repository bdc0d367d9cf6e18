import type { Refusal } from '../../rules/gameState.ts';
import {
  AlreadyChallengedError,
  AnswerWindowClosedError,
  ChallengeWindowClosedError,
  type ExpectedError,
  GameFullError,
  GameNotJoinableError,
  NoChallengesLeftError,
  NotChallengedError,
  NotCupOwnerError,
  NotEnoughPlayersError,
  NotFoundError,
  NotHostError,
  NotThrowerError,
} from '../errors.ts';
import type { ChangedGame } from './changeGame.ts';

/** The change when the rules let the action through; otherwise throws what the API calls their refusal. */
export function accepted(changed: ChangedGame | undefined): ChangedGame {
  if (!changed) throw new NotFoundError('game');
  if (changed.outcome.refusal) throw refusalError(changed.outcome.refusal);
  return changed;
}

function refusalError(refusal: Refusal): ExpectedError {
  switch (refusal.refused) {
    case 'GAME_FULL':
      return new GameFullError(refusal.maxPlayers);
    case 'GAME_NOT_JOINABLE':
      return new GameNotJoinableError(refusal.status);
    case 'NOT_HOST':
      return new NotHostError(refusal.host.displayName);
    case 'NOT_ENOUGH_PLAYERS':
      return new NotEnoughPlayersError(refusal.players, refusal.needed);
    case 'NOT_FOUND':
      return new NotFoundError('throw');
    case 'NOT_CUP_OWNER':
      return new NotCupOwnerError();
    case 'NO_CHALLENGES_LEFT':
      return new NoChallengesLeftError(refusal.challengesPerPlayer);
    case 'CHALLENGE_WINDOW_CLOSED': {
      const { challengeBy, voided } = refusal;
      return new ChallengeWindowClosedError(challengeBy === null ? null : new Date(challengeBy), voided);
    }
    case 'ALREADY_CHALLENGED':
      return new AlreadyChallengedError(new Date(refusal.answerBy));
    case 'NOT_THROWER':
      return new NotThrowerError();
    case 'NOT_CHALLENGED':
      return new NotChallengedError();
    case 'ANSWER_WINDOW_CLOSED':
      return new AnswerWindowClosedError(new Date(refusal.answerBy));
  }
}
