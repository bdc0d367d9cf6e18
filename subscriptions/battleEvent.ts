import { z } from 'zod';
import { cancelReasons } from '../entities/battle.ts';
import { personRef } from './gameEvent.ts';

/** The version written today. A reader refuses what is newer than it knows. */
export const battleEventVersion = 1;

const battlePlace = z.object({ person: personRef, rank: z.number(), score: z.number() });
/** Somebody's place in a battle that is over. Ranks are from 1, and nobody shares one. */
export type BattlePlace = z.infer<typeof battlePlace>;

const battleScore = z.object({ person: personRef, score: z.number() });
/** What somebody has scored so far. */
export type BattleScore = z.infer<typeof battleScore>;

/**
 * Everything that can happen in a battle, with the values that result, never differences. Times are Unix milliseconds,
 * ids bare uuids.
 */
export const battleEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('BattleJoined'), fighters: z.array(personRef), fighterCount: z.number() }),
  z.object({ type: z.literal('BattleLeft'), person: personRef, host: personRef, fighterCount: z.number() }),
  z.object({
    type: z.literal('BattleBegan'),
    beganAt: z.number(),
    endsAt: z.number(),
    fighterCount: z.number(),
  }),
  z.object({ type: z.literal('BattleScored'), scores: z.array(battleScore) }),
  z.object({
    type: z.literal('BattleFinished'),
    finishedAt: z.number(),
    /** The best, first to last; not all of a large battle. */
    ranking: z.array(battlePlace),
    winner: personRef.nullable(),
    fighterCount: z.number(),
  }),
  z.object({
    type: z.literal('BattleCancelled'),
    because: z.enum(cancelReasons),
    by: personRef.nullable(),
    fighterCount: z.number(),
  }),
]);
export type BattleEvent = z.infer<typeof battleEvent>;
export type BattleEventType = BattleEvent['type'];
