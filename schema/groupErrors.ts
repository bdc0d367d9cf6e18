import * as failures from '../resolvers/group/groupErrors.ts';
import { builder } from './builder.ts';
import { ErrorInterface } from './errors.ts';

const MemberProtectionEnum = builder.enumType('MemberProtection', {
  description: 'Why somebody is not sent out of a group.',
  values: {
    SELF: { description: 'It is you.' },
    OWNER: { description: 'It is the owner.' },
    MODERATOR: { description: 'It is a moderator, whom only the owner sends out.' },
  } satisfies Record<failures.MemberProtection, object>,
});

const interfaces = [ErrorInterface];

builder.objectType(failures.UnknownInviteCodeError, {
  name: 'UnknownInviteCodeError',
  description: 'No group has this invitation code, or not any more. Wrong guesses are limited.',
  interfaces,
});
builder.objectType(failures.GroupClosedError, {
  name: 'GroupClosedError',
  description: 'The group is joined by invitation code alone.',
  interfaces,
});
builder.objectType(failures.GroupEndedError, {
  name: 'GroupEndedError',
  description: 'Everyone has left the group, which ended it for good.',
  interfaces,
});
builder.objectType(failures.GroupFullError, {
  name: 'GroupFullError',
  description: 'Every place is taken.',
  interfaces,
  fields: (t) => ({ maxMembers: t.exposeInt('maxMembers', { description: 'Places, the owner’s among them.' }) }),
});
builder.objectType(failures.TooManyGroupsError, {
  name: 'TooManyGroupsError',
  description: 'You are in as many groups as one can be in.',
  interfaces,
  fields: (t) => ({ most: t.exposeInt('most', { description: 'How many that is.' }) }),
});
builder.objectType(failures.NotOwnerError, {
  name: 'NotOwnerError',
  description: 'Only the group’s owner may; where the message says so, moderators too.',
  interfaces,
});
builder.objectType(failures.MemberProtectedError, {
  name: 'MemberProtectedError',
  description: 'Not everybody in a group can be sent out, or given a role, by everyone.',
  interfaces,
  fields: (t) => ({
    because: t.field({ type: MemberProtectionEnum, description: 'Why not.', resolve: ({ because }) => because }),
  }),
});
builder.objectType(failures.InviteeBannedError, {
  name: 'InviteeBannedError',
  description: 'Whoever is invited is banned from the group.',
  interfaces,
});
