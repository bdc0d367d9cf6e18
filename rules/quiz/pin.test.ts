import { describe, expect, it } from 'vitest';
import { isGuessable, pinCount, pinOf } from './pin.ts';

const every = Array.from({ length: pinCount }, (_, number) => pinOf(number));

/** The same said of texts: slower, and with nothing in common with the code. */
const patterns = [/^(.{3})\1$/, /^(..)\1\1$/, /^(.)\1(.)\2(.)\3$/, /^(.)\1\1(.)\2\2$/, /^(.)(.)(.)\3\2\1$/];
const digits = Array.from({ length: 10 }, (_, digit) => digit);
const runs = new Set(
  digits.flatMap((first) =>
    digits.map((step) => Array.from({ length: 6 }, (_, place) => (first + place * step) % 10).join('')),
  ),
);
const guessable = every.filter((pin) => runs.has(pin) || patterns.some((pattern) => pattern.test(pin)));

describe('a PIN', () => {
  it('is guessable or not, each of the million as the patterns say', () => {
    expect(every.filter(isGuessable)).toEqual(guessable);
    expect(guessable).toHaveLength(3_060);
  });

  it.each([
    '000000',
    '777777',
    '123456',
    '234567',
    '654321',
    '890123',
    '210987',
    '024680',
    '135791',
    '121212',
    '123123',
    '111222',
    '112233',
    '773399',
    '123321',
    '900009',
  ])('%s is guessable', (pin) => {
    expect(isGuessable(pin)).toBe(true);
  });

  it.each(['000123', '123457', '112234', '121213', '384019', '111223', '999998'])('%s is not', (pin) => {
    expect(isGuessable(pin)).toBe(false);
  });

  it('is one of a million, each of six digits', () => {
    expect(new Set(every).size).toBe(1_000_000);
    expect(every.filter((pin) => !/^\d{6}$/.test(pin))).toEqual([]);
  });
});
