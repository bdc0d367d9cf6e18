import { defineEntity, p } from '@mikro-orm/core';
import { Cup, Game } from './game.ts';
import { User } from './user.ts';

export const throwStatuses = [
  'REJECTED',
  'IN_FLIGHT',
  'CHALLENGED',
  'LANDED',
  'OVERTURNED',
  'LAPSED',
  'VOIDED',
] as const;
export type ThrowStatus = (typeof throwStatuses)[number];

export const throwRejections = [
  'OWN_CUP',
  'CUP_GONE',
  'CUP_TAKEN',
  'BALL_IN_FLIGHT',
  'SITTING_OUT',
  'REPLAYED',
  'STALE',
  'UNREADABLE',
  'GAME_NOT_ACTIVE',
  'NOT_A_PLAYER',
  'SEAL_REQUIRED',
] as const;
export type ThrowRejection = (typeof throwRejections)[number];

export const hopNames = [
  'RECEIVED',
  'AUTHENTICATED',
  'OPENED',
  'FRESH',
  'PERMITTED',
  'IN_FLIGHT',
  'CHALLENGED',
  'ANSWERED',
  'VERIFIED',
  'SETTLED',
] as const;
export type HopName = (typeof hopNames)[number];

export const hopOutcomes = ['PASSED', 'FAILED', 'WAITING'] as const;
export type HopOutcome = (typeof hopOutcomes)[number];

/** One validation step of a throw. `at` is Unix time in milliseconds, `elapsedMs` counts from RECEIVED. */
export interface Hop {
  name: HopName;
  outcome: HopOutcome;
  at: number;
  elapsedMs: number;
  detail: string | null;
}

const ThrowSchema = defineEntity({
  name: 'Throw',
  properties: {
    id: p.uuid().primary(),
    game: () => p.manyToOne(Game).ref(),
    thrower: () => p.manyToOne(User).ref(),
    cup: () => p.manyToOne(Cup).ref().nullable(),
    /** The cup as the thrower named it, also when there is no such cup: a retry must name the same. */
    aimedAt: p.string(),
    status: p.string().$type<ThrowStatus>(),
    rejectedFor: p.string().$type<ThrowRejection>().nullable(),
    nonce: p.string(),
    commitment: p.string(),
    /** Whether the secret behind the commitment is HMAC(server key, throw id). */
    serverSecret: p.boolean(),
    thrownAt: p.datetime(),
    receivedAt: p.datetime(),
    challengeBy: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    hops: p.json<Hop[]>(),
    receipt: p.string().nullable(),
    challenge: () => p.oneToOne(Challenge).mappedBy('throw').ref().nullable(),
  },
});

export class Throw extends ThrowSchema.class {}
ThrowSchema.setClass(Throw);

const ChallengeSchema = defineEntity({
  name: 'Challenge',
  properties: {
    id: p.uuid().primary(),
    throw: () => p.oneToOne(Throw).inversedBy('challenge').owner().ref(),
    challenger: () => p.manyToOne(User).ref(),
    challengedAt: p.datetime(),
    answerBy: p.datetime(),
    answeredAt: p.datetime().nullable(),
    upheld: p.boolean().nullable(),
  },
});

export class Challenge extends ChallengeSchema.class {}
ChallengeSchema.setClass(Challenge);
