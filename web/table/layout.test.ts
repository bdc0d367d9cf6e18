import { describe, expect, it } from 'vitest';
import { boardOf, rowsOf } from './layout.ts';

describe('the rows of a rack', () => {
  it.each([
    { cups: 1, rows: [1] },
    { cups: 3, rows: [2, 1] },
    { cups: 5, rows: [3, 2] },
    { cups: 6, rows: [3, 2, 1] },
    { cups: 7, rows: [4, 3] },
    { cups: 10, rows: [4, 3, 2, 1] },
  ])('of $cups cups', ({ cups, rows }) => expect(rowsOf(cups)).toEqual(rows));
});

const counts = [1, 2, 3, 4, 5, 6, 7, 8];
const cases = counts.flatMap((players) =>
  [1, 6, 10].flatMap((cups) => [true, false].map((narrow) => ({ players, cups, narrow }))),
);

describe('a board', () => {
  it.each(cases)(
    'of $players with $cups cups each, narrow: $narrow, has no two cups in one place',
    ({ players, cups, narrow }) => {
      const people = counts.slice(0, players).map((number) => ({ userId: `u${number}`, cups }));
      const { racks, cup, height } = boardOf(people, 'u2', narrow);
      expect(racks.map(({ userId }) => userId).toSorted()).toEqual(people.map(({ userId }) => userId));
      const places = racks.flatMap((rack) => [...rack.cups]);
      expect(places).toHaveLength(players * cups);
      for (const [index, { x, y }] of places.entries()) {
        expect(Math.min(x, y, 100 - x, height - y)).toBeGreaterThanOrEqual(cup / 2 - 0.001);
        for (const other of places.slice(index + 1))
          expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(cup * 0.999);
      }
      // On a screen of 320 pixels a cup can still be hit.
      if (narrow) expect(cup * 2.9).toBeGreaterThanOrEqual(24);
    },
  );

  it('has one’s own rack below with the tip up, another’s above with the tip down', () => {
    const people = ['ann', 'bob'].map((userId) => ({ userId, cups: 3 }));
    const { racks } = boardOf(people, 'ann', false);
    const [bob, ann] = racks;
    expect([bob?.userId, ann?.userId]).toEqual(['bob', 'ann']);
    const tips = [bob, ann].map((rack) => rack?.cups[2]?.y ?? 0);
    const bases = [bob, ann].map((rack) => rack?.cups[0]?.y ?? 0);
    expect(tips[0]).toBeGreaterThan(bases[0] ?? 0);
    expect(tips[1]).toBeLessThan(bases[1] ?? 0);
  });
});
