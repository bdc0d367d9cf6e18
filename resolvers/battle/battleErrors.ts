import type { BattleStatus } from '../../entities/battle.ts';
import { ExpectedError } from '../errors.ts';

export class BattleFullError extends ExpectedError {
  readonly maxFighters: number;
  constructor(maxFighters: number) {
    super(`All ${maxFighters} places in the battle are taken. Join another, or create one.`);
    this.maxFighters = maxFighters;
  }
}

export class BattleNotWaitingError extends ExpectedError {
  readonly status: BattleStatus;
  constructor(status: BattleStatus) {
    super(`The battle is ${status}. Only one that is WAITING can be joined, left, begun or cancelled.`);
    this.status = status;
  }
}

export class NotEnoughFightersError extends ExpectedError {
  readonly fighters: number;
  readonly needed: number;
  constructor(fighters: number, needed: number) {
    super(`The battle takes ${needed} fighters and has ${fighters}. Wait for more to join.`);
    this.fighters = fighters;
    this.needed = needed;
  }
}

export class TooManyBattlesError extends ExpectedError {
  readonly mostBattles: number;
  constructor(mostBattles: number) {
    super(`You are in ${mostBattles} battles that are not over, which is the most. Leave one, or wait for its end.`);
    this.mostBattles = mostBattles;
  }
}
