import { defineEntity, p } from '@mikro-orm/core';

export const scoreOperators = ['INCREMENT', 'BEST', 'SET'] as const;
export type ScoreOperator = (typeof scoreOperators)[number];
export const sortOrders = ['HIGHEST_FIRST', 'LOWEST_FIRST'] as const;
export type SortOrder = (typeof sortOrders)[number];
export const submissions = ['SERVICE', 'PLAYER'] as const;
export type Submission = (typeof submissions)[number];
/** CUSTOM boards are integrators'; all others are built in and kept by the server alone. */
export type ScoreboardKind = 'CUSTOM' | 'GLOBAL' | 'GAME' | 'TOURNAMENT_GROUP' | 'QUIZ_ROOM' | 'GROUP' | 'BATTLE';

/** The board of everyone's level × 100. */
export const globalBoardId = '00000000-0000-4000-8000-000000000001';

const ScoreboardSchema = defineEntity({
  name: 'Scoreboard',
  properties: {
    id: p.uuid().primary(),
    key: p.string(),
    kind: p.string().$type<ScoreboardKind>(),
    title: p.string(),
    operator: p.string().$type<ScoreOperator>(),
    sortOrder: p.string().$type<SortOrder>(),
    submission: p.string().$type<Submission>(),
    mostPlayerPoints: p.integer(),
    /** Cron, in UTC. */
    resetSchedule: p.string().nullable(),
    season: p.integer(),
    resetsAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export class Scoreboard extends ScoreboardSchema.class {}
ScoreboardSchema.setClass(Scoreboard);
