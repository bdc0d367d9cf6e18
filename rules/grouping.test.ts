import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupingRule } from '../entities/tournament.ts';
import { bandOf, pickGroup, type GroupSeats } from './grouping.ts';

/** Seats people of these levels one after the other. */
function seated(rule: GroupingRule, levels: readonly number[], groupSize: number): GroupSeats[] {
  const groups: GroupSeats[] = [];
  for (const level of levels) {
    const picked = pickGroup(rule, level, groups, groupSize);
    if ('group' in picked) picked.group.size += 1;
    else groups.push({ id: `g${groups.length + 1}`, number: groups.length + 1, band: picked.newBand, size: 1 });
  }
  return groups;
}

const levels = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 300 });
const size = fc.integer({ min: 1, max: 40 });

describe('in order', () => {
  it('fills one group after the other', () => {
    expect(
      seated(
        'ORDER',
        Array.from({ length: 200 }, () => 10),
        35,
      ).map((group) => group.size),
    ).toEqual([35, 35, 35, 35, 35, 25]);
  });

  it('takes the first that is not full, by number, in whatever order they come', () => {
    const group = (number: number, seats: number) => ({ id: `g${number}`, number, band: 'all', size: seats });
    expect(pickGroup('ORDER', 10, [group(3, 1), group(2, 4), group(1, 5)], 5)).toEqual({ group: group(2, 4) });
  });
});

describe('by level', () => {
  it.each([
    [1, '0-9'],
    [9, '0-9'],
    [10, '10-19'],
    [19, '10-19'],
    [20, '20-29'],
    [107, '100-109'],
  ])('level %d is of the band %s', (level, band) => {
    expect(bandOf('LEVEL', level)).toBe(band);
  });

  it('seats nobody beside someone of another band', () => {
    const groups = seated('LEVEL', [10, 25, 11, 19, 21, 12], 3);
    expect(groups.map(({ band, size: seats }) => [band, seats])).toEqual([
      ['10-19', 3],
      ['20-29', 2],
      ['10-19', 1],
    ]);
  });
});

it.each(['ORDER', 'LEVEL'] as const)(
  'by %s everyone has a seat, and all but the last group of a band are full',
  (rule) => {
    fc.assert(
      fc.property(levels, size, (people, groupSize) => {
        const groups = seated(rule, people, groupSize);
        expect(groups.reduce((sum, group) => sum + group.size, 0)).toBe(people.length);
        for (const group of groups) {
          const later = groups.some(({ band, number }) => band === group.band && number > group.number);
          expect(group.size).toBeLessThanOrEqual(groupSize);
          if (later) expect(group.size).toBe(groupSize);
        }
      }),
    );
  },
);
