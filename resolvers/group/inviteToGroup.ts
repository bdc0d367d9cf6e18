import type { Group } from '../../entities/group.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';

/** Tells somebody of a group and its code, once a day at most while the code is the same; nothing, when they are in. */
export async function inviteToGroup(
  context: Context,
  { groupId, userId }: { groupId: string; userId: string },
): Promise<Group> {
  await context.services.limits.take('invitationsPerUser', requireViewer(context).userId);
  return changeGroup(context, groupId, { type: 'INVITE', targetId: userId });
}
