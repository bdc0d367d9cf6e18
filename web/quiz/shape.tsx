/** A shape for each option, so that colour is not the only sign; drawn in the text's colour. */
const paths = [
  'M12 3 22.5 21h-21z',
  'M12 1.5 22.5 12 12 22.5 1.5 12z',
  'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  'M3 3h18v18H3z',
  'M7 3h10l5 9-5 9H7l-5-9z',
  'm12 1.5 3.2 6.9 7.5.9-5.5 5.2 1.4 7.4L12 18.2l-6.6 3.7 1.4-7.4L1.3 9.3l7.5-.9z',
];

export function Shape({ place }: { place: number }) {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true">
      <path d={paths[place % paths.length]} />
    </svg>
  );
}

/** The colour of an option's key, as `--key` for what is inside. */
export function keyColour(place: number): Record<string, string> {
  return { '--key': `var(--key-${place % paths.length})` };
}
