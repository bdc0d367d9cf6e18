import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, type Cursor } from './cursor.ts';

const cursor: Cursor = { stream: 'Game:0190c3e4-0000-7000-8000-000000000001', epoch: '0123456789abcdef', seq: 42 };
const text = encodeCursor(cursor);
const encode = (inside: string) => Buffer.from(inside, 'latin1').toString('base64url');
const inside = ({ epoch, seq, stream }: Record<keyof Cursor, string | number>) => encode(`${epoch}.${seq}.${stream}`);

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const cursors: fc.Arbitrary<Cursor> = fc.record({
  stream: fc
    .tuple(fc.constantFrom('Game', 'User', 'QuizRoom', 'Tournament'), fc.uuid())
    .map((parts) => parts.join(':')),
  epoch: hex(16),
  seq: fc.oneof(fc.nat(100), fc.nat(9_999_999_999)),
});

describe('a cursor', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(cursors, (place) => {
        const encoded = encodeCursor(place);
        expect(encoded).toMatch(/^[\w-]+$/);
        expect(decodeCursor(encoded)).toEqual(place);
      }),
    );
  });

  it.each([0, 1, 9_999_999_999])('holds sequence number %d', (seq) => {
    expect(decodeCursor(encodeCursor({ ...cursor, seq }))).toStrictEqual({ ...cursor, seq });
  });

  it('differs for every place', () => {
    fc.assert(
      fc.property(cursors, cursors, (one, two) => {
        const same = one.stream === two.stream && one.epoch === two.epoch && one.seq === two.seq;
        expect(encodeCursor(one) === encodeCursor(two)).toBe(same);
      }),
    );
  });
});

describe('what is no cursor', () => {
  it.each<[what: string, garbage: string]>([
    ['nothing', ''],
    ['words', 'not a cursor'],
    ['not base64', '!!!!'],
    ['its content in the clear', '0123456789abcdef.42.Game:0190c3e4-0000-7000-8000-000000000001'],
    ['padding', Buffer.from(text, 'base64url').toString('base64')],
    ['padding of one’s own', `${text}=`],
    ['a space behind', `${text} `],
    ['a space before', ` ${text}`],
    ['a line break within', `${text.slice(0, 8)}\n${text.slice(8)}`],
    ['a zero byte behind', `${text}\u0000`],
    ['a letter too many', `${text}A`],
    ['cut short', text.slice(0, -1)],
    ['twice', text + text],
    ['very long', 'A'.repeat(1_000_000)],
    ['very long, behind a good one', text + 'A'.repeat(1_000_000)],
    ['a long number', inside({ ...cursor, seq: '1'.repeat(11) })],
    ['a leading zero', inside({ ...cursor, seq: '042' })],
    ['a sign', inside({ ...cursor, seq: '-1' })],
    ['a plus', inside({ ...cursor, seq: '+1' })],
    ['a fraction', inside({ ...cursor, seq: '1.5' })],
    ['an exponent', inside({ ...cursor, seq: '1e3' })],
    ['not a number', inside({ ...cursor, seq: 'NaN' })],
    ['no number', inside({ ...cursor, seq: '' })],
    ['a short epoch', inside({ ...cursor, epoch: cursor.epoch.slice(1) })],
    ['a long epoch', inside({ ...cursor, epoch: `${cursor.epoch}0` })],
    ['an epoch in capitals', inside({ ...cursor, epoch: cursor.epoch.toUpperCase() })],
    ['no stream', inside({ ...cursor, stream: '' })],
    ['no kind', inside({ ...cursor, stream: cursor.stream.slice('Game'.length) })],
    ['a kind that is too long', inside({ ...cursor, stream: `${'G'.repeat(32)}${cursor.stream.slice(4)}` })],
    ['a short id', inside({ ...cursor, stream: cursor.stream.slice(0, -1) })],
    ['a long id', inside({ ...cursor, stream: `${cursor.stream}0` })],
    ['an id in capitals', inside({ ...cursor, stream: cursor.stream.replace('c3e4', 'C3E4') })],
    ['a line break at the end', encode(`${Buffer.from(text, 'base64url').toString('latin1')}\n`)],
    ['bytes that look like letters', inside({ ...cursor, stream: cursor.stream.replace('Game', 'Gam\u00e9') })],
  ])('is undefined: %s', (_, garbage) => {
    expect(decodeCursor(garbage)).toBeUndefined();
  });

  it('in the other base64 alphabet, or with bits to spare, is undefined', () => {
    // Two spare bits at the end, when the content's length leaves a remainder of 2.
    const spare = [0, 1, 22, 333].map((seq) => encodeCursor({ ...cursor, seq })).find(({ length }) => length % 4 === 3);
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = digits.indexOf(spare?.at(-1) ?? '');
    const loose = `${spare?.slice(0, -1)}${digits[last + 1]}`;
    expect(Buffer.from(loose, 'base64url')).toEqual(Buffer.from(spare ?? '', 'base64url'));
    expect(decodeCursor(spare ?? '')).toBeDefined();
    expect(decodeCursor(loose)).toBeUndefined();
  });

  it('is never anything else than what `encodeCursor` makes', () => {
    const tampered = fc
      .record({ from: fc.nat(text.length), drop: fc.nat(3), put: fc.string({ maxLength: 3 }) })
      .map(({ from, drop, put }) => text.slice(0, from) + put + text.slice(from + drop));
    fc.assert(
      fc.property(fc.oneof(tampered, fc.string(), fc.base64String(), fc.string().map(encode)), (anything) => {
        const decoded = decodeCursor(anything);
        if (decoded) expect(encodeCursor(decoded)).toBe(anything);
      }),
      { numRuns: 1_000 },
    );
  });
});
