import { describe, expect, it } from 'vitest';
import { judge, placeOfEvent, type Place, type Ruling } from './place.ts';

const at = (seq: number, more: Partial<Place> = {}): Place => ({ cursor: `c${seq}`, seq, ...more });
const trimmed = (missedFrom: number | null, missedTo: number | null) => ({ reason: 'TRIMMED', missedFrom, missedTo });
const restored = { reason: 'RESTORED', missedFrom: null, missedTo: null };

describe('what comes is', () => {
  it.each<[what: string, last: Place | undefined, next: Place, Ruling]>([
    ['taken as the first of all', undefined, at(7), 'next'],
    ['taken as the first after a cursor alone', { cursor: 'given' }, at(7), 'next'],
    ['taken when it follows', at(6), at(7), 'next'],
    ['repeated when it is the last', at(7), at(7), 'repeated'],
    ['repeated when it is older', at(7), at(2), 'repeated'],
    ['missing one between', at(7), at(9), 'missing'],
    ['taken when a gap names all between', at(7), at(11, { gap: trimmed(8, 11) }), 'next'],
    ['taken when a gap can not name them', at(7), at(11, { gap: trimmed(null, null) }), 'next'],
    ['missing when a gap names fewer', at(7), at(11, { gap: trimmed(9, 11) }), 'missing'],
    ['repeated when the gap was passed', at(12), at(11, { gap: trimmed(8, 11) }), 'repeated'],
    ['taken when numbers begin anew', at(7), at(0, { gap: restored }), 'next'],
    ['repeated when they just did', at(0, { gap: restored }), at(0, { gap: restored }), 'repeated'],
    ['taken behind a new beginning', at(0, { gap: restored }), at(1), 'next'],
    ['taken without numbers', { cursor: 'a' }, { cursor: 'b' }, 'next'],
    ['repeated without numbers', { cursor: 'a' }, { cursor: 'a' }, 'repeated'],
  ])('%s', (_, last, next, ruling) => {
    expect(judge(last, next)).toBe(ruling);
  });
});

describe('an event’s place', () => {
  it('is its cursor and number, and its gap if it is one', () => {
    expect(placeOfEvent({ __typename: 'BallThrown', cursor: 'c', seq: 3 })).toEqual({ cursor: 'c', seq: 3 });
    expect(
      placeOfEvent({ __typename: 'StreamGap', cursor: 'c', seq: 3, reason: 'TRIMMED', missedFrom: 1, missedTo: 3 }),
    ).toEqual({ cursor: 'c', seq: 3, gap: trimmed(1, 3) });
    expect(placeOfEvent({ __typename: 'StreamGap', cursor: 'c', seq: 0, reason: 'RESTORED' }).gap).toEqual(restored);
  });

  it.each([
    null,
    'event',
    { __typename: 'BallThrown', seq: 3 },
    { __typename: 'BallThrown', cursor: 'c' },
    { cursor: 'c', seq: 3 },
    { __typename: 'StreamGap', cursor: 'c', seq: 3 },
  ])('is refused to %j, and what to select is said', (event) => {
    expect(() => placeOfEvent(event)).toThrow(/^Select `/);
  });
});
