import type { RoomSettings } from '../../entities/quizRoom.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { QuizRoomEvent, QuizRoomEventType } from '../../subscriptions/quizRoomEvent.ts';
import { deepFreeze, found } from '../testGame.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import type { ScoredAnswer } from './quizDecision.ts';
import { openRoom } from './quizRoom.ts';
import type { QuizMemberState, QuizRoomState } from './quizState.ts';
import { defaultRoomSettings } from './roomSettings.ts';
import { appoints, joins } from './testMembership.ts';
import { at, due, type Kept, type Move, type Played, presence, runs } from './testMoves.ts';
import { cora, host, paul, quinn } from './testPeople.ts';

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

/** A lobby with its host and `members`, everybody told of, nobody online. */
export function lobby(changes: Partial<RoomSettings> = {}, members: readonly PersonRef[] = [cora, paul, quinn]): Kept {
  const settings = { ...defaultRoomSettings, ...changes };
  const { state } = openRoom({ id: 'room', settings, questions: testQuestions, host }, at(0));
  return play({ room: state, answers: [] }, ...members.map((who) => joins(who, 0)), due(0));
}

/** A quiz started at 0, everybody online, cora a cohost. */
export function running(changes: Partial<RoomSettings> = {}): Kept {
  const everyone = [host, cora, paul, quinn];
  return play(lobby(changes), presence(0, ...everyone), appoints(host, cora, 0), runs('START', 0));
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
