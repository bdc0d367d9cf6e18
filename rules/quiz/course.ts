import type { PauseReason } from '../../entities/quizRoom.ts';
import type { EndReason } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { asked, durationMs, questionInPlay } from './question.ts';
import type { QuizDraft } from './quizDraft.ts';
import type { QuizMemberState, QuizRoomState } from './quizState.ts';
import { closeQuestion } from './reveal.ts';
import { onPodium, placed, ranking } from './standings.ts';

/** Opens the question after the one revealed last, the first in a lobby; after the last one the quiz ends. */
export function moveOn(draft: QuizDraft): void {
  const { room, now } = draft;
  const next = (room.questionIndex ?? -1) + 1;
  const question = room.questions[next];
  const shown = asked(room, next);
  if (!question || !shown) {
    endQuiz(draft, 'FINISHED', null);
    return;
  }
  room.phase = 'QUESTION';
  room.questionIndex = next;
  room.answered = 0;
  room.endsAt = now + durationMs(question);
  draft.say({ type: 'QuestionOpened', ...shown, deadline: room.endsAt });
}

/** Stops the clock of a question or a reveal. Anything else goes on as it is. */
export function pauseQuiz(draft: QuizDraft, because: PauseReason, by: PersonRef | null): void {
  const { room, now } = draft;
  const { phase, questionIndex, endsAt } = room;
  if ((phase !== 'QUESTION' && phase !== 'REVEAL') || questionIndex === null) return;
  const remainingMs = endsAt === null ? null : Math.max(0, endsAt - now);
  room.phase = 'PAUSED';
  room.pausedFrom = phase;
  room.remainingMs = remainingMs;
  room.endsAt = null;
  draft.say({ type: 'QuizPaused', pausedFrom: phase, questionIndex, remainingMs, because, by });
}

/** Starts the clock again with what was left on it. */
export function resumeQuiz(draft: QuizDraft, by: PersonRef): void {
  const { room, now } = draft;
  const { pausedFrom, questionIndex, remainingMs } = room;
  if (!pausedFrom || questionIndex === null) return;
  room.phase = pausedFrom;
  room.pausedFrom = null;
  room.remainingMs = null;
  room.endsAt = remainingMs === null ? null : now + remainingMs;
  draft.say({ type: 'QuizResumed', phase: pausedFrom, questionIndex, deadline: room.endsAt, by });
}

/**
 * Ends the quiz for good. A question in play is closed first: its answers count.
 * @param reason why an operator does
 */
export function endQuiz(draft: QuizDraft, because: EndReason, by: PersonRef | null, reason?: string): void {
  const { room, now } = draft;
  if ((room.pausedFrom ?? room.phase) === 'QUESTION') closeQuestion(draft);
  const questionsRevealed = (room.questionIndex ?? -1) + 1;
  room.phase = 'ENDED';
  room.endsAt = null;
  room.pausedFrom = null;
  room.remainingMs = null;
  room.hostGoneBy = null;
  room.emptySince = null;
  room.endedAt = now;
  const podium = questionsRevealed > 0 ? placed(ranking(room.members), onPodium) : [];
  draft.say({ type: 'QuizEnded', because, by, ...(reason !== undefined && { reason }), questionsRevealed, podium });
}

/** Tells how many have answered, when more have than was told before. */
export function countAnswers(draft: QuizDraft, questionIndex: number, answeredBy: readonly string[]): void {
  const { room } = draft;
  if (room.phase !== 'QUESTION' || questionInPlay(room).index !== questionIndex) return;
  const those = new Set(answeredBy);
  const players = playersIn(room);
  const answered = players.filter(({ person }) => those.has(person.id)).length;
  if (answered > room.answered) {
    room.answered = answered;
    draft.say({ type: 'AnswerCounted', questionIndex, answered, playerCount: players.length });
  }
  revealEarly(draft, answeredBy);
}

/**
 * Reveals once everyone online who plays has answered, where that is the setting.
 * @param answeredBy without it, whoever gave the answers that were handed in
 */
export function revealEarly(draft: QuizDraft, answeredBy?: readonly string[]): void {
  const { room } = draft;
  if (room.phase !== 'QUESTION' || !room.settings.revealEarly) return;
  const those = new Set(answeredBy ?? draft.answers().map(({ userId }) => userId));
  const online = playersIn(room).filter((member) => member.online);
  if (online.length > 0 && online.every(({ person }) => those.has(person.id))) closeQuestion(draft);
}

function playersIn({ members }: QuizRoomState): QuizMemberState[] {
  return members.filter(({ plays, status }) => plays && status === 'IN');
}
