import { notRunning, wrongPhase } from './authority.ts';
import { endQuiz, moveOn, pauseQuiz, resumeQuiz } from './course.ts';
import { restartAbsence } from './hosting.ts';
import type { QuizAction, QuizRefusal } from './quizDecision.ts';
import type { QuizDraft } from './quizDraft.ts';
import { closeQuestion } from './reveal.ts';
import { firstCohostOnline } from './windows.ts';

/** What a host or cohost does with a quiz. */
export type RunAction = Extract<QuizAction, { type: 'START' | 'NEXT' | 'REVEAL' | 'PAUSE' | 'RESUME' | 'END' }>;

/** Each is a no-op where what it asks for is so already. */
export function run(draft: QuizDraft, action: RunAction): QuizRefusal | undefined {
  const refusal = notRunning(draft, action.userId);
  if (refusal) return refusal;
  switch (action.type) {
    case 'START':
      return start(draft, action.userId);
    case 'NEXT':
      return next(draft, action.afterIndex ?? null);
    case 'REVEAL':
      return reveal(draft, action.questionIndex ?? null);
    case 'PAUSE':
      return pause(draft, action.userId);
    case 'RESUME':
      return resume(draft, action.userId);
    case 'END':
      if (draft.room.phase !== 'ENDED') endQuiz(draft, 'STOPPED', draft.person(action.userId));
      return undefined;
  }
}

function start(draft: QuizDraft, userId: string): QuizRefusal | undefined {
  const { room, now } = draft;
  if (room.phase === 'ENDED') return wrongPhase(draft);
  if (room.phase !== 'LOBBY') return undefined;
  room.startedAt = now;
  moveOn(draft);
  goOnWithoutHost(draft, userId);
  return undefined;
}

/** From a reveal to the next question, or the end. @param afterIndex the reveal that the caller saw */
function next(draft: QuizDraft, afterIndex: number | null): QuizRefusal | undefined {
  const { questionIndex, phase } = draft.room;
  const reached = questionIndex ?? -1;
  if (afterIndex !== null && (afterIndex < reached || (afterIndex === reached && phase === 'ENDED'))) return undefined;
  if (phase !== 'REVEAL' || (afterIndex ?? reached) !== reached) return wrongPhase(draft);
  // A question that was past its time closed just now: nobody has seen what is to be left behind.
  if (draft.events.some(({ type }) => type === 'QuestionRevealed'))
    return { refused: 'WRONG_PHASE', phase: 'QUESTION' };
  moveOn(draft);
  return undefined;
}

/** @param index the question that the caller saw open */
function reveal(draft: QuizDraft, index: number | null): QuizRefusal | undefined {
  const { questionIndex, phase } = draft.room;
  const reached = questionIndex ?? -1;
  const over = phase === 'REVEAL' || phase === 'ENDED';
  if (index === null ? phase === 'REVEAL' : index < reached || (index === reached && over)) return undefined;
  if (phase !== 'QUESTION' || (index ?? reached) !== reached) return wrongPhase(draft);
  closeQuestion(draft);
  return undefined;
}

function pause(draft: QuizDraft, userId: string): QuizRefusal | undefined {
  const { phase } = draft.room;
  if (phase === 'LOBBY' || phase === 'ENDED') return wrongPhase(draft);
  pauseQuiz(draft, 'HOST', draft.person(userId));
  return undefined;
}

function resume(draft: QuizDraft, userId: string): QuizRefusal | undefined {
  const { phase } = draft.room;
  if (phase === 'LOBBY' || phase === 'ENDED') return wrongPhase(draft);
  if (phase !== 'PAUSED') return undefined;
  resumeQuiz(draft, draft.person(userId));
  goOnWithoutHost(draft, userId);
  return undefined;
}

/**
 * A cohost who lets the quiz run while its host is away answers for it: this absence pauses it no more. Where they could
 * fill in but have no socket, neither.
 */
function goOnWithoutHost(draft: QuizDraft, userId: string): void {
  const { room } = draft;
  if (userId === room.hostId) return;
  if (room.settings.whenHostGone === 'HAND_OVER' && firstCohostOnline(room)) restartAbsence(draft);
  else room.hostGoneBy = null;
}
