import { z } from 'zod';
import { hopNames, hopOutcomes, throwRejections, throwStatuses } from '../entities/throw.ts';

/** A person as events carry them: what they were called when it happened. `id` is the bare uuid. */
export const personRef = z.object({ id: z.string(), handle: z.string(), displayName: z.string() });
export type PersonRef = z.infer<typeof personRef>;

const hop = z.object({
  name: z.enum(hopNames),
  outcome: z.enum(hopOutcomes),
  at: z.number(),
  elapsedMs: z.number(),
  detail: z.string().nullable(),
});
const hops = z.array(hop);

export const penaltyReasons = ['OVERTURNED', 'LAPSED', 'REPLAYED', 'UNREADABLE'] as const;
export type PenaltyReason = (typeof penaltyReasons)[number];

/** The version written today. A reader refuses what is newer than it knows. */
export const gameEventVersion = 1;

/** Everything that can happen in a game. Times are Unix milliseconds, ids bare uuids, values the resulting ones. */
export const gameEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('PlayerJoined'), player: personRef, seat: z.number() }),
  z.object({ type: z.literal('PlayerLeft'), player: personRef, host: personRef, forfeited: z.boolean() }),
  z.object({ type: z.literal('GameStarted'), startedAt: z.number() }),
  z.object({
    type: z.literal('GameFinished'),
    winner: personRef.nullable(),
    finishedAt: z.number(),
    scores: z.array(z.object({ player: personRef, score: z.number(), cupsStanding: z.number() })),
  }),
  z.object({ type: z.literal('GameAbandoned'), finishedAt: z.number() }),
  z.object({
    type: z.literal('BallThrown'),
    throwId: z.string(),
    thrower: personRef,
    cupId: z.string(),
    cupOwner: personRef,
    challengeBy: z.number(),
    hops,
  }),
  z.object({
    type: z.literal('ThrowRejected'),
    throwId: z.string(),
    thrower: personRef,
    cupId: z.string().nullable(),
    rejectedFor: z.enum(throwRejections),
    hops,
  }),
  z.object({
    type: z.literal('ThrowChallenged'),
    throwId: z.string(),
    thrower: personRef,
    challenger: personRef,
    challengeId: z.string(),
    answerBy: z.number(),
    challengesLeft: z.number(),
    hops,
  }),
  z.object({
    type: z.literal('ChallengeAnswered'),
    throwId: z.string(),
    thrower: personRef,
    upheld: z.boolean(),
    hops,
  }),
  z.object({
    type: z.literal('ThrowSettled'),
    throwId: z.string(),
    status: z.enum(throwStatuses),
    cupId: z.string(),
    cupStanding: z.boolean(),
    thrower: personRef,
    throwerScore: z.number(),
    challenger: z.object({ player: personRef, score: z.number() }).nullable(),
    settledAt: z.number(),
    hops,
    /** Why an operator voided it; left out of all others. */
    reason: z.string().optional(),
  }),
  z.object({
    type: z.literal('PlayerPenalised'),
    player: personRef,
    points: z.number(),
    score: z.number(),
    sittingOutUntil: z.number(),
    because: z.enum(penaltyReasons),
  }),
]);
export type GameEvent = z.infer<typeof gameEvent>;
export type GameEventType = GameEvent['type'];
