import type { Group } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

export interface KickGroupMemberInput {
  groupId: string;
  userId: string;
}

/** Sends somebody out, who may come back as others may come. Kicking twice is a no-op. */
export async function kickGroupMember(context: Context, { groupId, userId }: KickGroupMemberInput): Promise<Group> {
  return changeGroup(context, groupId, { type: 'KICK', targetId: userId });
}
