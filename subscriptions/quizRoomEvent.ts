import { z } from 'zod';
import { quizPauseReasons, quizPhases, quizRoles } from '../entities/quizRoom.ts';
import { personRef } from './gameEvent.ts';

/** The version written today. A reader refuses what is newer than it knows. */
export const quizRoomEventVersion = 1;

/** Someone in a room as events show them. `person.displayName` is their name in this room. */
const memberSeen = z.object({
  person: personRef,
  role: z.enum(quizRoles),
  /** Whether they answer and are ranked. */
  plays: z.boolean(),
  online: z.boolean(),
  score: z.number(),
  streak: z.number(),
});
export type MemberSeen = z.infer<typeof memberSeen>;

/** A place in the standings, from 1. */
const placed = z.object({ person: personRef, rank: z.number(), score: z.number() });
export type Placed = z.infer<typeof placed>;

/** How a question went for one player: for that player's eyes, and after the end for the host's. */
const questionResult = z.object({
  userId: z.string(),
  /** What was answered in time; null when nothing was. */
  options: z.array(z.number()).nullable(),
  correct: z.boolean(),
  /** What the question gave, `bonus` included. */
  points: z.number(),
  bonus: z.number(),
  /** Right answers in a row, up to this one. */
  streak: z.number(),
  /** All points so far. */
  score: z.number(),
  rank: z.number(),
});
export type QuestionResult = z.infer<typeof questionResult>;

export const hostChanges = ['TRANSFERRED', 'HANDED_OVER', 'RETURNED', 'LEFT', 'COHOST_ADDED'] as const;
export type HostChange = (typeof hostChanges)[number];
/** FINISHED: after the last question. STOPPED: by a host. IDLE: nobody was there for too long. OPERATOR: of this server. */
export const quizEndReasons = ['FINISHED', 'STOPPED', 'IDLE', 'OPERATOR'] as const;
export type EndReason = (typeof quizEndReasons)[number];

const people = z.array(personRef);

/**
 * Everything that can happen in a room, with the values that result, never differences. Times are Unix milliseconds,
 * ids bare uuids. Only QuestionRevealed says anything about what is right.
 */
export const quizRoomEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MemberJoined'), members: z.array(memberSeen), memberCount: z.number() }),
  z.object({ type: z.literal('MemberLeft'), person: personRef, memberCount: z.number() }),
  z.object({
    type: z.literal('MemberKicked'),
    person: personRef,
    /** Null for an operator. */
    by: personRef.nullable(),
    reason: z.string().nullable(),
    memberCount: z.number(),
  }),
  z.object({
    type: z.literal('PresenceChanged'),
    members: z.array(z.object({ person: personRef, online: z.boolean() })),
    onlineCount: z.number(),
  }),
  z.object({ type: z.literal('HostChanged'), host: personRef, cohosts: people, because: z.enum(hostChanges) }),
  z.object({
    type: z.literal('QuestionOpened'),
    deadline: z.number(),
    questionIndex: z.number(),
    questionCount: z.number(),
    body: z.string(),
    options: z.array(z.string()),
    seconds: z.number(),
    points: z.number(),
    pictureUrl: z.string().nullable(),
  }),
  z.object({
    type: z.literal('AnswerCounted'),
    questionIndex: z.number(),
    answered: z.number(),
    playerCount: z.number(),
  }),
  z.object({
    type: z.literal('QuestionRevealed'),
    questionIndex: z.number(),
    correctOptions: z.array(z.number()),
    explanation: z.string().nullable(),
    /** How many chose each option. */
    distribution: z.array(z.number()),
    answered: z.number(),
    /** Of everyone who plays: each viewer is shown their own. */
    results: z.array(questionResult),
    /** The best, first to last. */
    standings: z.array(placed),
    /** When the quiz moves on by itself; null when it waits for a host. */
    deadline: z.number().nullable(),
  }),
  z.object({
    type: z.literal('QuizPaused'),
    pausedFrom: z.enum(['QUESTION', 'REVEAL']),
    questionIndex: z.number(),
    /** Milliseconds left of the question or the intermission; null of a reveal that waits for a host. */
    remainingMs: z.number().nullable(),
    because: z.enum(quizPauseReasons),
    by: personRef.nullable(),
  }),
  z.object({
    type: z.literal('QuizResumed'),
    phase: z.enum(quizPhases),
    questionIndex: z.number(),
    deadline: z.number().nullable(),
    by: personRef,
  }),
  z.object({
    type: z.literal('QuizEnded'),
    because: z.enum(quizEndReasons),
    by: personRef.nullable(),
    /** Only of OPERATOR. */
    reason: z.string().optional(),
    questionsRevealed: z.number(),
    podium: z.array(placed),
  }),
]);
export type QuizRoomEvent = z.infer<typeof quizRoomEvent>;
export type QuizRoomEventType = QuizRoomEvent['type'];
