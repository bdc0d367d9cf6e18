import { describe, expect, it } from 'vitest';
import { placeOf, winnerOf, withShared } from './places.ts';

describe('who has no points', () => {
  const scored = (...scores: number[]) =>
    scores.map((score, at) => ({
      rank: at + 1,
      score,
      person: { id: `p${at}`, handle: `p${at}`, displayName: `P${at}` },
    }));

  it('shares a place with all who have none, and has none alone', () => {
    expect(withShared(scored(900, 900, 0, 0, 0)).map(({ rank }) => rank)).toEqual([1, 2, 3, 3, 3]);
    expect(withShared(scored(0, 0)).map(({ rank }) => rank)).toEqual([1, 1]);
    expect([placeOf({ rank: 2, score: 10 }), placeOf({ rank: 2, score: 0 })]).toEqual([2, null]);
  });

  it('does not win', () => {
    expect(winnerOf(scored(10, 0))?.id).toBe('p0');
    expect([winnerOf(scored(0, 0)), winnerOf([]), winnerOf(null)]).toEqual([null, null, null]);
  });
});
