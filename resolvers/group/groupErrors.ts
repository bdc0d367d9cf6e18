import type { Protection } from '../../rules/groupState.ts';
import { ExpectedError } from '../errors.ts';

/** Why somebody is not sent out of a group. */
export type MemberProtection = Protection;

export class UnknownInviteCodeError extends ExpectedError {
  constructor() {
    super('No group has this invitation code, or not any more. Ask whoever gave it to you for the newest.');
  }
}

export class GroupClosedError extends ExpectedError {
  constructor() {
    super('This group is closed. Join it with an invitation code, from its owner or a moderator.');
  }
}

export class GroupEndedError extends ExpectedError {
  constructor() {
    super('The last member has left this group, and it is over. Join another, or create one.');
  }
}

export class GroupFullError extends ExpectedError {
  readonly maxMembers: number;
  constructor(maxMembers: number) {
    super(`All ${maxMembers} places in the group are taken. Try again when somebody has left.`);
    this.maxMembers = maxMembers;
  }
}

export class TooManyGroupsError extends ExpectedError {
  readonly most: number;
  constructor(most: number) {
    super(`You are in ${most} groups, which is as many as one can be in. Leave another first.`);
    this.most = most;
  }
}

export class NotOwnerError extends ExpectedError {
  /** @param moderatorsMay whether moderators could do it too */
  constructor(moderatorsMay: boolean) {
    super(`Only the group’s owner${moderatorsMay ? ' and moderators' : ''} may do this.`);
  }
}

const protectedBecause: Record<Protection, string> = {
  SELF: 'It is you. Leave the group, or transfer it.',
  OWNER: 'It is the owner, whom nobody sends away.',
  MODERATOR: 'It is a moderator, whom only the owner sends away.',
};

export class MemberProtectedError extends ExpectedError {
  readonly because: Protection;
  constructor(because: Protection) {
    super(protectedBecause[because]);
    this.because = because;
  }
}

export class InviteeBannedError extends ExpectedError {
  constructor() {
    super('They are banned from this group. Lift the ban first.');
  }
}
