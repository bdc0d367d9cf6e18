import type { Group } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

/** Leaves a group. An owner is succeeded; with the last one the group ends. Leaving twice is a no-op. */
export async function leaveGroup(context: Context, { groupId }: { groupId: string }): Promise<Group> {
  return changeGroup(context, groupId, { type: 'LEAVE' });
}
