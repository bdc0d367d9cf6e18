import type { DeadlineKind } from '../entities/deadline.ts';
import { settleBattle } from './battle/settleBattle.ts';
import { expireReservation } from './coins/settleReservation.ts';
import { settleDeadline } from './game/settleDeadline.ts';
import { resetScoreboard } from './scoreboard/resetScoreboard.ts';
import { settleRoom } from './quizRoom/settleRoom.ts';
import type { Services } from './services.ts';
import { takeSteps } from './tournament/takeSteps.ts';

/** A window that nobody closed in time. */
export interface DueWindow {
  kind: DeadlineKind;
  subject: string;
  /** Of throws and lobbies. */
  gameId: string | null;
}

/** What the deadline clock and the sweep call: does what is due by the operation of its kind. Idempotent. */
export async function settleDue(services: Services, { kind, subject, gameId }: DueWindow): Promise<void> {
  switch (kind) {
    case 'LOBBY':
    case 'THROW':
    case 'ANSWER':
      if (!gameId) throw new RangeError(`The deadline ${kind} ${subject} names no game`);
      return settleDeadline(services, { kind, subject }, gameId);
    case 'RESET':
      return resetScoreboard(services, subject);
    case 'RESERVATION':
      return expireReservation(services, subject);
    case 'OPENING':
    case 'ENTRY':
    case 'FINISH':
      return takeSteps(services, subject);
    case 'QUESTION':
    case 'INTERMISSION':
    case 'HOST_GONE':
    case 'ROOM_IDLE':
      return settleRoom(services, subject);
    case 'BATTLE_SOON':
    case 'BATTLE_BEGIN':
    case 'BATTLE_STALE':
    case 'BATTLE_COUNT':
    case 'BATTLE_END':
      return settleBattle(services, subject);
  }
}
