import type { QuizPhase } from '../../entities/quizRoom.ts';
import type { QuizRoomEvent } from '../../subscriptions/quizRoomEvent.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import type { QuizRoomState } from './quizState.ts';
import type { Mark } from './scoring.ts';
import type { QuizDeadline } from './windows.ts';

/** What an answer turned out to be: to be written to its row, and its points to the ledger. */
export interface ScoredAnswer extends Omit<Mark, 'streak'> {
  userId: string;
  questionIndex: number;
}

/** Something that somebody does, or that happens. Whether the caller knew PIN or invitation is the resolver's to check. */
export type QuizAction =
  | { type: 'START' | 'PAUSE' | 'RESUME' | 'END'; userId: string }
  /** With `afterIndex`, asked twice it moves once. */
  | { type: 'NEXT'; userId: string; afterIndex?: number | null | undefined }
  /** With `questionIndex`, asked twice it closes one question. */
  | { type: 'REVEAL'; userId: string; questionIndex?: number | null | undefined }
  /** Without a name for the room, the person's own. */
  | { type: 'JOIN'; person: PersonRef; displayName?: string | null | undefined }
  | { type: 'LEAVE'; userId: string }
  | { type: 'KICK'; userId: string; targetId: string; reason: string | null }
  | { type: 'TRANSFER_HOST' | 'ADD_COHOST'; userId: string; targetId: string }
  /** Who came online or went offline for certain; the host's going and coming is in here too. A COUNT comes after it. */
  | { type: 'PRESENCE'; changes: readonly { userId: string; online: boolean }[] }
  /** Everyone who has answered this question so far. Reveals early where that is the setting. */
  | { type: 'COUNT'; questionIndex: number; answeredBy: readonly string[] }
  /** A deadline has come. */
  | { type: 'DUE' }
  | OperatorAction;

/** What an operator of the server does, who is not in the room. */
export type OperatorAction =
  | { type: 'CLOSE'; reason: string }
  /** A kick. */
  | { type: 'EXPEL'; targetId: string; reason: string };

/** Why an action did nothing, with the facts its error shows. */
export type QuizRefusal =
  /** `cohostsMay`: what was asked is for cohosts too. */
  | { refused: 'NOT_HOST'; host: PersonRef; cohostsMay: boolean }
  | { refused: 'WRONG_PHASE'; phase: QuizPhase }
  | { refused: 'NOT_MEMBER'; userId: string }
  | { refused: 'BANNED'; reason: string | null }
  | { refused: 'LATE_JOIN_CLOSED' }
  | { refused: 'ROOM_FULL'; maxMembers: number }
  | { refused: 'NAME_UNFIT'; problem: string }
  | { refused: 'NAME_TAKEN'; displayName: string }
  /** SELF: nobody kicks themselves. HOST: nobody kicks the host. COHOST: only the host kicks a cohost. */
  | { refused: 'NOT_KICKABLE'; because: 'SELF' | 'HOST' | 'COHOST' };

/** What became of an action. A refusal may stand beside changes: what was due came first. */
export interface QuizOutcome {
  /** The very object handed in when nothing changed; members that did not change are the same objects too. */
  state: QuizRoomState;
  events: QuizRoomEvent[];
  /** Answers of questions that closed. */
  scored: ScoredAnswer[];
  /** The one deadline the room has now, later than the action; null: none, clear what there was. */
  deadline: QuizDeadline | null;
  refusal?: QuizRefusal;
}
