import type { RoomSettings } from '../entities/quizRoom.ts';
import { builder } from './builder.ts';

const QuizAdvanceEnum = builder.enumType('QuizAdvance', {
  description: 'How a quiz goes on after a reveal.',
  values: {
    HOST: { description: 'When the host or a cohost moves on.' },
    AUTOMATIC: { description: 'By itself, after intermissionSeconds.' },
  } satisfies Record<RoomSettings['advance'], object>,
});

const AnswerChangeEnum = builder.enumType('AnswerChange', {
  description: 'Which answer counts of somebody who gives several to a question.',
  values: {
    FIRST: { description: 'The first; another is refused.' },
    LAST: { description: 'The last before the deadline, as of when it was given.' },
  } satisfies Record<RoomSettings['answerChange'], object>,
});

const HostAbsenceEnum = builder.enumType('HostAbsence', {
  description: 'What becomes of a quiz whose host has been gone for 20 seconds.',
  values: {
    PAUSE: { description: 'It pauses until the host or a cohost resumes it.' },
    HAND_OVER: {
      description: 'The first cohost who is there hosts it until the host returns. Where there is none, it pauses.',
    },
  } satisfies Record<RoomSettings['whenHostGone'], object>,
});

const notes = {
  advance: 'How the quiz goes on after a reveal.',
  intermissionSeconds: 'How long a reveal lasts where the quiz goes on by itself, 1 to 60.',
  revealEarly: 'Whether a question closes as soon as everyone online who plays has answered.',
  lateJoin: 'Whether people may join once the quiz has begun. Who was in before may return in any case.',
  answerChange: 'Which answer counts of somebody who gives several.',
  alpha: 'How points melt: a right answer gives points × (1 − t^alpha), t the part of the time used. 0.8 to 1.5.',
  streakBonus: 'Whether right answers in a row give more: a tenth each, half as much again at most.',
  whenHostGone: 'What becomes of the quiz when its host is gone for 20 seconds.',
  maxMembers: 'How many may be in at once, the host among them, 2 to 2000.',
  pinEntry: 'Whether the PIN opens the room; the invitation code does in any case.',
  wordFilter: 'Whether offensive display names are refused.',
  hostPlays: 'Whether who opens the room answers and is ranked too.',
} satisfies Record<keyof RoomSettings, string>;

export const QuizRoomSettingsRef = builder.objectRef<RoomSettings>('QuizRoomSettings');
QuizRoomSettingsRef.implement({
  description: 'What a room is run by, fixed when it opens.',
  fields: (t) => ({
    advance: t.field({ type: QuizAdvanceEnum, description: notes.advance, resolve: ({ advance }) => advance }),
    intermissionSeconds: t.exposeFloat('intermissionSeconds', { description: notes.intermissionSeconds }),
    revealEarly: t.exposeBoolean('revealEarly', { description: notes.revealEarly }),
    lateJoin: t.exposeBoolean('lateJoin', { description: notes.lateJoin }),
    answerChange: t.field({
      type: AnswerChangeEnum,
      description: notes.answerChange,
      resolve: ({ answerChange }) => answerChange,
    }),
    alpha: t.exposeFloat('alpha', { description: notes.alpha }),
    streakBonus: t.exposeBoolean('streakBonus', { description: notes.streakBonus }),
    whenHostGone: t.field({
      type: HostAbsenceEnum,
      description: notes.whenHostGone,
      resolve: ({ whenHostGone }) => whenHostGone,
    }),
    maxMembers: t.exposeInt('maxMembers', { description: notes.maxMembers }),
    pinEntry: t.exposeBoolean('pinEntry', { description: notes.pinEntry }),
    wordFilter: t.exposeBoolean('wordFilter', { description: notes.wordFilter }),
    hostPlays: t.exposeBoolean('hostPlays', { description: notes.hostPlays }),
  }),
});

const required = false;

export const QuizRoomSettingsInput = builder.inputType('QuizRoomSettingsInput', {
  description: 'What a room is to be run by; what is left out is the default.',
  fields: (t) => ({
    advance: t.field({ type: QuizAdvanceEnum, required, description: `${notes.advance} Default HOST.` }),
    intermissionSeconds: t.float({ required, description: `${notes.intermissionSeconds} Default 5.` }),
    revealEarly: t.boolean({ required, description: `${notes.revealEarly} Default false.` }),
    lateJoin: t.boolean({ required, description: `${notes.lateJoin} Default true.` }),
    answerChange: t.field({ type: AnswerChangeEnum, required, description: `${notes.answerChange} Default FIRST.` }),
    alpha: t.float({ required, description: `${notes.alpha} Default 1.` }),
    streakBonus: t.boolean({ required, description: `${notes.streakBonus} Default true.` }),
    whenHostGone: t.field({ type: HostAbsenceEnum, required, description: `${notes.whenHostGone} Default PAUSE.` }),
    maxMembers: t.int({ required, description: `${notes.maxMembers} Default 2000.` }),
    pinEntry: t.boolean({ required, description: `${notes.pinEntry} Default true.` }),
    wordFilter: t.boolean({ required, description: `${notes.wordFilter} Default true.` }),
    hostPlays: t.boolean({ required, description: `${notes.hostPlays} Default false.` }),
  }),
});
