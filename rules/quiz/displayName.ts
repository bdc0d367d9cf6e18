import { type NameProblem, readShownName } from '../shownName.ts';

/** In code points, after tidying. */
export const displayNameLength = 24;

const advice: Record<NameProblem, string> = {
  LENGTH: `Choose a name of 1 to ${displayNameLength} characters.`,
  UNSEEN: 'Choose a name without invisible characters.',
  STACKED: 'Choose a name with at most two accents on a letter.',
  MIXED: 'Choose a name with each word in one alphabet.',
};

/** The name as it is shown, or what to do about it. Whether it is taken, or a word filter minds, is for others to say. */
export function readDisplayName(raw: string): { name: string } | { problem: string } {
  const read = readShownName(raw, displayNameLength);
  return 'name' in read ? read : { problem: advice[read.problem] };
}
