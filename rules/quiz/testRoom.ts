import type { RoomSettings } from '../../entities/quizRoom.ts';
import type { QuizRoomEvent, QuizRoomEventType } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { deepFreeze, found } from '../testGame.ts';
import { answer, type AnswerOutcome } from './answer.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import { decide, needsAnswers, openRoom } from './quizRoom.ts';
import type { QuizAction, QuizOutcome, ScoredAnswer } from './quizDecision.ts';
import type { QuizAnswerState, QuizMemberState, QuizRoomState } from './quizState.ts';
import { defaultRoomSettings } from './roomSettings.ts';

/** Times in tests are milliseconds after the room opened; `at` makes the Unix time of it. */
export function at(ms: number): number {
  return Date.UTC(2026, 0, 1) + ms;
}

function person(handle: string): PersonRef {
  return { id: `id-of-${handle}`, handle, displayName: `The ${handle}` };
}
export const host = person('host');
export const cora = person('cora');
export const paul = person('paul');
export const quinn = person('quinn');
export const rosa = person('rosa');

/** Three questions of 10, 20 and 30 seconds; the first option is right, then the second, then the two last. */
export const testQuestions: readonly QuizQuestion[] = [[0], [1], [1, 2]].map((correctOptions, index) => ({
  body: `Question ${index}?`,
  options: [`a${index}`, `b${index}`, `c${index}`],
  correctOptions,
  seconds: (index + 1) * 10,
  points: 1_000,
  pictureUrl: null,
  explanation: `explanation-of-${index}`,
}));

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
    const member = memberOf(kept.room, who) ?? null;
    const answered = answer(kept.room, member, { userId: who.id, questionIndex, options, previous }, at(ms));
    const written = 'answer' in answered && answered.written ? [answered.answer] : [];
    const stay = kept.answers.filter((one) => written.length === 0 || !isTheirs(one));
    return { ...kept, answers: [...stay, ...written], answered, events: [], scored: [], deadline: null };
  };
}

/** Makes the moves one after another: all their events and scores, the rest of the last. States are frozen between. */
export function play(kept: Kept, ...moves: readonly Move[]): Played {
  let last: Played = { ...kept, events: [], scored: [], deadline: null };
  const events: QuizRoomEvent[] = [];
  const scored: ScoredAnswer[] = [];
  for (const move of moves) {
    last = move(deepFreeze(last));
    events.push(...last.events);
    scored.push(...last.scored);
  }
  return { ...last, events, scored };
}

/** What the last of the moves is refused for. */
export function refusal(kept: Kept, ...moves: readonly Move[]): Played['refusal'] {
  return play(kept, ...moves).refusal;
}

/** A lobby with its host and `members`, nobody online. */
export function lobby(changes: Partial<RoomSettings> = {}, members: readonly PersonRef[] = [cora, paul, quinn]): Kept {
  const settings = { ...defaultRoomSettings, ...changes };
  const { state } = openRoom({ id: 'room', settings, questions: testQuestions, host }, at(0));
  return play({ room: state, answers: [] }, ...members.map((who) => joins(who, 0)));
}

/** A quiz started at 0, everybody online, cora a cohost. */
export function running(changes: Partial<RoomSettings> = {}): Kept {
  const everyone = [host, cora, paul, quinn];
  return play(lobby(changes), presence(0, ...everyone), appoints(host, cora, 0), runs('START', 0));
}

export function joins(who: PersonRef, ms: number, displayName?: string): Move {
  return does({ type: 'JOIN', person: who, displayName }, ms);
}

export function leaves(who: PersonRef, ms: number): Move {
  return does({ type: 'LEAVE', userId: who.id }, ms);
}

export function runs(type: 'START' | 'NEXT' | 'REVEAL' | 'PAUSE' | 'RESUME' | 'END', ms: number, who = host): Move {
  return does({ type, userId: who.id }, ms);
}

export function kicks(who: PersonRef, target: PersonRef, ms: number, reason: string | null = null): Move {
  return does({ type: 'KICK', userId: who.id, targetId: target.id, reason }, ms);
}

export function appoints(who: PersonRef, target: PersonRef, ms: number): Move {
  return does({ type: 'ADD_COHOST', userId: who.id, targetId: target.id }, ms);
}

export function transfers(who: PersonRef, target: PersonRef, ms: number): Move {
  return does({ type: 'TRANSFER_HOST', userId: who.id, targetId: target.id }, ms);
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

export function memberOf({ members }: QuizRoomState, { id }: PersonRef): QuizMemberState | undefined {
  return members.find(({ person }) => person.id === id);
}

export function scoreOfMember({ room }: Kept, who: PersonRef): number {
  return found(memberOf(room, who)).score;
}

export function typesOf(events: readonly QuizRoomEvent[]): QuizRoomEventType[] {
  return events.map(({ type }) => type);
}

/** The last event of a type. */
export function lastOf<Type extends QuizRoomEventType>(
  events: readonly QuizRoomEvent[],
  type: Type,
): Extract<QuizRoomEvent, { type: Type }> {
  return found(events.findLast((event): event is Extract<QuizRoomEvent, { type: Type }> => event.type === type));
}
