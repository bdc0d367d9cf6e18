import { Group, type GroupRole } from '../entities/group.ts';
import { User } from '../entities/user.ts';
import { InvalidInputError, NotAMemberError, NotFoundError } from '../resolvers/errors.ts';
import { banFromGroup } from '../resolvers/group/banFromGroup.ts';
import { MemberProtectedError, NotOwnerError } from '../resolvers/group/groupErrors.ts';
import { kickGroupMember } from '../resolvers/group/kickGroupMember.ts';
import { setGroupRole } from '../resolvers/group/setGroupRole.ts';
import { transferGroup } from '../resolvers/group/transferGroup.ts';
import { unbanFromGroup } from '../resolvers/group/unbanFromGroup.ts';
import { builder } from './builder.ts';
import { groupPayload } from './groupPayload.ts';

const authScopes = { signedIn: true };
const groupIdField = 'The group.';
const memberField = 'Somebody who is in it.';

builder.relayMutationField(
  'kickGroupMember',
  {
    description: 'Whom.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is or was in it.' }),
    }),
  },
  {
    description:
      'Sends somebody out, who may come back as others may come, and out of its battles that are WAITING. The owner and moderators; only the owner sends out a moderator. Kicking twice is a no-op.',
    authScopes,
    errors: { types: [NotOwnerError, MemberProtectedError, NotAMemberError, NotFoundError] },
    resolve: (_root, { input: { groupId, userId } }, context) =>
      kickGroupMember(context, { groupId: groupId.id, userId: userId.id }),
  },
  groupPayload('Out, now or before.'),
);

builder.relayMutationField(
  'banFromGroup',
  {
    description: 'Whom, and why.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: 'Anyone, in it or not.' }),
      reason: t.string({
        required: false,
        description: 'Told to them when they try to come; 1 to 200 visible characters.',
      }),
    }),
  },
  {
    description:
      'Keeps somebody out of the group, by id and by code, until that is lifted. The owner and moderators; only the owner bans a moderator. Banning twice keeps the first reason.',
    authScopes,
    errors: { types: [NotOwnerError, MemberProtectedError, NotFoundError, InvalidInputError] },
    resolve: (_root, { input: { groupId, userId, reason } }, context) =>
      banFromGroup(context, { groupId: groupId.id, userId: userId.id, reason }),
  },
  groupPayload('Banned, now or before.'),
);

builder.relayMutationField(
  'unbanFromGroup',
  {
    description: 'Whom.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is banned.' }),
    }),
  },
  {
    description:
      'Lifts a ban; it brings nobody back by itself. The owner and moderators. Of who is not banned, a no-op.',
    authScopes,
    errors: { types: [NotOwnerError, NotFoundError] },
    resolve: (_root, { input: { groupId, userId } }, context) =>
      unbanFromGroup(context, { groupId: groupId.id, userId: userId.id }),
  },
  groupPayload('Free to come, now or before.'),
);

const AssignableRoleEnum = builder.enumType('AssignableGroupRole', {
  description: 'The roles that an owner gives. Their own they pass on by transferGroup.',
  values: {
    MODERATOR: { description: 'Sends members out, bans, invites, and renews the invitation code.' },
    MEMBER: { description: 'Is in it.' },
  } satisfies Record<Exclude<GroupRole, 'OWNER'>, object>,
});

builder.relayMutationField(
  'setGroupRole',
  {
    description: 'Whose, and which.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: memberField }),
      role: t.field({ type: AssignableRoleEnum, description: 'What they are from now on.' }),
    }),
  },
  {
    description: 'Makes a member a moderator, or a moderator a member. The owner only.',
    authScopes,
    errors: { types: [NotOwnerError, MemberProtectedError, NotAMemberError, NotFoundError] },
    resolve: (_root, { input: { groupId, userId, role } }, context) =>
      setGroupRole(context, { groupId: groupId.id, userId: userId.id, role }),
  },
  groupPayload('They are it, now or before.'),
);

builder.relayMutationField(
  'transferGroup',
  {
    description: 'To whom.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: memberField }),
    }),
  },
  {
    description: 'Makes somebody else the owner; the owner before becomes a moderator. The owner only.',
    authScopes,
    errors: { types: [NotOwnerError, NotAMemberError, NotFoundError] },
    resolve: (_root, { input: { groupId, userId } }, context) =>
      transferGroup(context, { groupId: groupId.id, userId: userId.id }),
  },
  groupPayload('They own it, now or before.'),
);
