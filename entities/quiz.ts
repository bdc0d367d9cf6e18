import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

/** A question as it is kept, and frozen when a room opens. Indexes count from 0. */
export interface QuizQuestion {
  body: string;
  options: string[];
  /** Indexes of the right options, ascending: at least one, never all. */
  correctOptions: number[];
  /** How long it stays open: 3 to 240, fractions allowed. */
  seconds: number;
  /** What a right answer at once is worth: a whole number. */
  points: number;
  pictureUrl: string | null;
  explanation: string | null;
}

const QuizSchema = defineEntity({
  name: 'Quiz',
  properties: {
    id: p.uuid().primary(),
    author: () => p.manyToOne(User).ref(),
    /** The author's own name for it: the same again is the same quiz. */
    key: p.string().nullable(),
    title: p.string(),
    questions: p.json().$type<QuizQuestion[]>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** Rooms keep their copy. */
    deletedAt: p.datetime().nullable(),
  },
});

export class Quiz extends QuizSchema.class {}
QuizSchema.setClass(Quiz);
