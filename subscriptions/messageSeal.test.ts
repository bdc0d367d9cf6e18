import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageSeal, type Announcement } from './messageSeal.ts';

const key = Buffer.alloc(32, 7);
const seal = new MessageSeal(key);
const announcement: Announcement = {
  stream: 'Game:0190c3e4-0000-7000-8000-000000000001',
  epoch: '0123456789abcdef',
  entries: [
    { seq: 4, type: 'GameStarted', version: 1, payload: { startedAt: 1_700_000_000_000 }, at: 1_700_000_000_000 },
  ],
};

const announcements: fc.Arbitrary<Announcement> = fc.record({
  stream: fc.string({ unit: 'grapheme' }),
  epoch: fc.string(),
  entries: fc.array(
    fc.record({
      seq: fc.nat(),
      type: fc.string(),
      version: fc.nat(),
      payload: fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        fc.jsonValue({ noUnicodeString: false }).map((value): unknown => JSON.parse(JSON.stringify(value))),
        { noNullPrototype: true },
      ),
      at: fc.nat(),
    }),
  ),
});

describe('what nodes tell each other', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(announcements, (told) => {
        expect(seal.open(seal.seal(told))).toEqual(told);
        expect(new MessageSeal(Buffer.from(key)).open(seal.seal(told))).toEqual(told);
      }),
    );
  });

  it('is nothing once a letter of it was changed', () => {
    const sealed = seal.seal(announcement);
    const change = fc.record({ at: fc.nat(sealed.length - 1), drop: fc.nat(2), put: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(change, ({ at, drop, put }) => {
        const tampered = sealed.slice(0, at) + put + sealed.slice(at + drop);
        // The signature's own text may be written in several ways; what it signs may not.
        if (tampered.slice(tampered.indexOf('.')) === sealed.slice(sealed.indexOf('.'))) return;
        expect(seal.open(tampered)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });

  const [mac = '', body = ''] = [seal.seal(announcement).slice(0, 43), seal.seal(announcement).slice(44)];
  /** Signed with the right key, so that only the form is wrong. */
  const signed = (content: unknown) => seal.seal(content as Announcement);

  it.each<[what: string, message: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 42],
    ['an object', announcement],
    ['empty', ''],
    ['a dot', '.'],
    ['no signature', body],
    ['an empty signature', `.${body}`],
    ['a short signature', `${mac.slice(4)}.${body}`],
    ['a long signature', `${mac}AAAA.${body}`],
    ['a signature of zeros', `${'A'.repeat(43)}.${body}`],
    ['a signature alone', `${mac}.`],
    ['no dot', mac + body],
    ['another key', new MessageSeal(Buffer.alloc(32, 8)).seal(announcement)],
    ['signed, but not an announcement', signed({ stream: 'Game:1' })],
    [
      'signed, with a payload that is no object',
      signed({ ...announcement, entries: [{ ...announcement.entries[0], payload: 1 }] }),
    ],
    [
      'signed, with an entry that has no number',
      signed({ ...announcement, entries: [{ ...announcement.entries[0], seq: '4' }] }),
    ],
    ['signed, with no entries', signed({ ...announcement, entries: undefined })],
  ])('is nothing when it is %s', (_, message) => {
    expect(seal.open(message)).toBeUndefined();
  });

  it('(the signature and body that these were made of are good)', () => {
    expect(seal.open(`${mac}.${body}`)).toEqual(announcement);
  });
});
