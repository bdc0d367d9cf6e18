import { endQuiz, moveOn } from './course.ts';
import { actOnAbsence } from './hosting.ts';
import type { QuizDraft } from './quizDraft.ts';
import { closeQuestion } from './reveal.ts';
import { hostWindow, idleWindow, isDue, phaseWindow } from './windows.ts';

/**
 * Does whatever is due at the draft's time, as of that time: however late it runs, a reveal is seen in full. A question
 * past its time closes before anything else, so that no answer is lost; a room that is idle ends; an absent host stops
 * the quiz before it moves on.
 */
export function settleDue(draft: QuizDraft): void {
  const { room, now } = draft;
  if (room.phase === 'QUESTION' && isDue(phaseWindow(room), now)) closeQuestion(draft);
  if (isDue(idleWindow(room), now)) endQuiz(draft, 'IDLE', null);
  if (isDue(hostWindow(room), now)) actOnAbsence(draft);
  if (room.phase === 'REVEAL' && isDue(phaseWindow(room), now)) moveOn(draft);
}
