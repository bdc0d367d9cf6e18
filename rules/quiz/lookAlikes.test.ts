import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDisplayName } from './displayName.ts';
import { lookAlikeKey } from './lookAlikes.ts';

describe('names that may be taken for each other have one key', () => {
  it.each<[trick: string, name: string, other: string]>([
    ['case', 'Anna', 'aNNA'],
    ['width', 'Anna', 'Ａｎｎａ'],
    ['accents', 'Anna', 'Ánnà'],
    ['accents piled on', 'Anna', 'A\u0301n\u0308na'],
    ['letters from mathematics', 'Anna', '𝐀𝓃𝕟𝖆'],
    ['letters in circles', 'Anna', 'Ⓐⓝⓝⓐ'],
    ['letters in dark circles and squares', 'Anna', '🅐🅝🅽🅰'],
    ['flag letters', 'DE', '🇩🇪'],
    ['small capitals', 'Anna', 'ᴀɴɴᴀ'],
    ['raised letters', 'Anna', 'ᴬⁿⁿᵃ'],
    ['Cyrillic а', 'Anna', 'Аnnа'],
    ['all Cyrillic', 'coca', 'соса'],
    ['Cyrillic capitals', 'HOBAPTEM', 'НОВАРТЕМ'],
    ['Cyrillic палочка', 'Lea', 'Ӏеа'],
    ['Cyrillic ѕ, і, ј', 'Sij', 'Ѕіј'],
    ['mirrored letters', 'ROMAN', 'ЯOMAИ'],
    ['Greek capitals', 'ANNA', 'ΑΝΝΑ'],
    ['Greek capitals of one who is all small', 'anna', 'ΑΝΝΑ'],
    ['a Greek name in capitals', 'Νίκος', 'ΝΙΚΟΣ'],
    ['Greek ο', 'Tom', 'Tοm'],
    ['Greek ν', 'Eva', 'Eνa'],
    ['Greek ρ', 'Paul', 'ρaul'],
    ['Greek Λ for A', 'ANNA', 'ΛNNΛ'],
    ['0 for O', 'Otto', '0tt0'],
    ['1 for l', 'Bill', 'Bi11'],
    ['I for l', 'Bill', 'BiII'],
    ['| for l', 'Bill', 'Bi||'],
    ['Turkish ı and İ', 'Izmir', 'ızmİr'],
    ['ø', 'Soren', 'Søren'],
    ['rn for m', 'Tom', 'Torn'],
    ['vv for w', 'Walt', 'vvalt'],
    ['spaces', 'Anna', 'A n n a'],
    ['wide spaces', 'Anna', 'An\u3000na\u2009'],
    ['punctuation', 'Anna', '.-An_na!-'],
    ['a zero-width space', 'Anna', 'An\u200bna'],
    ['a soft hyphen', 'Anna', 'An\u00adna'],
    ['right-to-left marks', 'Anna', '\u202eAnna\u202c'],
    ['a modifier apostrophe', 'Oneil', 'Oʼneil'],
    ['spaced exclamations', '!!!', ' ! ! !'],
    ['ligatures', 'fifi', 'ﬁﬁ'],
    ['all at once', 'Mr. Wilson', 'ΜR  vvі1ѕоΝ'],
  ])('%s', (_trick, name, other) => {
    expect(lookAlikeKey(other)).toBe(lookAlikeKey(name));
  });
});

describe('names that nobody takes for each other have different keys', () => {
  it.each([
    ['Anna', 'Hanna'],
    ['Tom', 'Tim'],
    ['Anna1', 'Anna2'],
    ['Иван', 'Илья'],
    ['Νίκος', 'Νίκη'],
    ['李雷', '李梅'],
    ['さくら', 'ざくら'],
    ['スーパ', 'スパ'],
    ['राम', 'रमा'],
    ['محمد', 'محمود'],
    ['Ann', 'Ann 🎯'],
    ['🎯', '🎲'],
    ['!!!', '???'],
    ['5am', 'Sam'],
  ])('%s and %s', (name, other) => {
    expect(lookAlikeKey(other)).not.toBe(lookAlikeKey(name));
  });
});

it('no name is without a key, and each has one however it is composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 24 }), (raw) => {
      const read = readDisplayName(raw);
      fc.pre('name' in read);
      const key = lookAlikeKey(read.name);
      expect(key).not.toBe('');
      expect([lookAlikeKey(read.name.normalize('NFD')), lookAlikeKey(` ${read.name}\n`)]).toEqual([key, key]);
    }),
    { numRuns: 5_000 },
  );
});
