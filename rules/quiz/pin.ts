const pinLength = 6;
const allPins = 10 ** pinLength;

/** How many PINs there are to draw from: of the million, 3,060 are guessable. A test counts them. */
export const pinCount = 996_940;

/**
 * The PIN at a place among those that are not guessable, in ascending order. Uniform when the draw is.
 * @param drawn a random whole number from 0 to `pinCount - 1`
 */
export function pinFrom(drawn: number): string {
  if (!Number.isInteger(drawn) || drawn < 0 || drawn >= pinCount) {
    throw new RangeError(`Draw a whole number from 0 to ${pinCount - 1}, not ${drawn}`);
  }
  let number = drawn;
  for (const guessable of guessablePins()) {
    if (guessable > number) break;
    number += 1;
  }
  return String(number).padStart(pinLength, '0');
}

/**
 * Whether somebody would try this PIN of six digits first: even steps up or down, round from 9 to 0 too (000000,
 * 123456, 654321, 890123, 024680), a half or a pair repeated (123123, 121212), three pairs or two triples (112233,
 * 111222), or the same read backwards (123321).
 */
export function isGuessable(pin: string): boolean {
  return isPattern(Number(pin));
}

function isPattern(number: number): boolean {
  const a = Math.floor(number / 100_000);
  const b = Math.floor(number / 10_000) % 10;
  const c = Math.floor(number / 1_000) % 10;
  const d = Math.floor(number / 100) % 10;
  const e = Math.floor(number / 10) % 10;
  const f = number % 10;
  const step = stepFrom(a, b);
  const evenSteps = [stepFrom(b, c), stepFrom(c, d), stepFrom(d, e), stepFrom(e, f)].every((one) => one === step);
  const halves = a === d && b === e && c === f;
  const repeatedPair = a === c && c === e && b === d && d === f;
  const threePairs = a === b && c === d && e === f;
  const twoTriples = a === b && b === c && d === e && e === f;
  const mirrored = a === f && b === e && c === d;
  return evenSteps || halves || repeatedPair || threePairs || twoTriples || mirrored;
}

function stepFrom(digit: number, next: number): number {
  return (next - digit + 10) % 10;
}

let guessable: readonly number[] | undefined;

/** Ascending; found on first use, which takes some hundredths of a second. */
function guessablePins(): readonly number[] {
  guessable ??= Array.from({ length: allPins }, (_, number) => number).filter(isPattern);
  return guessable;
}
