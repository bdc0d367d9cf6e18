import type { Group, GroupRole } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

export interface SetGroupRoleInput {
  groupId: string;
  userId: string;
  role: Exclude<GroupRole, 'OWNER'>;
}

/** Makes a member a moderator, or a moderator a member. */
export async function setGroupRole(context: Context, { groupId, userId, role }: SetGroupRoleInput): Promise<Group> {
  return changeGroup(context, groupId, { type: 'SET_ROLE', targetId: userId, role });
}
