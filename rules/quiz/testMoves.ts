import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { deepFreeze } from '../testGame.ts';
import { answer, type AnswerOutcome } from './answer.ts';
import type { QuizAction, QuizOutcome } from './quizDecision.ts';
import { decide, needsAnswers } from './quizRoom.ts';
import type { QuizAnswerState, QuizRoomState } from './quizState.ts';
import { host } from './testPeople.ts';

/** Times in tests are milliseconds after the room opened; `at` makes the Unix time of it. */
export function at(ms: number): number {
  return Date.UTC(2026, 0, 1) + ms;
}

/** A room and the answers that are kept beside it, as a database would. */
export interface Kept {
  room: QuizRoomState;
  answers: readonly QuizAnswerState[];
}

/** What a move came to. */
export interface Played extends Kept, Pick<QuizOutcome, 'events' | 'scored' | 'deadline'> {
  refusal?: QuizOutcome['refusal'];
  answered?: AnswerOutcome;
}

/** Anything a test does. */
export type Move = (kept: Kept) => Played;

/** An action as a resolver carries it out: answers are handed in only when they are asked for. */
export function does(action: QuizAction, ms: number): Move {
  return ({ room, answers }) => {
    const wanted = needsAnswers(room, action, at(ms));
    const { questionIndex } = room;
    const these = answers.filter((given) => given.questionIndex === questionIndex);
    const { state, ...outcome } = decide(room, deepFreeze(action), at(ms), ...(wanted ? [these] : []));
    return { room: state, answers, ...outcome };
  };
}

export function answers(who: PersonRef, questionIndex: number, options: number[], ms: number): Move {
  return (kept) => {
    const isTheirs = (one: QuizAnswerState) => one.userId === who.id && one.questionIndex === questionIndex;
    const previous = kept.answers.find(isTheirs) ?? null;
    const member = kept.room.members.find(({ person }) => person.id === who.id) ?? null;
    const answered = answer(kept.room, member, { userId: who.id, questionIndex, options, previous }, at(ms));
    const written = 'answer' in answered && answered.written ? [answered.answer] : [];
    const stay = kept.answers.filter((one) => written.length === 0 || !isTheirs(one));
    return { ...kept, answers: [...stay, ...written], answered, events: [], scored: [], deadline: null };
  };
}

export function runs(type: 'START' | 'NEXT' | 'REVEAL' | 'PAUSE' | 'RESUME' | 'END', ms: number, who = host): Move {
  return does({ type, userId: who.id }, ms);
}

/** They are online from now on. */
export function presence(ms: number, ...people: PersonRef[]): Move {
  return does({ type: 'PRESENCE', changes: people.map(({ id }) => ({ userId: id, online: true })) }, ms);
}

/** They are offline from now on. */
export function absence(ms: number, ...people: PersonRef[]): Move {
  return does({ type: 'PRESENCE', changes: people.map(({ id }) => ({ userId: id, online: false })) }, ms);
}

/** What a batch of answers leads to. */
export function counts(ms: number): Move {
  return (kept) => {
    const questionIndex = kept.room.questionIndex ?? 0;
    const those = kept.answers.filter((given) => given.questionIndex === questionIndex);
    return does({ type: 'COUNT', questionIndex, answeredBy: those.map(({ userId }) => userId) }, ms)(kept);
  };
}

export function due(ms: number): Move {
  return does({ type: 'DUE' }, ms);
}
