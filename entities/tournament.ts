import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

export const tournamentStatuses = ['SCHEDULED', 'OPEN', 'ENTRY_CLOSED', 'FINISHED', 'CANCELLED'] as const;
export type TournamentStatus = (typeof tournamentStatuses)[number];

/** How groups are filled: one after the other, or each with people of about the same level. */
export const groupingRules = ['ORDER', 'LEVEL'] as const;
export type GroupingRule = (typeof groupingRules)[number];

/** Coins for everyone whose rank in their group is between the two, both included. */
export interface RewardBand {
  fromRank: number;
  toRank: number;
  coins: number;
}

const TournamentSchema = defineEntity({
  name: 'Tournament',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    /** The day (UTC, `2026-11-21`) of a daily one. */
    dailyDate: p.string().columnType('date').nullable(),
    startsAt: p.datetime(),
    entryClosesAt: p.datetime(),
    endsAt: p.datetime(),
    minLevel: p.integer(),
    entryFee: p.integer(),
    groupSize: p.integer(),
    groupingRule: p.string().$type<GroupingRule>(),
    rewards: p.json().$type<RewardBand[]>(),
    /** When each step was taken and told, which is when it was due or, after an outage, later. */
    openedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    /** Head of the tournament's stream, read by the same statement as the row, so it is never newer than it. */
    streamHead: p
      .integer()
      .persist(false)
      .formula(
        (columns) => `coalesce((select s.head from stream s where s.id = 'Tournament:' || ${columns['id']}), 0)`,
      ),
  },
});

export class Tournament extends TournamentSchema.class {}
TournamentSchema.setClass(Tournament);

const TournamentGroupSchema = defineEntity({
  name: 'TournamentGroup',
  properties: {
    /** Also that of its scoreboard. */
    id: p.uuid().primary(),
    tournament: () => p.manyToOne(Tournament).ref(),
    number: p.integer(),
    /** What its people have in common, by the grouping rule. */
    band: p.string(),
    size: p.integer(),
    finishedAt: p.datetime().nullable(),
  },
});

export class TournamentGroup extends TournamentGroupSchema.class {}
TournamentGroupSchema.setClass(TournamentGroup);

const TournamentEntrySchema = defineEntity({
  name: 'TournamentEntry',
  properties: {
    id: p.uuid().primary(),
    tournament: () => p.manyToOne(Tournament).ref(),
    group: () => p.manyToOne(TournamentGroup).ref(),
    user: () => p.manyToOne(User).ref(),
    enteredAt: p.datetime(),
    /** Within the group, once the group is finished. */
    finalRank: p.integer().nullable(),
    /** Coins earned, once the group is finished. */
    reward: p.integer().nullable(),
    claimedAt: p.datetime().nullable(),
  },
});

export class TournamentEntry extends TournamentEntrySchema.class {}
TournamentEntrySchema.setClass(TournamentEntry);
