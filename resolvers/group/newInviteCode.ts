import type { Group } from '../../entities/group.ts';
import type { Context } from '../context.ts';
import { changeGroup } from './changeGroup.ts';
import { newCode } from './createGroup.ts';

export interface NewInviteCodeInput {
  groupId: string;
  /** The code that is to end; where it has, nothing happens. */
  insteadOf?: string | null | undefined;
}

/** Gives a group another invitation code; the one before opens nothing any more. */
export async function newInviteCode(context: Context, { groupId, insteadOf }: NewInviteCodeInput): Promise<Group> {
  const request = { type: 'RENEW_CODE', insteadOf: insteadOf?.trim() ?? null, newCode: newCode() } as const;
  return changeGroup(context, groupId, request);
}
