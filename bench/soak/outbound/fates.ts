/** What becomes of a call; of CUT the message is taken, and its sender can't know. */
export type Fate = 'TAKEN' | 'FAILED' | 'TOO_MANY' | 'SILENT' | 'RESET' | 'CUT';

/** Of all calls, how many come to what; the rest is taken. A fifth fails. */
const shares: readonly (readonly [fate: Fate, share: number])[] = [
  ['FAILED', 0.08],
  ['TOO_MANY', 0.03],
  ['SILENT', 0.01],
  ['RESET', 0.04],
  ['CUT', 0.04],
];
/** The waits grow with each failure: a run that a few messages of bad luck held up for an hour would show nothing more. */
const mostInRow = 4;

/** What becomes of a call for a message whose last so many calls failed. `chance`: from 0 to 1. */
export function fateOf(failuresInRow: number, chance: number): Fate {
  if (failuresInRow >= mostInRow) return 'TAKEN';
  let before = 0;
  for (const [fate, share] of shares) {
    if (chance < before + share) return fate;
    before += share;
  }
  return 'TAKEN';
}
