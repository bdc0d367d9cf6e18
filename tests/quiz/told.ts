import type { RoomEvent } from './play.ts';

/** What events tell of a room, as whoever follows it keeps it. */
export interface Told {
  phase: 'LOBBY' | 'QUESTION' | 'REVEAL' | 'PAUSED' | 'ENDED';
  pausedFrom: string | null;
  remainingMs: number | null;
  questionIndex: number | null;
  deadline: string | null;
  answered: number;
  body: string | null;
  correctOptions: readonly number[] | null;
  host: string | null;
  cohosts: string[];
}

export const untold: Told = {
  phase: 'LOBBY',
  pausedFrom: null,
  remainingMs: null,
  questionIndex: null,
  deadline: null,
  answered: 0,
  body: null,
  correctOptions: null,
  host: null,
  cohosts: [],
};

/** The room after an event. Events carry what results, so nothing has to be worked out. */
export function afterEvent(told: Told, event: RoomEvent): Told {
  switch (event.__typename) {
    case 'MemberJoined': {
      const host = event.members.find(({ role }) => role === 'HOST')?.person.id ?? told.host;
      return { ...told, host };
    }
    case 'MemberLeft':
    case 'MemberKicked':
      return { ...told, cohosts: told.cohosts.filter((id) => id !== event.person.id) };
    case 'HostChanged':
      return { ...told, host: event.host.id, cohosts: event.cohosts.map(({ id }) => id) };
    case 'QuestionOpened': {
      const { questionIndex, body, deadline = null } = event;
      return { ...told, phase: 'QUESTION', questionIndex, deadline, body, answered: 0, correctOptions: null };
    }
    case 'AnswerCounted':
      return { ...told, answered: event.answered };
    case 'QuestionRevealed': {
      const { correctOptions, answered, deadline = null } = event;
      return { ...told, phase: 'REVEAL', pausedFrom: null, remainingMs: null, correctOptions, answered, deadline };
    }
    case 'QuizPaused': {
      const { pausedFrom, remainingMs = null } = event;
      return { ...told, phase: 'PAUSED', pausedFrom, remainingMs, deadline: null };
    }
    case 'QuizResumed':
      return { ...told, phase: event.phase, pausedFrom: null, remainingMs: null, deadline: event.deadline ?? null };
    case 'QuizEnded':
      return { ...told, phase: 'ENDED', pausedFrom: null, remainingMs: null, deadline: null };
    case 'PresenceChanged':
    case 'StreamGap':
      return told;
  }
}
