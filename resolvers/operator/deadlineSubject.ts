import type { DeadlineKind } from '../../entities/deadline.ts';

/** What deadlines of each kind are about, by the name of its type in the API. */
const typeOf: Record<DeadlineKind, string> = {
  LOBBY: 'Game',
  THROW: 'Throw',
  ANSWER: 'Throw',
  RESET: 'Scoreboard',
  RESERVATION: 'Reservation',
  OPENING: 'Tournament',
  ENTRY: 'Tournament',
  FINISH: 'Tournament',
  QUESTION: 'QuizRoom',
  INTERMISSION: 'QuizRoom',
  HOST_GONE: 'QuizRoom',
  ROOM_IDLE: 'QuizRoom',
  BATTLE_SOON: 'Battle',
  BATTLE_BEGIN: 'Battle',
  BATTLE_STALE: 'Battle',
  BATTLE_COUNT: 'Battle',
  BATTLE_END: 'Battle',
};

/** The global id of what a deadline is about. */
export function deadlineSubject({ kind, subject }: { kind: DeadlineKind; subject: string }): string {
  return `${typeOf[kind]}:${subject}`;
}
