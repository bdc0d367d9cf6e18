import type { QuizMemberState, QuizRoomState } from './quizState.ts';
import { roomIdleMs } from './roomSettings.ts';

export type QuizDeadlineKind = 'QUESTION' | 'INTERMISSION' | 'HOST_GONE' | 'ROOM_IDLE';

export interface QuizDeadline {
  kind: QuizDeadlineKind;
  /** Unix milliseconds. */
  dueAt: number;
}

/** Of all that would happen in a room by itself, what comes first; null when nothing would. */
export function deadlineOf(room: QuizRoomState): QuizDeadline | null {
  const windows = [phaseWindow(room), hostWindow(room), idleWindow(room)].filter((one) => one !== null);
  return windows.reduce<QuizDeadline | null>((first, one) => (first && first.dueAt <= one.dueAt ? first : one), null);
}

export function phaseWindow({ phase, endsAt }: QuizRoomState): QuizDeadline | null {
  return endsAt === null ? null : { kind: phase === 'QUESTION' ? 'QUESTION' : 'INTERMISSION', dueAt: endsAt };
}

/** A host's absence matters where there is something to pause, or somebody to hand over to. */
export function hostWindow(room: QuizRoomState): QuizDeadline | null {
  const { phase, hostGoneBy, settings } = room;
  if (phase === 'ENDED' || hostGoneBy === null) return null;
  const running = phase === 'QUESTION' || phase === 'REVEAL';
  const replaceable = settings.whenHostGone === 'HAND_OVER' && firstCohostOnline(room) !== undefined;
  return running || replaceable ? { kind: 'HOST_GONE', dueAt: hostGoneBy } : null;
}

export function idleWindow({ phase, emptySince }: QuizRoomState): QuizDeadline | null {
  if (phase === 'ENDED' || emptySince === null) return null;
  return { kind: 'ROOM_IDLE', dueAt: emptySince + roomIdleMs };
}

/** Whether a window is past. */
export function isDue(window: QuizDeadline | null, now: number): boolean {
  return window !== null && now >= window.dueAt;
}

export function firstCohostOnline({ cohostIds, members }: QuizRoomState): QuizMemberState | undefined {
  const online = new Map(members.filter((member) => member.online).map((member) => [member.person.id, member]));
  return cohostIds.map((id) => online.get(id)).find((member) => member !== undefined);
}
