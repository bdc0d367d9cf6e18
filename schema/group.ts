import { Group, GroupMember } from '../entities/group.ts';
import { Scoreboard } from '../entities/scoreboard.ts';
import { User } from '../entities/user.ts';
import { inviteCodeOf, isModerating, membershipOf, seesMembers } from '../resolvers/group/groupAccess.ts';
import { bansOf, memberCount, membersOf } from '../resolvers/group/groupMembers.ts';
import { listGroups } from '../resolvers/group/listGroups.ts';
import { pageSize } from '../resolvers/page.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { groupBansConnection, groupMembersConnection } from './groupMember.ts';
import { inOrder } from './inOrder.ts';

const firstNote = `How many, ${pageSize.usual} when left out, ${pageSize.most} at most.`;
const afterNote = 'A cursor of this connection.';

builder.node(Group, {
  name: 'Group',
  description: 'People who gather points together. Anyone signed in sees its name, size and owner.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Group, { id: { $in: ids } })),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called; others may be called the same.' }),
    description: t.string({
      nullable: true,
      description: 'What it is about, where that was said.',
      resolve: ({ description }) => description,
    }),
    open: t.exposeBoolean('open', {
      description: 'Whether anyone may join, or only who has the invitation code.',
    }),
    maxMembers: t.exposeInt('maxMembers', { description: 'Places, the owner’s among them.' }),
    owner: t.field({
      type: User,
      description: 'Who may do everything; of a group that has ended, whoever could last.',
      resolve: ({ owner }) => owner.loadOrFail(),
    }),
    memberCount: t.int({
      description: 'How many are in, the owner among them; 0 once it has ended.',
      resolve: (group, _args, context) => memberCount(context, group),
    }),
    inviteCode: t.string({
      nullable: true,
      description:
        'Lets people in. For members; of a closed group for its owner and moderators alone. Null for others, and once the group has ended.',
      resolve: (group, _args, context) => inviteCodeOf(context, group),
    }),
    me: t.field({
      type: GroupMember,
      nullable: true,
      description: 'The viewer in this group; null when they are not in it.',
      resolve: (group, _args, context) => membershipOf(context, group),
    }),
    members: t.field({
      type: groupMembersConnection,
      nullable: true,
      description:
        'Who is in, in the order in which they came. Of a closed group for members and services; null for others.',
      args: {
        first: t.arg.int({ required: false, description: firstNote }),
        after: t.arg.string({ required: false, description: afterNote }),
      },
      resolve: async (group, args, context) =>
        (await seesMembers(context, group)) ? membersOf(context, group, args) : null,
    }),
    bans: t.field({
      type: groupBansConnection,
      nullable: true,
      description: 'Who is kept out. For the owner and moderators; null for others.',
      args: {
        first: t.arg.int({ required: false, description: firstNote }),
        after: t.arg.string({ required: false, description: afterNote }),
      },
      resolve: async (group, args, context) =>
        (await isModerating(context, group)) ? bansOf(context, group, args) : null,
    }),
    scoreboard: t.field({
      type: Scoreboard,
      description:
        'What each member has scored anywhere while in: everyone who ever joined, who left with what they had. Follow it by standings. Of a closed group for members and services.',
      resolve: ({ id }, _args, { em }) => em.getReference(Scoreboard, id, { wrapped: true }).loadOrFail(),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its last member left, which ended it for good.',
      resolve: ({ endedAt }) => endedAt,
    }),
  }),
});

builder.queryFields((t) => ({
  group: t.field({
    type: Group,
    nullable: true,
    authScopes: { known: true },
    description: 'A group by id, or null when there is none.',
    args: { id: t.arg.globalID({ for: Group, description: 'Of a Group.' }) },
    resolve: (_root, { id }, { em }) => em.findOne(Group, id.id),
  }),
  groups: t.connection({
    type: Group,
    authScopes: { known: true },
    description: 'Groups that are open to anyone, the newest first. At most 200 a page.',
    args: {
      mine: t.arg.boolean({ required: false, description: 'True: those the viewer is in instead, closed ones too.' }),
      search: t.arg.string({
        required: false,
        description: 'Part of a name, whatever its case, 1 to 60 characters.',
      }),
    },
    resolve: async (_root, args, context) => connectionOf(await listGroups(context, args)),
  }),
}));
