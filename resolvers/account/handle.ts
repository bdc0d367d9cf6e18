import type { InvalidField } from '../errors.ts';

const handlePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{1,31}$/;
/** Control, format, private-use and unassigned characters: what can't be seen or is not what it seems. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;

export const passwordLength = { least: 8, most: 200 } as const;
export const displayNameLength = { least: 1, most: 40 } as const;

/** What is wrong with a handle, if anything. */
export function checkHandle(handle: string): InvalidField[] {
  return handlePattern.test(handle)
    ? []
    : [
        {
          field: 'handle',
          message: 'must be 2 to 32 letters, digits, dots, dashes or underscores, a letter or digit first.',
        },
      ];
}

export function checkPassword(password: string): InvalidField[] {
  const { least, most } = passwordLength;
  return password.length >= least && password.length <= most
    ? []
    : [{ field: 'password', message: `must have ${least} to ${most} characters.` }];
}

export function checkDisplayName(displayName: string): InvalidField[] {
  const { least, most } = displayNameLength;
  const shown = displayName.trim();
  return shown.length >= least && shown.length <= most && !invisible.test(shown)
    ? []
    : [{ field: 'displayName', message: `must have ${least} to ${most} characters, all of them visible.` }];
}
