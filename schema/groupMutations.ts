import { Group } from '../entities/group.ts';
import { User } from '../entities/user.ts';
import { BannedError, InvalidInputError, NotAMemberError, NotFoundError } from '../resolvers/errors.ts';
import { createGroup } from '../resolvers/group/createGroup.ts';
import {
  GroupClosedError,
  GroupEndedError,
  GroupFullError,
  InviteeBannedError,
  NotOwnerError,
  TooManyGroupsError,
  UnknownInviteCodeError,
} from '../resolvers/group/groupErrors.ts';
import { inviteToGroup } from '../resolvers/group/inviteToGroup.ts';
import { joinGroup } from '../resolvers/group/joinGroup.ts';
import { leaveGroup } from '../resolvers/group/leaveGroup.ts';
import { newInviteCode } from '../resolvers/group/newInviteCode.ts';
import { updateGroup } from '../resolvers/group/updateGroup.ts';
import { builder } from './builder.ts';
import { groupPayload } from './groupPayload.ts';

const authScopes = { signedIn: true };
const groupIdField = 'The group.';

builder.relayMutationField(
  'createGroup',
  {
    description: 'What it is.',
    inputFields: (t) => ({
      name: t.string({ description: '1 to 60 visible characters; others may be called the same.' }),
      description: t.string({ required: false, description: 'Up to 500 visible characters.' }),
      open: t.boolean({
        required: false,
        description: 'Whether anyone may join, or only who has the invitation code; default true.',
      }),
      maxMembers: t.int({ required: false, description: 'Places, yours among them, 2 to 1000; default 100.' }),
      key: t.string({
        required: false,
        description:
          'A name of your own, 1 to 80 characters: the same again is the group it made first, also once that has ended (see endedAt): for another, give another key.',
      }),
    }),
  },
  {
    description: 'Makes a group, with you as its owner. Sent twice it makes two, unless it has a key.',
    authScopes,
    errors: { types: [InvalidInputError, TooManyGroupsError, NotFoundError] },
    resolve: (_root, { input }, context) => createGroup(context, input),
  },
  groupPayload('Made, now or before.'),
);

builder.relayMutationField(
  'joinGroup',
  {
    description: 'Which one: an open group by its id, or any by its invitation code; one of them.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, required: false, description: 'An open group.' }),
      inviteCode: t.string({ required: false, description: 'From somebody who is in it.' }),
    }),
  },
  {
    description:
      'Comes into a group, or back into it with the points you had. From then on, what you score anywhere counts on its board. Joining twice is a no-op. Wrong codes are limited: 3 in 30 seconds, 10 an hour; then RATE_LIMITED.',
    authScopes,
    errors: {
      types: [
        NotFoundError,
        GroupClosedError,
        UnknownInviteCodeError,
        GroupFullError,
        BannedError,
        GroupEndedError,
        TooManyGroupsError,
        InvalidInputError,
      ],
    },
    resolve: (_root, { input: { groupId, inviteCode } }, context) =>
      joinGroup(context, { groupId: groupId?.id, inviteCode }),
  },
  groupPayload('In, now or before.'),
);

builder.relayMutationField(
  'leaveGroup',
  {
    description: 'Which one.',
    inputFields: (t) => ({ groupId: t.globalID({ for: Group, description: groupIdField }) }),
  },
  {
    description:
      'Leaves a group: what you score counts there no more, and you are out of its battles that are WAITING. An owner is succeeded by whoever has been a member the longest, moderators first; with the last one the group ends. Leaving twice is a no-op.',
    authScopes,
    errors: { types: [NotFoundError] },
    resolve: (_root, { input: { groupId } }, context) => leaveGroup(context, { groupId: groupId.id }),
  },
  groupPayload('Out, now or before.'),
);

builder.relayMutationField(
  'updateGroup',
  {
    description: 'What to change; what is left out stays.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      name: t.string({ required: false, description: '1 to 60 visible characters.' }),
      description: t.string({ required: false, description: 'Up to 500 visible characters; empty takes it away.' }),
      open: t.boolean({ required: false, description: 'False ends the invitation code too: the group has a new one.' }),
      maxMembers: t.int({ required: false, description: '2 to 1000, and not below how many are in.' }),
    }),
  },
  {
    description: 'Changes a group. The owner only.',
    authScopes,
    errors: { types: [NotOwnerError, NotFoundError, InvalidInputError] },
    resolve: (_root, { input: { groupId, ...changes } }, context) =>
      updateGroup(context, { ...changes, groupId: groupId.id }),
  },
  groupPayload('Changed, now or before.'),
);

builder.relayMutationField(
  'newInviteCode',
  {
    description: 'Of which group.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      insteadOf: t.string({
        required: false,
        description:
          'The code that is to end. Where the group has another already, nothing happens: safe to send twice.',
      }),
    }),
  },
  {
    description:
      'Gives a group another invitation code; the one before opens nothing any more. The owner and moderators. Sent twice it is renewed twice, unless it says insteadOf.',
    authScopes,
    errors: { types: [NotOwnerError, NotFoundError] },
    resolve: (_root, { input: { groupId, insteadOf } }, context) =>
      newInviteCode(context, { groupId: groupId.id, insteadOf }),
  },
  groupPayload('With its newest code.'),
);

builder.relayMutationField(
  'inviteToGroup',
  {
    description: 'Whom.',
    inputFields: (t) => ({
      groupId: t.globalID({ for: Group, description: groupIdField }),
      userId: t.globalID({ for: User, description: 'Somebody who is not in it.' }),
    }),
  },
  {
    description:
      'Tells somebody of the group and its invitation code: InvitationReceived on their myEvents. Once in 24 hours, unless the code is another; nothing when they are in already. Any member of an open group, the owner and moderators of a closed one.',
    authScopes,
    errors: { types: [NotOwnerError, NotAMemberError, InviteeBannedError, NotFoundError] },
    resolve: (_root, { input: { groupId, userId } }, context) =>
      inviteToGroup(context, { groupId: groupId.id, userId: userId.id }),
  },
  groupPayload('Told, now or before.'),
);
