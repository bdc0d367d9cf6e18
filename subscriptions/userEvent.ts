import { z } from 'zod';
import { coinReasons } from '../entities/coins.ts';

/** The version written today. A reader refuses what is newer than it knows. */
export const userEventVersion = 1;

/** Everything that happens to a person by themselves. Ids are bare uuids, values the resulting ones. */
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
]);
export type UserEvent = z.infer<typeof userEvent>;
export type UserEventType = UserEvent['type'];
