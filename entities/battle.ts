import { defineEntity, p } from '@mikro-orm/core';
import { Group } from './group.ts';
import { User } from './user.ts';

export const battleStatuses = ['WAITING', 'RUNNING', 'FINISHED', 'CANCELLED'] as const;
export type BattleStatus = (typeof battleStatuses)[number];
/**
 * HOST: its host said so. TOO_FEW: at its time too few had come. STALE: nobody began it for a day. EMPTY: its last fighter
 * left.
 */
export const cancelReasons = ['HOST', 'TOO_FEW', 'STALE', 'EMPTY'] as const;
export type CancelReason = (typeof cancelReasons)[number];

const BattleSchema = defineEntity({
  name: 'Battle',
  properties: {
    /** Also that of its scoreboard. */
    id: p.uuid().primary(),
    createdBy: () => p.manyToOne(User).ref(),
    /** The creator's own name for it: the same again is the same battle. */
    key: p.string().nullable(),
    title: p.string(),
    /** Whose members alone may see and join it. */
    group: () => p.manyToOne(Group).ref().nullable(),
    host: () => p.manyToOne(User).ref(),
    status: p.string().$type<BattleStatus>(),
    /** Only of CANCELLED. */
    cancelledBecause: p.string().$type<CancelReason>().nullable(),
    seconds: p.integer(),
    minFighters: p.integer(),
    maxFighters: p.integer(),
    /** When it is to begin by itself. */
    beginsAt: p.datetime().nullable(),
    beganAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    winner: () => p.manyToOne(User).ref().nullable(),
    createdAt: p.datetime(),
    fighters: () => p.oneToMany(Fighter).mappedBy('battle'),
    /** Head of the battle's stream, read by the same statement as the row, so it is never newer than it. */
    streamHead: p
      .integer()
      .persist(false)
      .formula((columns) => `coalesce((select s.head from stream s where s.id = 'Battle:' || ${columns['id']}), 0)`),
  },
});

export class Battle extends BattleSchema.class {}
BattleSchema.setClass(Battle);

const FighterSchema = defineEntity({
  name: 'Fighter',
  properties: {
    battle: () => p.manyToOne(Battle).ref().primary(),
    user: () => p.manyToOne(User).ref().primary(),
    /** The order in which people came. */
    seat: p.integer(),
    joinedAt: p.datetime(),
    /** Whether their coming was told. */
    announced: p.boolean(),
    /** These once the battle is FINISHED. */
    finalScore: p.integer().nullable(),
    finalRank: p.integer().nullable(),
  },
});

export class Fighter extends FighterSchema.class {}
FighterSchema.setClass(Fighter);
