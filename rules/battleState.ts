import type { BattleStatus, CancelReason } from '../entities/battle.ts';
import type { BattleEvent } from '../subscriptions/battleEvent.ts';
import type { PersonRef } from '../subscriptions/gameEvent.ts';

export interface FighterState {
  person: PersonRef;
  /** The order in which people came. */
  seat: number;
  /** Unix milliseconds, as all times here. */
  joinedAt: number;
  /** Whether their coming was told. */
  announced: boolean;
}

export interface BattleState {
  id: string;
  title: string;
  status: BattleStatus;
  cancelledBecause: CancelReason | null;
  /** Who may begin and cancel it: a fighter, unless the last one has left. */
  host: PersonRef;
  seconds: number;
  minFighters: number;
  maxFighters: number;
  /** When it is to begin by itself; null: when its host says so. */
  beginsAt: number | null;
  /** These once it is RUNNING. */
  beganAt: number | null;
  endsAt: number | null;
  finishedAt: number | null;
  winnerId: string | null;
  /** Whether its fighters were told that it is about to begin, or nobody has to be. */
  warned: boolean;
  /** Once it runs: whether what was scored while its beginning was being written is counted, too. */
  recounted: boolean;
  createdAt: number;
  /** By seat. */
  fighters: readonly FighterState[];
}

/** Something that somebody does, or that happens. Whether they may see the battle is the resolver's to check. */
export type BattleAction =
  /** battleCount: battles that are not over that they are in besides this one. */
  | { type: 'JOIN'; person: PersonRef; battleCount: number }
  | { type: 'LEAVE' | 'BEGIN' | 'CANCEL'; userId: string }
  /** Says who has come since it was said last. */
  | { type: 'TELL' }
  /** A deadline has come. */
  | { type: 'DUE' };

/** Why an action did nothing, with the facts its error shows. */
export type BattleRefusal =
  | { refused: 'NOT_HOST'; host: PersonRef }
  | { refused: 'NOT_WAITING'; status: BattleStatus }
  | { refused: 'FULL'; maxFighters: number }
  | { refused: 'TOO_MANY_BATTLES'; most: number }
  | { refused: 'NOT_ENOUGH'; fighters: number; needed: number };

/** What became of an action. A refusal may stand beside changes: what was due came first. */
export interface BattleOutcome {
  /** The very object handed in when nothing changed; fighters that did not change are the same objects too. */
  state: BattleState;
  events: BattleEvent[];
  /** Whoever is to be told, each by themselves, that the battle is about to begin. */
  warned: readonly PersonRef[];
  refusal?: BattleRefusal | undefined;
}

/** Where a fighter stands at the end. */
export interface Ranked {
  person: PersonRef;
  rank: number;
  score: number;
}
