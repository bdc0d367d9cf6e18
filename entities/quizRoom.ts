import { defineEntity, p } from '@mikro-orm/core';
import { Quiz, type QuizQuestion } from './quiz.ts';
import { User } from './user.ts';

export const quizPhases = ['LOBBY', 'QUESTION', 'REVEAL', 'PAUSED', 'ENDED'] as const;
export type QuizPhase = (typeof quizPhases)[number];
export const quizRoles = ['HOST', 'COHOST', 'PLAYER'] as const;
export type QuizRole = (typeof quizRoles)[number];
export const quizPauseReasons = ['HOST', 'HOST_GONE'] as const;
export type PauseReason = (typeof quizPauseReasons)[number];
/** A kick is a ban for as long as the room lasts. */
export type MemberStatus = 'IN' | 'LEFT' | 'KICKED';

/** What whoever opens a room may choose. Seconds as in the API; the rules compute in milliseconds. */
export interface RoomSettings {
  /** Whether a reveal lasts until somebody moves on, or for `intermissionSeconds`. */
  advance: 'HOST' | 'AUTOMATIC';
  intermissionSeconds: number;
  /** Reveal as soon as everyone online who plays has answered. */
  revealEarly: boolean;
  /** Whether newcomers may join once the quiz has started. Who left may always return. */
  lateJoin: boolean;
  /** Whether the first answer counts, or the last before the deadline. */
  answerChange: 'FIRST' | 'LAST';
  /** How fast points melt: see `scoreOf`. */
  alpha: number;
  streakBonus: boolean;
  /** What becomes of the quiz when its host has been gone for `hostGoneSeconds`. */
  whenHostGone: 'PAUSE' | 'HAND_OVER';
  /** Members in the room at once, its host among them. */
  maxMembers: number;
  /** False: the PIN opens nothing, only the invitation code does. */
  pinEntry: boolean;
  wordFilter: boolean;
  /** Whether who opens the room answers and is ranked too. */
  hostPlays: boolean;
}

const QuizRoomSchema = defineEntity({
  name: 'QuizRoom',
  properties: {
    /** Also that of its scoreboard. */
    id: p.uuid().primary(),
    quiz: () => p.manyToOne(Quiz).ref(),
    openedBy: () => p.manyToOne(User).ref(),
    /** The opener's own name for it: the same again is the same room. */
    key: p.string().nullable(),
    /** Until it ends. */
    pin: p.string().nullable(),
    inviteCode: p.string(),
    settings: p.json().$type<RoomSettings>(),
    /** As the quiz was when the room opened. */
    title: p.string(),
    questions: p.json().$type<QuizQuestion[]>(),
    phase: p.string().$type<QuizPhase>(),
    /** The question in play or revealed last. */
    questionIndex: p.integer().nullable(),
    /** When a question closes, or a reveal moves on by itself. */
    endsAt: p.datetime().nullable(),
    pausedFrom: p.string().$type<'QUESTION' | 'REVEAL'>().nullable(),
    remainingMs: p.integer().nullable(),
    /** Answers to the question, as last told. */
    answered: p.integer(),
    host: () => p.manyToOne(User).ref(),
    /** Whose room it is while a cohost fills in for them. */
    heldForId: p.uuid().nullable(),
    cohostIds: p.array().$type<string[]>(),
    hostGoneBy: p.datetime().nullable(),
    emptySince: p.datetime().nullable(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** Everyone who was ever in, but those who left the lobby again. */
    members: () => p.oneToMany(QuizMember).mappedBy('room').orderBy({ seat: 'asc' }),
    /** Head of the room's stream, read by the same statement as the row, so it is never newer than it. */
    streamHead: p
      .integer()
      .persist(false)
      .formula((columns) => `coalesce((select s.head from stream s where s.id = 'QuizRoom:' || ${columns['id']}), 0)`),
  },
});

export class QuizRoom extends QuizRoomSchema.class {}
QuizRoomSchema.setClass(QuizRoom);

const QuizMemberSchema = defineEntity({
  name: 'QuizMember',
  properties: {
    room: () => p.manyToOne(QuizRoom).ref().primary(),
    user: () => p.manyToOne(User).ref().primary(),
    /** The one in this room. */
    displayName: p.string(),
    /** The name's `lookAlikeKey`: one of each in a room. */
    nameKey: p.string(),
    /** The order in which people came. */
    seat: p.integer(),
    status: p.string().$type<MemberStatus>(),
    /** Whether their coming has been told. */
    announced: p.boolean(),
    /** Whether they answer and are ranked. */
    plays: p.boolean(),
    /** As last told; `quiz_presence` has what is so now. */
    online: p.boolean(),
    score: p.integer(),
    streak: p.integer(),
    /** When the score last rose. */
    scoredAt: p.datetime().nullable(),
    joinedAt: p.datetime(),
    /** Only of KICKED. */
    kickedById: p.uuid().nullable(),
    kickReason: p.string().nullable(),
    kickedAt: p.datetime().nullable(),
  },
});

export class QuizMember extends QuizMemberSchema.class {}
QuizMemberSchema.setClass(QuizMember);

const QuizAnswerSchema = defineEntity({
  name: 'QuizAnswer',
  properties: {
    room: () => p.manyToOne(QuizRoom).ref().primary(),
    questionIndex: p.integer().primary(),
    user: () => p.manyToOne(User).ref().primary(),
    /** Ascending. */
    options: p.json().$type<number[]>(),
    answeredAt: p.datetime(),
    /** The question's time used by then, pauses left out. */
    elapsedMs: p.integer(),
    /** These once the question is revealed. */
    correct: p.boolean().nullable(),
    points: p.integer().nullable(),
    bonus: p.integer().nullable(),
  },
});

export class QuizAnswer extends QuizAnswerSchema.class {}
QuizAnswerSchema.setClass(QuizAnswer);
