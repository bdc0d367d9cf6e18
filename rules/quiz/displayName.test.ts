import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDisplayName } from './displayName.ts';

const marks = (count: number) => '\u0323'.repeat(count);

describe('a display name', () => {
  it.each<[raw: string, name: string]>([
    ['Anna', 'Anna'],
    ['  Anna  ', 'Anna'],
    ['Anna   von\u00a0\u2003Au', 'Anna von Au'],
    ['Anna\n', 'Anna'],
    ['Ａｎｎａ', 'Anna'],
    ['Ame\u0301lie', 'Am\u00e9lie'],
    ['x'.repeat(24), 'x'.repeat(24)],
    [` ${'🎯'.repeat(24)} `, '🎯'.repeat(24)],
    ['李雷', '李雷'],
    ['محمد', 'محمد'],
    ['नमस्ते', 'नमस्ते'],
    ['I ❤️ it', 'I ❤️ it'],
    [`x${marks(2)}y`, `x${marks(2)}y`],
    ['!', '!'],
    ['👨‍👩‍👧 Smith', '👨‍👩‍👧 Smith'],
    ['🏳️‍🌈', '🏳️‍🌈'],
    ['DJ Олег', 'DJ Олег'],
    ['Олег', 'Олег'],
    ['Ελένη', 'Ελένη'],
    ['Ken太郎', 'Ken太郎'],
    ['ᏣᎳᎩ', 'ᏣᎳᎩ'],
  ])('%j is %j', (raw, name) => {
    expect(readDisplayName(raw)).toEqual({ name });
  });

  it.each<[what: string, raw: string, problem: RegExp]>([
    ['nothing', '', /1 to 24/],
    ['spaces', ' \u3000\u00a0 ', /1 to 24/],
    ['25 characters', 'x'.repeat(25), /1 to 24/],
    ['25 characters once normal', `ﷺ${'x'.repeat(7)}`, /1 to 24/],
    ['far too many, most of them spaces', `${' '.repeat(1_000)}x`, /1 to 24/],
    ['an accent on nothing', '\u0301', /1 to 24/],
    ['a variation selector', '\ufe0f', /1 to 24/],
    ['a tab', 'An\tna', /invisible/],
    ['a line break', 'An\nna', /invisible/],
    ['NUL', 'An\0na', /invisible/],
    ['DEL', 'An\u007fna', /invisible/],
    ['a zero-width space', 'An\u200bna', /invisible/],
    ['a zero-width joiner', 'An\u200dna', /invisible/],
    ['a soft hyphen', 'An\u00adna', /invisible/],
    ['right-to-left override', '\u202eannA', /invisible/],
    ['a bidi isolate', 'An\u2066na', /invisible/],
    ['a tag', 'Anna\u{e0041}', /invisible/],
    ['private use', 'Anna\ue000', /invisible/],
    ['unassigned', 'Anna\u0378', /invisible/],
    ['half a character', 'Anna\ud83c', /invisible/],
    ['Hangul filler', '\u3164', /invisible/],
    ['blank Braille', '\u2800', /invisible/],
    ['three accents on a letter', `Ax${marks(3)}`, /accents/],
    ['a joiner between no pictures', '👨\u200dna', /invisible/],
    ['Latin with a Cyrillic letter', 'Аda', /alphabet/],
    ['Latin with a Cherokee letter', 'Ꮐuest', /alphabet/],
    ['Latin with a Lisu letter', 'ꓐen', /alphabet/],
    ['Latin with an Armenian letter', 'Տue', /alphabet/],
    ['Latin with a Coptic letter', 'Ⲓan', /alphabet/],
    ['Latin with a Carian letter', '𐊰ax', /alphabet/],
    ['Latin with a Greek letter', 'Αnn', /alphabet/],
    ['Cyrillic with a Greek letter', 'Οлег', /alphabet/],
    ['a tower of accents', `x${marks(20)}`, /accents/],
  ])('is not %s', (_what, raw, problem) => {
    expect(readDisplayName(raw)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('read again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const read = readDisplayName(raw);
        fc.pre('name' in read);
        expect(readDisplayName(read.name)).toEqual(read);
        expect([...read.name].length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
