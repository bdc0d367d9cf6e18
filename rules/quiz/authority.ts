import type { QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';

/** Host and cohosts run a quiz. */
export function notRunning(draft: QuizDraft, userId: string): QuizRefusal | undefined {
  return draft.roleOf(userId) === 'PLAYER' ? notHost(draft) : undefined;
}

export function notHost(draft: QuizDraft): QuizRefusal {
  return { refused: 'NOT_HOST', host: draft.person(draft.room.hostId) };
}

export function wrongPhase({ room: { phase } }: QuizDraft): QuizRefusal {
  return { refused: 'WRONG_PHASE', phase };
}
