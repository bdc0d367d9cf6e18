import { describe, expect, it } from 'vitest';
import { isText } from './text.ts';

describe('a text of at most 4 characters', () => {
  it.each(['a', ' ', 'abcd', 'äöüß', '🎯🎯🎯🎯', 'a\u200db', '\u{10ffff}'])('is %j', (text) => {
    expect(isText(text, 4)).toBe(true);
  });

  it.each(['', 'abcde', '🎯🎯🎯🎯🎯', 'a\u0000', 'a\nb', '\u007f', '\u0085', '\ud83c', '\udfafa'])(
    'is not %j',
    (text) => {
      expect(isText(text, 4)).toBe(false);
    },
  );

  it('may be none, where that is said', () => {
    expect(isText('', 4, 0)).toBe(true);
    expect(isText('\u0000', 4, 0)).toBe(false);
    expect(isText('abcde', 4, 0)).toBe(false);
  });
});
