/**
 * What closes when nobody acts. A row of `deadline` exists exactly while its window is open: it is written by the
 * transaction that opens the window and deleted by the one that closes it.
 */
export const deadlineKinds = [
  'LOBBY',
  'THROW',
  'ANSWER',
  'RESET',
  'RESERVATION',
  'OPENING',
  'ENTRY',
  'FINISH',
  'QUESTION',
  'INTERMISSION',
  'HOST_GONE',
  'ROOM_IDLE',
  'BATTLE_SOON',
  'BATTLE_BEGIN',
  'BATTLE_STALE',
  'BATTLE_COUNT',
  'BATTLE_END',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export interface Deadline {
  kind: DeadlineKind;
  /**
   * Id of what the window belongs to: a throw, a game (LOBBY), a board (RESET), a reservation, a quiz room (QUESTION to
   * ROOM_IDLE), a battle (BATTLE_SOON to BATTLE_END), else a tournament.
   */
  subject: string;
  /** Unix time in milliseconds. */
  dueAt: number;
}
