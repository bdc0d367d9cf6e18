import { Group, GroupMember } from '../../entities/group.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';

/** The viewer's membership; null when they are not in the group, or nobody is signed in. */
export const membershipOf = batched<Group, GroupMember | null>(async ({ viewer, em }, groups) => {
  if (!viewer) return groups.map(() => null);
  const ids = groups.map(({ id }) => id);
  const members = await em.find(GroupMember, { group: { $in: ids }, user: viewer.userId, status: 'IN' });
  const byGroup = new Map(members.map((member) => [member.group.id, member]));
  return ids.map((id) => byGroup.get(id) ?? null);
});

/** Whether the viewer may see who is in. Services may, as they may read its board. */
export async function seesMembers(context: Context, group: Group): Promise<boolean> {
  return group.open || context.service !== null || (await membershipOf(context, group)) !== null;
}

export async function isModerating(context: Context, group: Group): Promise<boolean> {
  const role = (await membershipOf(context, group))?.role;
  return role === 'OWNER' || role === 'MODERATOR';
}

/** What lets people in, for those who may give it away; null for others, and of a group that is over. */
export async function inviteCodeOf(context: Context, group: Group): Promise<string | null> {
  if (group.endedAt) return null;
  const may = group.open ? (await membershipOf(context, group)) !== null : await isModerating(context, group);
  return may ? group.inviteCode : null;
}
