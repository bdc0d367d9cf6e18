/** Longer than any name can be before tidying; what is longer is refused unread. */
const rawLength = 1_000;

/** Refused anywhere: control, format (bidi among them), private-use, unassigned, and what is there but not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2800]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;
/** Besides spaces, what may be in a name but makes none. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;
const stackedMarks = /\p{M}{3}/u;

/** Its length is counted in code points, after tidying. */
export type NameProblem = 'LENGTH' | 'UNSEEN' | 'STACKED';

/** A name that others see, as it is shown: NFKC, trimmed, runs of spaces made one. Otherwise what is wrong with it. */
export function readShownName(raw: string, most: number): { name: string } | { problem: NameProblem } {
  if (raw.length > rawLength) return { problem: 'LENGTH' };
  const name = raw.normalize('NFKC').trim();
  if (unseen.test(name)) return { problem: 'UNSEEN' };
  const tidy = name.replaceAll(/\s+/g, ' ');
  if ([...tidy].length > most || !seen.test(tidy)) return { problem: 'LENGTH' };
  return stackedMarks.test(tidy) ? { problem: 'STACKED' } : { name: tidy };
}
