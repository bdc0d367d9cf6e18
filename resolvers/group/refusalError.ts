import type { GroupRefusal } from '../../rules/groupState.ts';
import { BannedError, type ExpectedError, InvalidInputError, NotAMemberError } from '../errors.ts';
import {
  GroupClosedError,
  GroupEndedError,
  GroupFullError,
  InviteeBannedError,
  MemberProtectedError,
  NotOwnerError,
  TooManyGroupsError,
  UnknownInviteCodeError,
} from './groupErrors.ts';

/** What the API calls a refusal of the rules, of what the viewer did. */
export function refusalError(refusal: GroupRefusal, viewerId: string): ExpectedError {
  switch (refusal.refused) {
    case 'ENDED':
      return new GroupEndedError();
    case 'CLOSED':
      return new GroupClosedError();
    case 'WRONG_CODE':
      return new UnknownInviteCodeError();
    case 'INVITEE_BANNED':
      return new InviteeBannedError();
    case 'BANNED':
      return new BannedError(refusal.reason, 'group');
    case 'FULL':
      return new GroupFullError(refusal.maxMembers);
    case 'TOO_MANY_GROUPS':
      return new TooManyGroupsError(refusal.most);
    case 'NOT_IN':
      return new NotAMemberError(refusal.userId, 'group', refusal.userId === viewerId ? 'YOU' : 'THEY');
    case 'NOT_OWNER':
      return new NotOwnerError(refusal.moderatorsMay);
    case 'PROTECTED':
      return new MemberProtectedError(refusal.because);
    case 'TOO_SMALL': {
      const message = `must not be below ${refusal.memberCount}: so many are in.`;
      return new InvalidInputError([{ field: 'maxMembers', message }]);
    }
  }
}
