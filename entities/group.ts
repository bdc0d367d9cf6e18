import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

export const groupRoles = ['OWNER', 'MODERATOR', 'MEMBER'] as const;
export type GroupRole = (typeof groupRoles)[number];
/** A ban holds until it is lifted; whoever is kicked has left. */
export type GroupMemberStatus = 'IN' | 'LEFT' | 'BANNED';

const GroupSchema = defineEntity({
  name: 'Group',
  tableName: 'groups',
  properties: {
    /** Also that of its scoreboard. */
    id: p.uuid().primary(),
    createdBy: () => p.manyToOne(User).ref(),
    /** The creator's own name for it: the same again is the same group. */
    key: p.string().nullable(),
    name: p.string(),
    description: p.string().nullable(),
    /** Whether anyone may join, or only who has the invitation code. */
    open: p.boolean(),
    inviteCode: p.string(),
    maxMembers: p.integer(),
    /** Whoever was it last, once the group has ended. */
    owner: () => p.manyToOne(User).ref(),
    createdAt: p.datetime(),
    /** When its last member left. */
    endedAt: p.datetime().nullable(),
    /** Everyone who was ever in, or is banned. */
    members: () => p.oneToMany(GroupMember).mappedBy('group'),
  },
});

export class Group extends GroupSchema.class {}
GroupSchema.setClass(Group);

const GroupMemberSchema = defineEntity({
  name: 'GroupMember',
  properties: {
    group: () => p.manyToOne(Group).ref().primary(),
    user: () => p.manyToOne(User).ref().primary(),
    role: p.string().$type<GroupRole>(),
    status: p.string().$type<GroupMemberStatus>(),
    /** The last time. */
    joinedAt: p.datetime(),
    /** Only of BANNED. */
    bannedById: p.uuid().nullable(),
    banReason: p.string().nullable(),
    bannedAt: p.datetime().nullable(),
  },
});

export class GroupMember extends GroupMemberSchema.class {}
GroupMemberSchema.setClass(GroupMember);
