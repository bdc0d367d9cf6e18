import type { Group } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

/** Lets somebody come again. Of whoever is not banned it is a no-op. */
export async function unbanFromGroup(
  context: Context,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<Group> {
  return changeGroup(context, groupId, { type: 'UNBAN', targetId: userId });
}
