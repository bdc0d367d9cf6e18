import type { QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';

/** Host and cohosts run a quiz. */
export function notRunning(draft: QuizDraft, userId: string): QuizRefusal | undefined {
  return draft.roleOf(userId) === 'PLAYER' ? notHost(draft, true) : undefined;
}

/** @param cohostsMay whether a cohost would have been as good */
export function notHost(draft: QuizDraft, cohostsMay: boolean): QuizRefusal {
  return { refused: 'NOT_HOST', host: draft.person(draft.room.hostId), cohostsMay };
}

export function wrongPhase({ room: { phase } }: QuizDraft): QuizRefusal {
  return { refused: 'WRONG_PHASE', phase };
}
