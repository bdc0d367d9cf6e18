import { GroupMember, type GroupRole } from '../entities/group.ts';
import { User } from '../entities/user.ts';
import { builder } from './builder.ts';

export const GroupRoleEnum = builder.enumType('GroupRole', {
  description: 'What somebody may do in a group.',
  values: {
    OWNER: { description: 'Everything; there is one.' },
    MODERATOR: { description: 'Send members out, ban, invite, and renew the invitation code.' },
    MEMBER: { description: 'Be in it, and invite to an open group.' },
  } satisfies Record<GroupRole, object>,
});

builder.objectType(GroupMember, {
  name: 'GroupMember',
  description: 'Somebody in a group.',
  fields: (t) => ({
    user: t.field({ type: User, description: 'Who.', resolve: ({ user }) => user.loadOrFail() }),
    role: t.field({ type: GroupRoleEnum, description: 'What they may do.', resolve: ({ role }) => role }),
    joinedAt: t.field({
      type: 'DateTime',
      description: 'When they came, the last time. Their points count on the group’s board from then on.',
      resolve: ({ joinedAt }) => joinedAt,
    }),
  }),
});

export const groupMembersConnection = builder.connectionObject(
  { type: GroupMember, name: 'GroupMembersConnection', description: 'A page of who is in a group.' },
  { name: 'GroupMembersConnectionEdge', description: 'Somebody and their cursor.' },
);

const GroupBanRef = builder.objectRef<GroupMember>('GroupBan');
GroupBanRef.implement({
  description: 'Somebody who is kept out of a group.',
  fields: (t) => ({
    user: t.field({ type: User, description: 'Who.', resolve: ({ user }) => user.loadOrFail() }),
    by: t.field({
      type: User,
      nullable: true,
      description: 'Who banned them.',
      resolve: ({ bannedById }, _args, { em }) =>
        bannedById ? em.getReference(User, bannedById, { wrapped: true }).loadOrFail() : null,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why, where that was said.',
      resolve: ({ banReason }) => banReason,
    }),
    bannedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when.',
      resolve: ({ bannedAt }) => bannedAt,
    }),
  }),
});

export const groupBansConnection = builder.connectionObject(
  { type: GroupBanRef, name: 'GroupBansConnection', description: 'A page of who is banned from a group.' },
  { name: 'GroupBansConnectionEdge', description: 'A ban and its cursor.' },
);
