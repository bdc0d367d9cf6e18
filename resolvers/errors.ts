import type { ReservationStatus } from '../entities/coins.ts';
import type { GameStatus } from '../entities/game.ts';

/**
 * Failures an operation expects. Each is a member of its mutation's result union under its own name; the message says
 * what to do next, the fields carry what a client needs for it.
 */
export abstract class ExpectedError extends Error {}

export interface InvalidField {
  field: string;
  message: string;
}

export class InvalidInputError extends ExpectedError {
  readonly fields: InvalidField[];
  constructor(fields: InvalidField[]) {
    super(fields.map(({ field, message }) => `${field}: ${message}`).join(' '));
    this.fields = fields;
  }
}

export class NotFoundError extends ExpectedError {
  constructor(what: string) {
    super(`There is no such ${what}. Check the id.`);
  }
}

export class HandleTakenError extends ExpectedError {
  readonly handle: string;
  constructor(handle: string) {
    super(`Someone is called ${handle} already. Choose another handle.`);
    this.handle = handle;
  }
}

export class WrongCredentialsError extends ExpectedError {
  constructor() {
    super('No account has this handle and password. Check both.');
  }
}

export const refreshRefusals = ['UNKNOWN', 'EXPIRED', 'ENDED', 'REUSED'] as const;

export type RefreshRefusal = (typeof refreshRefusals)[number];

export class InvalidRefreshTokenError extends ExpectedError {
  readonly reason: RefreshRefusal;
  constructor(reason: RefreshRefusal) {
    super(
      reason === 'REUSED'
        ? 'This refresh token was used before, so its session has been ended. Sign in again.'
        : 'This refresh token is not valid any more. Sign in again.',
    );
    this.reason = reason;
  }
}

export class NoSessionError extends ExpectedError {
  constructor() {
    super('This token belongs to no session, so there is nothing to sign out of. It ends by itself.');
  }
}

export class GameFullError extends ExpectedError {
  readonly maxPlayers: number;
  constructor(maxPlayers: number) {
    super(`All ${maxPlayers} seats are taken. Join another game or create one.`);
    this.maxPlayers = maxPlayers;
  }
}

export class GameNotJoinableError extends ExpectedError {
  readonly status: GameStatus;
  constructor(status: GameStatus) {
    super(`The game is ${status}. Only a game in its LOBBY can be joined or started.`);
    this.status = status;
  }
}

export class NotHostError extends ExpectedError {
  /** @param cohostsMay whether those whom the host made cohosts could do it too */
  constructor(hostName: string, cohostsMay = false) {
    super(`Only the host, ${hostName},${cohostsMay ? ' and cohosts' : ''} may do this.`);
  }
}

export class NotAuthorError extends ExpectedError {
  constructor() {
    super('Only the author may do this.');
  }
}

export class NotEnoughPlayersError extends ExpectedError {
  readonly players: number;
  readonly needed: number;
  constructor(players: number, needed: number) {
    super(`The game has ${players} of the ${needed} players it needs. Wait for someone to join.`);
    this.players = players;
    this.needed = needed;
  }
}

export class NotCupOwnerError extends ExpectedError {
  constructor() {
    super('Only the owner of the cup may challenge this throw.');
  }
}

export class NoChallengesLeftError extends ExpectedError {
  readonly challengesPerPlayer: number;
  constructor(challengesPerPlayer: number) {
    super(`You have spent all ${challengesPerPlayer} of your challenges in this game.`);
    this.challengesPerPlayer = challengesPerPlayer;
  }
}

export class ChallengeWindowClosedError extends ExpectedError {
  readonly challengeBy: Date | null;
  /** `challengeBy` is when its window closed; null where none closed by itself. */
  constructor(challengeBy: Date | null, voided = false) {
    super(
      voided
        ? 'This throw was voided, so there is nothing to challenge.'
        : challengeBy
          ? `This throw was open to challenge until ${challengeBy.toISOString()}.`
          : 'This throw never flew.',
    );
    this.challengeBy = challengeBy;
  }
}

export class AlreadyChallengedError extends ExpectedError {
  readonly answerBy: Date;
  constructor(answerBy: Date) {
    super(`This throw has been challenged already; its thrower answers by ${answerBy.toISOString()}.`);
    this.answerBy = answerBy;
  }
}

export class NotThrowerError extends ExpectedError {
  constructor() {
    super('Only the thrower may answer for this throw.');
  }
}

export class NotChallengedError extends ExpectedError {
  constructor() {
    super('Nobody has challenged this throw, so there is nothing to answer.');
  }
}

export class AnswerWindowClosedError extends ExpectedError {
  readonly answerBy: Date;
  constructor(answerBy: Date) {
    super(`The answer was due by ${answerBy.toISOString()}, or another one has settled the throw.`);
    this.answerBy = answerBy;
  }
}

export class ScoreboardKeyTakenError extends ExpectedError {
  readonly key: string;
  constructor(key: string) {
    super(`There is another scoreboard with the key ${key}, of other settings. Choose another key.`);
    this.key = key;
  }
}

export class ScoreOutOfRangeError extends ExpectedError {
  constructor() {
    super('The total would not fit 32 bits (−2147483647 to 2147483647). Nothing was changed.');
  }
}

export class IdempotencyKeyReusedError extends ExpectedError {
  readonly idempotencyKey: string;
  constructor(idempotencyKey: string) {
    super(
      `The idempotency key ${idempotencyKey} was used for another score. Nothing was changed; give each score a key of its own.`,
    );
    this.idempotencyKey = idempotencyKey;
  }
}

export class NotEnoughCoinsError extends ExpectedError {
  readonly coins: number;
  readonly needed: number;
  constructor(coins: number, needed: number) {
    super(`This takes ${needed} coins and there are ${coins}.`);
    this.coins = coins;
    this.needed = needed;
  }
}

export class ReservationSettledError extends ExpectedError {
  readonly status: ReservationStatus;
  constructor(status: ReservationStatus) {
    super(`The reservation is ${status} already.`);
    this.status = status;
  }
}

export class LevelTooLowError extends ExpectedError {
  readonly level: number;
  readonly minLevel: number;
  constructor(level: number, minLevel: number) {
    super(`Entering takes level ${minLevel}, and yours is ${level}. Win games to rise.`);
    this.level = level;
    this.minLevel = minLevel;
  }
}

export class EntryClosedError extends ExpectedError {
  readonly startsAt: Date;
  readonly entryClosesAt: Date;
  constructor({ startsAt, entryClosesAt }: { startsAt: Date; entryClosesAt: Date }) {
    super(`Entry is open from ${startsAt.toISOString()} to ${entryClosesAt.toISOString()}.`);
    this.startsAt = startsAt;
    this.entryClosesAt = entryClosesAt;
  }
}

export class TournamentNotFinishedError extends ExpectedError {
  readonly endsAt: Date;
  constructor(endsAt: Date) {
    super(`The tournament ends at ${endsAt.toISOString()}. Claim your reward after that.`);
    this.endsAt = endsAt;
  }
}

export class NotAParticipantError extends ExpectedError {
  constructor() {
    super('You did not enter this tournament, so it holds no reward for you.');
  }
}

export class NotAMemberError extends ExpectedError {
  readonly userId: string;
  constructor(userId: string, where: 'room' | 'group', who: 'YOU' | 'THEY') {
    super(
      who === 'YOU'
        ? `You are not in the ${where}. Join it first.`
        : `Whom you named is not in the ${where}. Choose somebody who is.`,
    );
    this.userId = userId;
  }
}

export class BannedError extends ExpectedError {
  readonly reason: string | null;
  constructor(reason: string | null, where: 'room' | 'group' = 'room') {
    super(
      where === 'room'
        ? 'You were kicked from this room, which holds for as long as it lasts. Join another.'
        : 'You are banned from this group until its owner or a moderator lifts that. Join another.',
    );
    this.reason = reason;
  }
}
