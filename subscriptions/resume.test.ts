import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cursor } from './cursor.ts';
import { resume, type Gap, type Resumption, type StreamExtent } from './resume.ts';

const stream = 'Game:0190c3e4-0000-7000-8000-000000000001';
const epoch = '0123456789abcdef';
const extent = (tail: number, head: number): StreamExtent => ({ stream, epoch, tail, head });
const seen = (seq: number, changes: Partial<Cursor> = {}): Cursor => ({ stream, epoch, seq, ...changes });

const restored: Gap = { reason: 'RESTORED', missedFrom: null, missedTo: null };
const trimmed = (missedFrom: number, missedTo: number): Gap => ({ reason: 'TRIMMED', missedFrom, missedTo });

const whole = extent(1, 10);
const cut = extent(5, 10);
const emptied = extent(11, 10);
const fresh = extent(1, 0);
const other = { stream: 'Game:0190c3e4-0000-7000-8000-000000000002' };
const past = { epoch: 'fedcba9876543210' };

describe('a subscriber goes on', () => {
  it.each<[what: string, Cursor | undefined, StreamExtent, Resumption | undefined]>([
    ['nothing missed', seen(10), whole, { after: 10 }],
    ['the last one missed', seen(9), whole, { after: 9 }],
    ['some missed', seen(3), whole, { after: 3 }],
    ['all missed, all kept', seen(0), whole, { after: 0 }],
    ['no cursor, all kept', undefined, whole, { after: 0 }],
    ['no cursor, some trimmed', undefined, cut, { after: 4 }],
    ['no cursor, nothing kept', undefined, emptied, { after: 10 }],
    ['no cursor, empty stream', undefined, fresh, { after: 0 }],
    ['empty stream', seen(0), fresh, { after: 0 }],
    ['exactly what was seen is trimmed', seen(4), cut, { after: 4 }],
    ['one more is trimmed', seen(3), cut, { after: 4, gap: trimmed(4, 4) }],
    ['more are trimmed', seen(1), cut, { after: 4, gap: trimmed(2, 4) }],
    ['all that was trimmed was missed', seen(0), cut, { after: 4, gap: trimmed(1, 4) }],
    ['within what is kept', seen(5), cut, { after: 5 }],
    ['all trimmed and seen', seen(10), emptied, { after: 10 }],
    ['all trimmed, one missed', seen(9), emptied, { after: 10, gap: trimmed(10, 10) }],
    ['past the head', seen(11), whole, { after: 0, gap: restored }],
    ['past the head, some trimmed', seen(11), cut, { after: 4, gap: restored }],
    ['past the head, nothing kept', seen(11), emptied, { after: 10, gap: restored }],
    ['past the head of an empty stream', seen(1), fresh, { after: 0, gap: restored }],
    ['another epoch', seen(3, past), whole, { after: 0, gap: restored }],
    ['another epoch, at the head', seen(10, past), cut, { after: 4, gap: restored }],
    ['another epoch, behind the tail', seen(1, past), cut, { after: 4, gap: restored }],
    ['another epoch, empty stream', seen(0, past), fresh, { after: 0, gap: restored }],
    ['another stream', seen(3, other), whole, undefined],
    ['another stream and epoch', seen(3, { ...other, ...past }), whole, undefined],
    ['another stream, past the head', seen(11, other), whole, undefined],
  ])('%s', (_, cursor, kept, expected) => {
    expect(resume(cursor, kept)).toStrictEqual(expected);
  });

  it('so that every event was seen, follows, or is named in the gap: once', () => {
    const place = fc.record({ seq: fc.nat(40), head: fc.nat(40), keeps: fc.nat(40) });
    fc.assert(
      fc.property(place, ({ seq, head, keeps }) => {
        const kept = extent(Math.max(1, head + 1 - keeps), head);
        const { after, gap } = resume(seen(seq), kept) ?? { after: Number.NaN };
        const missed = gap ? range(gap.missedFrom ?? 1, gap.missedTo ?? kept.tail - 1) : [];
        const known = gap?.reason === 'RESTORED' ? [] : range(1, seq);
        expect([...known, ...missed, ...range(after + 1, head)]).toEqual(range(1, head));
        expect(gap?.reason).toBe(seq > head ? 'RESTORED' : missed.length > 0 ? 'TRIMMED' : undefined);
        expect(after).toBeGreaterThanOrEqual(kept.tail - 1);
      }),
      { numRuns: 1_000 },
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
