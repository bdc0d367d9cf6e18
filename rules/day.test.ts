import { describe, expect, it } from 'vitest';
import { dayOf, startOf } from './day.ts';

describe('a day', () => {
  it.each([
    ['2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['2027-01-01T00:00:00.000Z', '2027-01-01'],
    ['2028-02-29T12:00:00.000Z', '2028-02-29'],
  ])('%s falls on %s', (moment, expected) => {
    expect(dayOf(Date.parse(moment))).toBe(expected);
  });

  it('begins at midnight, UTC', () => {
    expect(new Date(startOf('2028-02-29')).toISOString()).toBe('2028-02-29T00:00:00.000Z');
  });
});
