import type { GameEvent, PenaltyReason, PersonRef } from '../subscriptions/gameEvent.ts';
import type { CupState, GameState, Outcome, PlayerState, Refusal } from './gameState.ts';
import { points } from './points.ts';

/**
 * A game in the making: a private copy of the state that the rules change, and the events that say what changed.
 * What goes in stays as it was; `outcome()` hands the copy out.
 */
export class GameDraft {
  readonly state: GameState;
  readonly now: number;
  readonly events: GameEvent[] = [];

  constructor(state: GameState, now: number) {
    this.state = structuredClone(state);
    this.now = now;
  }

  outcome(refusal?: Refusal): Outcome {
    const { state, events } = this;
    return refusal ? { state, events, refusal } : { state, events };
  }

  say(event: GameEvent): void {
    this.events.push(event);
  }

  /** Someone seated who has not left. */
  player(userId: string): PlayerState | undefined {
    return this.state.players.find(({ person, leftAt }) => person.id === userId && leftAt === null);
  }

  /** Anyone who was ever seated; throws and cups keep pointing at those who left. */
  seated(userId: string): PlayerState {
    const player = this.state.players.find(({ person }) => person.id === userId);
    if (!player) throw new RangeError(`No seat of ${userId} in game ${this.state.id}`);
    return player;
  }

  person(userId: string): PersonRef {
    return this.seated(userId).person;
  }

  cup(id: string | null): CupState | undefined {
    return this.state.cups.find((cup) => cup.id === id);
  }

  standing(userId: string): CupState[] {
    return this.state.cups.filter(({ ownerId, standing }) => ownerId === userId && standing);
  }

  /** Takes the penalty's points and sits the player out for one challenge window. Only in a running game. */
  penalise(userId: string, because: PenaltyReason): void {
    const player = this.player(userId);
    if (!player || this.state.status !== 'ACTIVE') return;
    player.score += points.penalty;
    player.sittingOutUntil = this.now + this.state.settings.challengeWindowMs;
    const { person, score, sittingOutUntil } = player;
    this.say({ type: 'PlayerPenalised', player: person, points: points.penalty, score, sittingOutUntil, because });
  }
}
