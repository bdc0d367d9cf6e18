import { endQuiz, moveOn } from './course.ts';
import { actOnAbsence } from './hosting.ts';
import { tellJoined } from './membership.ts';
import type { QuizDraft } from './quizDraft.ts';
import { closeQuestion } from './reveal.ts';
import { hostWindow, idleWindow, isDue, phaseWindow } from './windows.ts';

/**
 * Does what is due before any action counts, as of the draft's time: however late it runs, a reveal is seen in full. A
 * question past its time closes first, so that no answer is lost; then a room that is idle ends, and a host who is gone
 * is gone. Before any of it everyone who has come is told, for it may be about them.
 */
export function settleDue(draft: QuizDraft): void {
  const { room, now } = draft;
  const isOver = room.phase === 'QUESTION' && isDue(phaseWindow(room), now);
  if (!isOver && !isDue(idleWindow(room), now) && !isDue(hostWindow(room), now)) return;
  tellJoined(draft);
  if (isOver) closeQuestion(draft);
  if (isDue(idleWindow(room), now)) endQuiz(draft, 'IDLE', null);
  if (isDue(hostWindow(room), now)) actOnAbsence(draft);
}

/**
 * Ends an intermission that is over. After any action: who acts saw the reveal, and must not hit a question that opened
 * under their hand.
 */
export function settleIntermission(draft: QuizDraft): void {
  if (draft.room.phase !== 'REVEAL' || !isDue(phaseWindow(draft.room), draft.now)) return;
  tellJoined(draft);
  moveOn(draft);
}
