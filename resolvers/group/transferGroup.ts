import type { Group } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

/** Makes somebody else the owner; the owner before becomes a moderator. */
export async function transferGroup(
  context: Context,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<Group> {
  return changeGroup(context, groupId, { type: 'TRANSFER', targetId: userId });
}
