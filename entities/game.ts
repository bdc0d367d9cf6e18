import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

export const gameStatuses = ['LOBBY', 'ACTIVE', 'FINISHED', 'ABANDONED'] as const;
export type GameStatus = (typeof gameStatuses)[number];

const GameSchema = defineEntity({
  name: 'Game',
  properties: {
    id: p.uuid().primary(),
    status: p.string().$type<GameStatus>(),
    host: () => p.manyToOne(User).ref(),
    winner: () => p.manyToOne(User).ref().nullable(),
    maxPlayers: p.integer(),
    cupsPerPlayer: p.integer(),
    challengesPerPlayer: p.integer(),
    challengeWindowMs: p.integer(),
    answerWindowMs: p.integer(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    players: () => p.oneToMany(Player).mappedBy('game').orderBy({ seat: 'asc' }),
    cups: () => p.oneToMany(Cup).mappedBy('game').orderBy({ position: 'asc' }),
    /** Head of the game's stream, read by the same statement as the row, so it is never newer than it. */
    streamHead: p
      .integer()
      .persist(false)
      .formula((columns) => `coalesce((select s.head from stream s where s.id = 'Game:' || ${columns['id']}), 0)`),
  },
});

export class Game extends GameSchema.class {}
GameSchema.setClass(Game);

const PlayerSchema = defineEntity({
  name: 'Player',
  properties: {
    game: () => p.manyToOne(Game).ref().primary(),
    user: () => p.manyToOne(User).ref().primary(),
    seat: p.integer(),
    score: p.integer(),
    challengesLeft: p.integer(),
    sittingOutUntil: p.datetime().nullable(),
    leftAt: p.datetime().nullable(),
  },
});

export class Player extends PlayerSchema.class {}
PlayerSchema.setClass(Player);

const CupSchema = defineEntity({
  name: 'Cup',
  properties: {
    id: p.uuid().primary(),
    game: () => p.manyToOne(Game).ref(),
    owner: () => p.manyToOne(User).ref(),
    position: p.integer(),
    standing: p.boolean(),
  },
});

export class Cup extends CupSchema.class {}
CupSchema.setClass(Cup);
