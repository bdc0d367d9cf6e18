import { describe, expect, it } from 'vitest';
import type { AnswerOutcome } from './answer.ts';
import { kicks, leaves } from './testMembership.ts';
import { answers, at, type Kept, type Move, runs } from './testMoves.ts';
import { cora, host, paul, rosa } from './testPeople.ts';
import { play, running } from './testRoom.ts';

const outcome = (kept: Kept, ...moves: Move[]): AnswerOutcome | undefined => play(kept, ...moves).answered;
const refusedFor = (kept: Kept, ...moves: Move[]) => {
  const answered = outcome(kept, ...moves);
  return answered && 'refusal' in answered ? answered.refusal.refused : 'taken';
};
const first = running();
const last = running({ answerChange: 'LAST' });
const keptOf = (options: number[], ms: number) => ({
  userId: paul.id,
  questionIndex: 0,
  options,
  answeredAt: at(ms),
  elapsedMs: ms,
});

describe('an answer', () => {
  it('is kept with when it came, by the server, and what of the time it used', () => {
    const answer = keptOf([0, 2], 2_500);
    expect(outcome(first, answers(paul, 0, [2, 0], 2_500))).toEqual({ answer, written: true });
  });

  it('is the same when it is the same again, even when the question has closed', () => {
    const answer = keptOf([0, 2], 2_500);
    for (const kept of [first, last]) {
      const again = (...moves: Move[]) => outcome(kept, answers(paul, 0, [0, 2], 2_500), ...moves);
      expect(again(answers(paul, 0, [2, 0], 3_000))).toEqual({ answer, written: false });
      expect(again(answers(paul, 0, [0, 2], 60_000))).toEqual({ answer, written: false });
      expect(again(runs('REVEAL', 4_000), answers(paul, 0, [0, 2], 5_000))).toEqual({ answer, written: false });
    }
  });

  it('is refused when it is another and the first one counts', () => {
    const refusal = { refused: 'ALREADY_ANSWERED', options: [0], answeredAt: at(1_000) };
    expect(outcome(first, answers(paul, 0, [0], 1_000), answers(paul, 0, [1], 2_000))).toEqual({ refusal });
  });

  it('replaces the one before where the last one counts, until the deadline', () => {
    const changed = play(
      last,
      answers(paul, 0, [0], 1_000),
      answers(paul, 0, [1], 2_000),
      answers(paul, 0, [0], 9_999),
    );
    expect(changed.answers).toEqual([keptOf([0], 9_999)]);
    expect(refusedFor(changed, answers(paul, 0, [2], 10_000))).toBe('QUESTION_CLOSED');
    // One that came earlier, and was overtaken on its way.
    expect(outcome(changed, answers(paul, 0, [2], 9_998))).toEqual({ answer: keptOf([0], 9_999), written: false });
  });

  it('is late from its deadline on, though no timer has fired', () => {
    expect(refusedFor(first, answers(paul, 0, [0], 9_999))).toBe('taken');
    expect(refusedFor(first, answers(paul, 0, [0], 10_000))).toBe('QUESTION_CLOSED');
  });

  it('uses no time while the quiz is paused, and is not taken', () => {
    const paused = play(first, runs('PAUSE', 4_000));
    expect(refusedFor(paused, answers(paul, 0, [0], 5_000))).toBe('WRONG_PHASE');
    const resumed = play(paused, runs('RESUME', 60_000));
    expect(outcome(resumed, answers(paul, 0, [0], 61_000))).toMatchObject({ answer: { elapsedMs: 5_000 } });
    expect(refusedFor(resumed, answers(paul, 0, [0], 66_000))).toBe('QUESTION_CLOSED');
  });

  it.each<[what: string, options: number[]]>([
    ['nothing', []],
    ['an option twice', [0, 0]],
    ['an option that is not there', [3]],
    ['an option below 0', [-1]],
    ['half an option', [0.5]],
    ['no number', [NaN]],
  ])('is not %s', (_what, options) => {
    const refusal = { refused: 'OPTIONS_UNFIT', optionCount: 3 };
    expect(outcome(first, answers(paul, 0, options, 1_000))).toEqual({ refusal });
  });

  it('may be any set of options, however many are right', () => {
    for (const options of [[0], [0, 1], [0, 1, 2]]) {
      expect(refusedFor(first, answers(paul, 0, options, 1_000))).toBe('taken');
    }
  });

  it('is refused by phase and question', () => {
    const second = play(first, runs('REVEAL', 1_000), runs('NEXT', 2_000));
    expect(refusedFor(first, answers(paul, 1, [0], 1_000))).toBe('WRONG_PHASE');
    expect(refusedFor(first, answers(paul, NaN, [0], 1_000))).toBe('WRONG_PHASE');
    expect(refusedFor(first, runs('REVEAL', 500), answers(paul, 0, [0], 1_000))).toBe('QUESTION_CLOSED');
    expect(refusedFor(second, answers(paul, 0, [0], 3_000))).toBe('QUESTION_CLOSED');
    expect(refusedFor(second, runs('PAUSE', 2_500), answers(paul, 0, [0], 3_000))).toBe('QUESTION_CLOSED');
    expect(refusedFor(second, runs('END', 2_500), answers(paul, 1, [0], 3_000))).toBe('QUESTION_CLOSED');
  });

  it('is for members who play', () => {
    expect(refusedFor(first, answers(rosa, 0, [0], 1_000))).toBe('NOT_MEMBER');
    expect(refusedFor(first, leaves(paul, 500), answers(paul, 0, [0], 1_000))).toBe('NOT_MEMBER');
    expect(refusedFor(first, answers(host, 0, [0], 1_000))).toBe('NOT_PLAYING');
    expect(refusedFor(running({ hostPlays: true }), answers(host, 0, [0], 1_000))).toBe('taken');
    expect(refusedFor(first, answers(cora, 0, [0], 1_000))).toBe('taken');
    expect(outcome(first, kicks(host, paul, 500, 'shouting'), answers(paul, 0, [0], 1_000))).toEqual({
      refusal: { refused: 'BANNED', reason: 'shouting' },
    });
  });
});
