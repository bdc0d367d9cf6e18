import type { MemberStatus, QuizPhase, RoomSettings } from '../../entities/quizRoom.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { QuizQuestion } from './quizDefinition.ts';

export interface QuizMemberState {
  /** `displayName` is the one in this room. */
  person: PersonRef;
  /** The name's `lookAlikeKey`: one of each in a room. */
  nameKey: string;
  /** The order in which people came. */
  seat: number;
  status: MemberStatus;
  /** Whether their coming has been told. */
  announced: boolean;
  /** Whether they answer and are ranked. */
  plays: boolean;
  /** Whether a socket of theirs is known to be open. */
  online: boolean;
  /** The sum of what their answers gave. */
  score: number;
  /** Right answers in a row. */
  streak: number;
  /** When the score last rose: of equal scores the earlier ranks higher. */
  scoredAt: number | null;
  joinedAt: number;
  /** Only of KICKED; by an operator where `byId` is null. */
  kick: { byId: string | null; reason: string | null; at: number } | null;
}

/**
 * A room as the rules see it: times are Unix milliseconds, durations milliseconds, ids bare uuids, indexes count from 0. Answers are kept apart from it and handed in when a question closes.
 */
export interface QuizRoomState {
  id: string;
  phase: QuizPhase;
  /** The question in play or revealed last; null in the lobby. */
  questionIndex: number | null;
  /** When a QUESTION closes, or a REVEAL moves on by itself; null in any other phase, and where a host moves on. */
  endsAt: number | null;
  /** Of PAUSED: what goes on afterwards, and how much of `endsAt` is left to it. */
  pausedFrom: 'QUESTION' | 'REVEAL' | null;
  remainingMs: number | null;
  /** How many of the question's answers were last announced. */
  answered: number;
  /** Always somebody IN. */
  hostId: string;
  /** Whose room it is while a cohost fills in for them. */
  heldFor: string | null;
  /** In the order in which they were made cohosts, all IN, the host not among them. */
  cohostIds: string[];
  /** When the host's absence has consequences; past while they wait for a cohost to come; null while there are none to come. */
  hostGoneBy: number | null;
  /** Since when nobody was online or did anything; null while somebody is online. */
  emptySince: number | null;
  settings: RoomSettings;
  /** A frozen copy. */
  questions: readonly QuizQuestion[];
  /** Everyone who was ever in, but those who left the lobby again. By seat. */
  members: readonly QuizMemberState[];
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
}

/** One answer: a row of its own, unique by user and question. */
export interface QuizAnswerState {
  userId: string;
  questionIndex: number;
  /** Ascending. */
  options: number[];
  /** When the server received it. */
  answeredAt: number;
  /** The question's time used by then, pauses left out. */
  elapsedMs: number;
}
