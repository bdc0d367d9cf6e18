import type { GameStatus } from '../entities/game.ts';
import type { ThrowRejection, ThrowStatus } from '../entities/throw.ts';
import type { GameEvent, PersonRef } from '../subscriptions/gameEvent.ts';

/** All times here are Unix milliseconds, all durations milliseconds, all ids bare uuids. */
export interface GameSettings {
  maxPlayers: number;
  cupsPerPlayer: number;
  challengesPerPlayer: number;
  challengeWindowMs: number;
  answerWindowMs: number;
}

export interface PlayerState {
  person: PersonRef;
  guest: boolean;
  seat: number;
  score: number;
  challengesLeft: number;
  sittingOutUntil: number | null;
  leftAt: number | null;
}

export interface CupState {
  id: string;
  ownerId: string;
  position: number;
  standing: boolean;
}

export interface ChallengeState {
  id: string;
  challengerId: string;
  challengedAt: number;
  answerBy: number;
  answeredAt: number | null;
  upheld: boolean | null;
}

export interface ThrowState {
  id: string;
  thrower: PersonRef;
  /** Null when the thrower named no cup of this game. */
  cupId: string | null;
  aimedAt: string;
  status: ThrowStatus;
  rejectedFor: ThrowRejection | null;
  nonce: string;
  commitment: string;
  serverSecret: boolean;
  thrownAt: number;
  receivedAt: number;
  challengeBy: number | null;
  settledAt: number | null;
  challenge: ChallengeState | null;
}

/** A game as the rules see it: everything but throws that are over, save one that an action names. */
export interface GameState {
  id: string;
  status: GameStatus;
  hostId: string;
  winnerId: string | null;
  settings: GameSettings;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  players: PlayerState[];
  cups: CupState[];
  throws: ThrowState[];
}

/** Why an action did nothing, with the facts its error shows. */
export type Refusal =
  | { refused: 'GAME_FULL'; maxPlayers: number }
  | { refused: 'GAME_NOT_JOINABLE'; status: GameStatus }
  | { refused: 'NOT_HOST'; host: PersonRef }
  | { refused: 'NOT_ENOUGH_PLAYERS'; players: number; needed: number }
  | { refused: 'NOT_FOUND' }
  | { refused: 'NOT_CUP_OWNER' }
  | { refused: 'NO_CHALLENGES_LEFT'; challengesPerPlayer: number }
  /** challengeBy: null where none closed by itself: of a throw that never flew, or was voided. */
  | { refused: 'CHALLENGE_WINDOW_CLOSED'; challengeBy: number | null; voided: boolean }
  | { refused: 'ALREADY_CHALLENGED'; answerBy: number }
  | { refused: 'NOT_THROWER' }
  | { refused: 'NOT_CHALLENGED' }
  | { refused: 'ANSWER_WINDOW_CLOSED'; answerBy: number };

/** What became of an action. A refusal may stand beside changes: windows that were due closed first. */
export interface Outcome {
  state: GameState;
  events: GameEvent[];
  refusal?: Refusal;
}
