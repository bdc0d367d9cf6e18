import type { GroupSettings } from './groupState.ts';
import { type NameProblem, readShownName } from './shownName.ts';
import { isText } from './text.ts';

export const groupNameLength = 60;
export const groupDescriptionLength = 500;
export const groupSize = { least: 2, usual: 100, most: 1_000 } as const;

/** What somebody asks for; what is left out or null stays as it is, but a description that is empty is taken away. */
export type GroupSettingsInput = { [Name in keyof GroupSettings]?: GroupSettings[Name] | null | undefined };

const nameRules: Record<NameProblem, string> = {
  LENGTH: `must have 1 to ${groupNameLength} characters.`,
  UNSEEN: 'must have no invisible characters.',
  STACKED: 'must have at most two accents on a letter.',
  MIXED: 'must have each word in one alphabet.',
};

/** The settings that are named, ready to be kept, or everything that is wrong with them. */
export function readGroupSettings({
  name,
  description,
  open,
  maxMembers,
}: GroupSettingsInput): { settings: Partial<GroupSettings> } | { problems: { field: string; message: string }[] } {
  const settings: Partial<GroupSettings> = {};
  const problems: { field: string; message: string }[] = [];
  if (typeof name === 'string') {
    const read = readShownName(name, groupNameLength);
    if ('name' in read) settings.name = read.name;
    else problems.push({ field: 'name', message: nameRules[read.problem] });
  }
  if (typeof description === 'string') {
    const text = description.trim();
    if (isText(text, groupDescriptionLength, 0)) settings.description = text || null;
    else
      problems.push({ field: 'description', message: `must have up to ${groupDescriptionLength} visible characters.` });
  }
  if (typeof open === 'boolean') settings.open = open;
  if (typeof maxMembers === 'number') {
    const { least, most } = groupSize;
    if (maxMembers >= least && maxMembers <= most) settings.maxMembers = maxMembers;
    else problems.push({ field: 'maxMembers', message: `must be from ${least} to ${most}.` });
  }
  return problems.length > 0 ? { problems } : { settings };
}
