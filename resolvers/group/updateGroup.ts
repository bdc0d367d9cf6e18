import type { Group } from '../../entities/group.ts';
import { readGroupSettings, type GroupSettingsInput } from '../../rules/groupSettings.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { changeGroup } from './changeGroup.ts';
import { newCode } from './createGroup.ts';

export interface UpdateGroupInput extends GroupSettingsInput {
  groupId: string;
}

/** Changes what is named of a group, and leaves the rest. A group that is closed by it has a new invitation code. */
export async function updateGroup(context: Context, { groupId, ...asked }: UpdateGroupInput): Promise<Group> {
  const read = readGroupSettings(asked);
  if ('problems' in read) throw new InvalidInputError(read.problems);
  return changeGroup(context, groupId, { type: 'UPDATE', changes: read.settings, newCode: newCode() });
}
