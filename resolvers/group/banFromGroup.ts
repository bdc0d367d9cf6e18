import type { Group } from '../../entities/group.ts';
import { isText } from '../../rules/text.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { changeGroup } from './changeGroup.ts';

const reasonLength = 200;

export interface BanFromGroupInput {
  groupId: string;
  userId: string;
  reason?: string | null | undefined;
}

/** Keeps somebody out, in it or not, until that is lifted. Banning twice keeps the first reason. */
export async function banFromGroup(
  context: Context,
  { groupId, userId, reason = null }: BanFromGroupInput,
): Promise<Group> {
  if (reason !== null && !isText(reason, reasonLength)) {
    throw new InvalidInputError([{ field: 'reason', message: `must have 1 to ${reasonLength} visible characters.` }]);
  }
  return changeGroup(context, groupId, { type: 'BAN', targetId: userId, reason });
}
