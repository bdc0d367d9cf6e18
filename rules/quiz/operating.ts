import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import { wrongPhase } from './authority.ts';
import { endQuiz } from './course.ts';
import { succeedHost } from './hosting.ts';
import { sendOut } from './membership.ts';
import type { OperatorAction, QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';

/** What an operator does in a room. Each is a no-op where what it asks for is so already. */
export function operate(draft: QuizDraft, action: OperatorAction): QuizRefusal | undefined {
  if (action.type === 'EXPEL') return expel(draft, action);
  if (draft.room.phase !== 'ENDED') endQuiz(draft, 'OPERATOR', null, action.reason);
  return undefined;
}

/**
 * A kick as a host's, of cohosts and hosts too: a cohost takes over, the first who is online before the others. A host
 * without any stays, for a room has one: close it instead.
 */
function expel(
  draft: QuizDraft,
  { targetId, reason }: Extract<OperatorAction, { type: 'EXPEL' }>,
): QuizRefusal | undefined {
  const { room } = draft;
  if (room.phase === 'ENDED') return wrongPhase(draft);
  const target = draft.member(targetId);
  if (!target) return { refused: 'NOT_MEMBER', userId: targetId };
  if (target.status === 'KICKED') return undefined;
  if (targetId === room.hostId) {
    if (room.cohostIds.length === 0) return { refused: 'NOT_KICKABLE', because: 'HOST' };
    succeedHost(draft);
  }
  sendOut(draft, target, { byId: null, reason });
  return undefined;
}

/** Whether an event says what an operator did. */
export function isOperators(event: QuizRoomEvent): boolean {
  return (
    (event.type === 'QuizEnded' && event.because === 'OPERATOR') || (event.type === 'MemberKicked' && event.by === null)
  );
}
