const pinLength = 6;

/** How many PINs there are, those among them that are guessable. */
export const pinCount = 10 ** pinLength;

/** The PIN that a whole number from 0 to `pinCount - 1` makes. Whoever draws one draws again while it is guessable. */
export function pinOf(number: number): string {
  return String(number).padStart(pinLength, '0');
}

/**
 * Whether somebody would try this PIN of six digits first: even steps up or down, round from 9 to 0 too (000000,
 * 123456, 654321, 890123, 024680), a half or a pair repeated (123123, 121212), three pairs or two triples (112233,
 * 111222), or the same read backwards (123321). 3,060 of them are.
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
