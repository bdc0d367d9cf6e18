import type { NewEntry } from '../../subscriptions/eventLog.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import type { NoticeTo } from '../telegram/queueNotices.ts';

/** An event for one person's own stream. */
export interface PersonalEntry {
  stream: string;
  entry: NewEntry;
  /** What they are told of it elsewhere, if they want to be. */
  notice?: NoticeTo;
}

/** Whom a change of a game calls upon, on their own stream: to challenge a throw, or to answer for one. One at most. */
export function toldPlayer(gameId: string, events: readonly GameEvent[]): PersonalEntry | undefined {
  for (const event of events) {
    if (event.type === 'BallThrown') {
      const { throwId, thrower, cupId, challengeBy, cupOwner } = event;
      const entry = newEntry('User', { type: 'ThrowAgainstYou', gameId, throwId, thrower, cupId, challengeBy });
      return { stream: streamId('User', cupOwner.id), entry };
    }
    if (event.type === 'ThrowChallenged') {
      const { throwId, thrower, challenger, answerBy } = event;
      const entry = newEntry('User', { type: 'ChallengeAgainstYou', gameId, throwId, challenger, answerBy });
      const notice: NoticeTo = {
        users: [thrower.id],
        subject: throwId,
        notice: { kind: 'THROW_CHALLENGED', data: { challenger: challenger.displayName, answerBy } },
        usefulUntil: answerBy,
      };
      return { stream: streamId('User', thrower.id), entry, notice };
    }
  }
  return undefined;
}
