/** In code points, after tidying. */
export const displayNameLength = 24;

/** Longer than any name can be before tidying; what is longer is refused unread. */
const rawLength = 1_000;

/** Refused anywhere: control, format (bidi among them), private-use, unassigned, and what is there but not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2800]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;
/** Besides spaces, what may be in a name but makes none. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;
const stackedMarks = /\p{M}{3}/u;

/**
 * The name as it is shown: NFKC, trimmed, runs of spaces made one. Otherwise what to do about it. Whether it is taken,
 * or a word filter minds, is for others to say.
 */
export function readDisplayName(raw: string): { name: string } | { problem: string } {
  const length = `Choose a name of 1 to ${displayNameLength} characters.`;
  if (raw.length > rawLength) return { problem: length };
  const name = raw.normalize('NFKC').trim();
  if (unseen.test(name)) return { problem: 'Choose a name without invisible characters.' };
  const tidy = name.replaceAll(/\s+/g, ' ');
  if ([...tidy].length > displayNameLength || !seen.test(tidy)) return { problem: length };
  if (stackedMarks.test(tidy)) return { problem: 'Choose a name with at most two accents on a letter.' };
  return { name: tidy };
}
