import { z } from 'zod';
import { coinReasons } from '../entities/coins.ts';
import { personRef } from './gameEvent.ts';

/** The version written today. A reader refuses what is newer than it knows. */
export const userEventVersion = 1;

/** Everything that concerns one person. Ids are bare uuids, times Unix milliseconds, values the resulting ones. */
export const userEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('LevelUp'),
    oldLevel: z.number(),
    newLevel: z.number(),
    coinsEarned: z.number(),
  }),
  z.object({
    type: z.literal('CoinsChanged'),
    coins: z.number(),
    amount: z.number(),
    reason: z.enum(coinReasons),
  }),
  z.object({
    type: z.literal('RewardPaid'),
    tournamentId: z.string(),
    rank: z.number(),
    coins: z.number(),
  }),
  z.object({
    type: z.literal('BattleStarting'),
    battleId: z.string(),
    title: z.string(),
    beginsAt: z.number(),
  }),
  z.object({
    type: z.literal('ThrowAgainstYou'),
    gameId: z.string(),
    throwId: z.string(),
    thrower: personRef,
    cupId: z.string(),
    challengeBy: z.number(),
  }),
  z.object({
    type: z.literal('ChallengeAgainstYou'),
    gameId: z.string(),
    throwId: z.string(),
    challenger: personRef,
    answerBy: z.number(),
  }),
  z.object({
    type: z.literal('InvitationReceived'),
    groupId: z.string(),
    groupName: z.string(),
    inviteCode: z.string(),
    by: personRef,
  }),
]);
export type UserEvent = z.infer<typeof userEvent>;
export type UserEventType = UserEvent['type'];
