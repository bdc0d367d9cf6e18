import type { CSSProperties } from 'react';

const colours = [0, 1, 2, 3, 4, 5].map((key) => `var(--key-${key})`);
const more = ['#7a4a1e', '#4a5568'];

/** The colour of a seat's cups and balls, as `--cup` for its styles. */
export function seatColour(seat: number): CSSProperties {
  return { '--cup': [...colours, ...more][seat % 8] } as CSSProperties;
}
