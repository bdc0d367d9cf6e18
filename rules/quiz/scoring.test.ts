import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCorrect, mark, scoreOf, streakBonusOf, type Marking } from './scoring.ts';

describe('a right answer among 1,000 points', () => {
  it.each<[alpha: number, timeShare: number, score: number]>([
    [0.8, -1, 1_000],
    [0.8, 0, 1_000],
    [0.8, 0.1, 842],
    [0.8, 0.5, 426],
    [0.8, 1, 0],
    [0.8, 1.5, 0],
    [1, -0.001, 1_000],
    [1, 0, 1_000],
    [1, 0.1, 900],
    [1, 0.5, 500],
    [1, 0.9996, 0],
    [1, 0.999, 1],
    [1, 1, 0],
    [1, 1.001, 0],
    [1.5, -5, 1_000],
    [1.5, 0, 1_000],
    [1.5, 0.1, 968],
    [1.5, 0.5, 646],
    [1.5, 1, 0],
    [1.5, Infinity, 0],
  ])('at α %d after %d of the time gives %d', (alpha, timeShare, score) => {
    expect(scoreOf(1_000, timeShare, alpha)).toBe(score);
  });

  it.each([
    [0, 0, 0],
    [2_000, 0.5, 1_000],
    [999, 0.5, 500],
    [1, 0.5, 1],
    [1, 0.51, 0],
  ])('of %d points after %d gives %d', (points, timeShare, score) => {
    expect(scoreOf(points, timeShare, 1)).toBe(score);
  });

  it('never gives more for later, nor less than nothing, nor more than all', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true });
    const alpha = fc.double({ min: 0.8, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(fc.nat(2_000), share, share, alpha, (points, one, other, a) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((t) => scoreOf(points, t, a));
        expect(early).toBeGreaterThanOrEqual(late ?? NaN);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(early).toBeLessThanOrEqual(points);
      }),
    );
  });
});

it.each([
  [1_000, 0, 0],
  [1_000, 1, 100],
  [1_000, 4, 400],
  [1_000, 5, 500],
  [1_000, 6, 500],
  [1_000, 99, 500],
  [5, 1, 1],
  [4, 1, 0],
  [0, 9, 0],
])('%d points after a streak of %d bring %d more', (score, streak, bonus) => {
  expect(streakBonusOf(score, streak)).toBe(bonus);
});

it.each<[chosen: number[], right: number[], correct: boolean]>([
  [[1], [1], true],
  [[0], [1], false],
  [[2, 0], [0, 2], true],
  [[0], [0, 2], false],
  [[0, 1, 2], [0, 2], false],
  [[0, 1], [0, 2], false],
  [[], [0], false],
])('%j where %j is right: %s', (chosen, right, correct) => {
  expect(isCorrect(chosen, right)).toBe(correct);
});

describe('a question', () => {
  const question = { points: 1_000, correctOptions: [0, 2] };
  const settings = { alpha: 1, streakBonus: true };
  const answer = { options: [2, 0], timeShare: 0.5 };
  const nothing = { correct: false, points: 0, bonus: 0, streak: 0 };

  it.each<[what: string, Partial<Marking>, ReturnType<typeof mark>]>([
    ['answered right', {}, { correct: true, points: 500, bonus: 0, streak: 1 }],
    ['right in a streak', { streak: 3 }, { correct: true, points: 650, bonus: 150, streak: 4 }],
    ['right in a long one', { streak: 30 }, { correct: true, points: 750, bonus: 250, streak: 31 }],
    [
      'right where streaks give nothing',
      { streak: 3, settings: { alpha: 1, streakBonus: false } },
      { correct: true, points: 500, bonus: 0, streak: 4 },
    ],
    [
      'right for no points',
      { streak: 3, question: { ...question, points: 0 } },
      { correct: true, points: 0, bonus: 0, streak: 4 },
    ],
    ['answered wrong', { streak: 3, answer: { ...answer, options: [0] } }, nothing],
    ['not answered', { streak: 3, answer: null }, nothing],
  ])('%s', (_what, changes, expected) => {
    expect(mark({ question, settings, answer, streak: 0, ...changes })).toEqual(expected);
  });
});
