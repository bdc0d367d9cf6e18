/** Longer than any name can be before tidying; what is longer is refused unread. */
const rawLength = 1_000;

/** Refused anywhere: control, format (bidi among them), private-use, unassigned, and what is there but not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2800]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;
/** Besides spaces, what may be in a name but makes none. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;
const stackedMarks = /\p{M}{3}/u;
/** What makes one picture of several. */
const pictureJoiner = /(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})/gu;

const words = /[\p{L}\p{M}]+/gu;
/** Letters of alphabets that have letters of the same looks, and what may stand beside them in a word. */
const alphabets = [
  [
    /\p{Script=Latin}/u,
    /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]+$/u,
  ],
  [/\p{Script=Cyrillic}/u, /^[\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u],
  [/\p{Script=Greek}/u, /^[\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]+$/u],
] as const;

/** Its length is counted in code points, after tidying. */
export type NameProblem = 'LENGTH' | 'UNSEEN' | 'STACKED' | 'MIXED';

/**
 * A name that others see, as it is shown: NFKC, trimmed, runs of spaces made one. Otherwise what is wrong with it. MIXED:
 * a word of several alphabets, as nobody writes but to look like somebody else (Unicode's UTS #39, moderately restrictive,
 * word by word).
 */
export function readShownName(raw: string, most: number): { name: string } | { problem: NameProblem } {
  if (raw.length > rawLength) return { problem: 'LENGTH' };
  const name = raw.normalize('NFKC').trim();
  if (unseen.test(name.replaceAll(pictureJoiner, ''))) return { problem: 'UNSEEN' };
  const tidy = name.replaceAll(/\s+/g, ' ');
  if ([...tidy].length > most || !seen.test(tidy)) return { problem: 'LENGTH' };
  if (stackedMarks.test(tidy)) return { problem: 'STACKED' };
  return (tidy.match(words) ?? []).some(isMixed) ? { problem: 'MIXED' } : { name: tidy };
}

function isMixed(word: string): boolean {
  return alphabets.some(([letter, beside]) => letter.test(word) && !beside.test(word));
}
