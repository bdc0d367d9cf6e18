import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { PauseReason, QuizPhase, QuizRole } from './quizState.ts';

/** Someone in a room as events show them. `person.displayName` is their name in this room. */
export interface MemberSeen {
  person: PersonRef;
  role: QuizRole;
  /** Whether they answer and are ranked. */
  plays: boolean;
  online: boolean;
  score: number;
  streak: number;
}

/** A place in the standings, from 1. */
export interface Placed {
  person: PersonRef;
  rank: number;
  score: number;
}

/** How a question went for one player: for that player's eyes, and after the end for the host's. */
export interface QuestionResult {
  userId: string;
  /** What was answered in time; null when nothing was. */
  options: number[] | null;
  correct: boolean;
  /** What the question gave, `bonus` included. */
  points: number;
  bonus: number;
  /** Right answers in a row, up to this one. */
  streak: number;
  /** All points so far. */
  score: number;
  rank: number;
}

/** A question that is asked: nothing here depends on what is right. */
export interface QuestionAsked {
  questionIndex: number;
  questionCount: number;
  body: string;
  options: string[];
  seconds: number;
  points: number;
  pictureUrl: string | null;
}

export type HostChange = 'TRANSFERRED' | 'HANDED_OVER' | 'RETURNED' | 'LEFT' | 'COHOST_ADDED';
/** FINISHED: after the last question. STOPPED: by a host. IDLE: nobody was there for too long. */
export type EndReason = 'FINISHED' | 'STOPPED' | 'IDLE';

/**
 * Everything that can happen in a room, with the values that result, never differences. Times are Unix milliseconds,
 * ids bare uuids. Only QuestionRevealed says anything about what is right.
 */
export type QuizEvent =
  | { type: 'MemberJoined'; members: MemberSeen[]; memberCount: number }
  | { type: 'MemberLeft'; person: PersonRef; memberCount: number }
  | { type: 'MemberKicked'; person: PersonRef; by: PersonRef; reason: string | null; memberCount: number }
  | { type: 'PresenceChanged'; members: { person: PersonRef; online: boolean }[]; onlineCount: number }
  | { type: 'HostChanged'; host: PersonRef; cohosts: PersonRef[]; because: HostChange }
  | ({ type: 'QuestionOpened'; deadline: number } & QuestionAsked)
  | { type: 'AnswerCounted'; questionIndex: number; answered: number; playerCount: number }
  | {
      type: 'QuestionRevealed';
      questionIndex: number;
      correctOptions: number[];
      explanation: string | null;
      /** How many chose each option. */
      distribution: number[];
      answered: number;
      /** Of everyone who plays: each viewer is shown their own. */
      results: QuestionResult[];
      /** The best, first to last. */
      standings: Placed[];
      /** When the quiz moves on by itself; null when it waits for a host. */
      deadline: number | null;
    }
  | {
      type: 'QuizPaused';
      pausedFrom: 'QUESTION' | 'REVEAL';
      questionIndex: number;
      /** Milliseconds left of the question or the intermission; null of a reveal that waits for a host. */
      remainingMs: number | null;
      because: PauseReason;
      by: PersonRef | null;
    }
  | { type: 'QuizResumed'; phase: QuizPhase; questionIndex: number; deadline: number | null; by: PersonRef }
  | { type: 'QuizEnded'; because: EndReason; by: PersonRef | null; questionsRevealed: number; podium: Placed[] };

export type QuizEventType = QuizEvent['type'];
