import { isText } from '../../rules/text.ts';
import { InvalidInputError } from '../errors.ts';

/** Code points of a reason. */
export const reasonLength = 500;

/** Why an operator does something, without white space around it; throws what is wrong with it. */
export function readReason(text: string): string {
  const reason = text.trim();
  if (!isText(reason, reasonLength)) {
    throw new InvalidInputError([{ field: 'reason', message: `must have 1 to ${reasonLength} visible characters.` }]);
  }
  return reason;
}
