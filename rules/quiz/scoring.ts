/** How far a streak raises a score: by a tenth for each right answer in a row before it, up to a half. */
const streakSteps = { part: 10, most: 5 } as const;

/**
 * What a right answer is worth before any bonus: `points × (1 − t^α)`, rounded, never below 0.
 * @param timeShare t, the part of the question's time that was used; clamped to [0, 1]
 * @param alpha 0.8 to 1.5; the larger, the longer early answers stay near full points
 */
export function scoreOf(points: number, timeShare: number, alpha: number): number {
  const share = Math.min(1, Math.max(0, timeShare));
  return Math.round(points * Math.max(0, 1 - share ** alpha));
}

/** What a streak adds to a score. @param streak right answers in a row before this one */
export function streakBonusOf(score: number, streak: number): number {
  const { part, most } = streakSteps;
  return Math.round((score * Math.min(streak, most)) / part);
}

/** Right only when exactly the right options were chosen, in any order. */
export function isCorrect(chosen: readonly number[], correctOptions: readonly number[]): boolean {
  const those = new Set(chosen);
  return those.size === new Set(correctOptions).size && correctOptions.every((option) => those.has(option));
}

/** How one question went for one person. */
export interface Mark {
  correct: boolean;
  /** What it gave, bonus included. */
  points: number;
  /** Of those points, what the streak gave. */
  bonus: number;
  /** Right answers in a row, this one included. */
  streak: number;
}

export interface Marking {
  question: { points: number; correctOptions: readonly number[] };
  settings: { alpha: number; streakBonus: boolean };
  /** Null when none came in time. */
  answer: { options: readonly number[]; timeShare: number } | null;
  /** Right answers in a row before this question. */
  streak: number;
}

/** A wrong answer, like none, gives nothing and ends the streak. */
export function mark({ question, settings, answer, streak }: Marking): Mark {
  if (!answer || !isCorrect(answer.options, question.correctOptions)) {
    return { correct: false, points: 0, bonus: 0, streak: 0 };
  }
  const score = scoreOf(question.points, answer.timeShare, settings.alpha);
  const bonus = settings.streakBonus ? streakBonusOf(score, streak) : 0;
  return { correct: true, points: score + bonus, bonus, streak: streak + 1 };
}
