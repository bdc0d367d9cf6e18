import type { BattleState, Ranked } from '../rules/battleState.ts';
import type { GameState } from '../rules/gameState.ts';
import type { QuizRoomState } from '../rules/quiz/quizState.ts';
import type { BattleEvent } from '../subscriptions/battleEvent.ts';
import type { GameEvent } from '../subscriptions/gameEvent.ts';
import type { QuizRoomEvent } from '../subscriptions/quizRoomEvent.ts';

/**
 * Hears what people do, once it is done: after the commit, on the node that did it, and there once. Nobody waits for it,
 * and it never fails. Ids are bare uuids, times Unix milliseconds.
 */
export interface ProductObserver {
  /** A person is there: they sent an operation, or a socket brought their token. */
  seen(userId: string): void;
  signedUp(userId: string, how: SignUpWay): void;
  signedOut(userId: string): void;
  gameChanged(state: GameState, events: readonly GameEvent[]): void;
  roomChanged(state: QuizRoomState, events: readonly QuizRoomEvent[]): void;
  /** With all fighters, first to last, of a battle that finished. */
  battleChanged(state: BattleState, events: readonly BattleEvent[], ranking?: readonly Ranked[]): void;
  tournamentEntered(entry: EnteredTournament): void;
  tournamentFinished(tournamentId: string): void;
  rewardPaid(reward: PaidReward): void;
  levelGained(gain: LevelGain): void;
  groupChanged(change: GroupChange): void;
  boardViewed(userId: string, scoreboardId: string, how: BoardView): void;
}

/** By a password of their own, as a guest, made by an integrator, or vouched for by another issuer. */
export const signUpWays = ['PASSWORD', 'GUEST', 'SERVICE', 'ISSUER'] as const;
export type SignUpWay = (typeof signUpWays)[number];

/** A page from the top, somebody's neighbours, or the top followed live. */
export const boardViews = ['TOP', 'AROUND', 'LIVE'] as const;
export type BoardView = (typeof boardViews)[number];

export interface EnteredTournament {
  entryId: string;
  tournamentId: string;
  groupId: string;
  userId: string;
  fee: number;
  at: number;
}

export interface PaidReward {
  entryId: string;
  tournamentId: string;
  userId: string;
  rank: number;
  coins: number;
}

export interface LevelGain {
  userId: string;
  from: number;
  to: number;
  /** What it was gained by: a kind and an id, as in `Game:<uuid>`. The id may be an integrator's own words. */
  source: string;
  at: number;
}

export interface GroupChange {
  groupId: string;
  joined: readonly string[];
  left: readonly string[];
  /** What was asked for. */
  by: string;
}

/** Hears nothing. */
export const nobodyObserves: ProductObserver = {
  seen: () => undefined,
  signedUp: () => undefined,
  signedOut: () => undefined,
  gameChanged: () => undefined,
  roomChanged: () => undefined,
  battleChanged: () => undefined,
  tournamentEntered: () => undefined,
  tournamentFinished: () => undefined,
  rewardPaid: () => undefined,
  levelGained: () => undefined,
  groupChanged: () => undefined,
  boardViewed: () => undefined,
};
