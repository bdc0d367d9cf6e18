import type { MemberStatus } from '../../entities/quizRoom.ts';
import type { QuizRefusal } from './quizDecision.ts';
import type { QuizRoomState } from './quizState.ts';

/** Someone at the door, and what of the room matters to them. A query can answer all of it without every member. */
export interface Applicant {
  /** What they are to the room so far; null when they were never in it. */
  status: MemberStatus | null;
  /** Why they were kicked, if they were. */
  kickReason: string | null;
  /** How many are in now. */
  memberCount: number;
  /** The name they would have, and whether another member's has the same `lookAlikeKey`. */
  displayName: string;
  nameTaken: boolean;
}

/** Why somebody who is not in may not come in; undefined when they may. Who left returns as who they were. */
export function admissionRefusal(
  { phase, settings }: Pick<QuizRoomState, 'phase' | 'settings'>,
  { status, kickReason, memberCount, displayName, nameTaken }: Applicant,
): QuizRefusal | undefined {
  if (status === 'KICKED') return { refused: 'BANNED', reason: kickReason };
  if (phase === 'ENDED') return { refused: 'WRONG_PHASE', phase };
  if (status === null && phase !== 'LOBBY' && !settings.lateJoin) return { refused: 'LATE_JOIN_CLOSED' };
  if (memberCount >= settings.maxMembers) return { refused: 'ROOM_FULL', maxMembers: settings.maxMembers };
  if (status === null && nameTaken) return { refused: 'NAME_TAKEN', displayName };
  return undefined;
}
