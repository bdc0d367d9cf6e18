import type { Group } from '../../entities/group.ts';
import { mayBeInviteCode } from '../../rules/inviteCode.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { guess } from '../quizRoom/guess.ts';
import type { Services } from '../services.ts';
import { changeGroup } from './changeGroup.ts';
import { UnknownInviteCodeError } from './groupErrors.ts';

export interface JoinGroupInput {
  /** An open group, by itself. */
  groupId?: string | null | undefined;
  inviteCode?: string | null | undefined;
}

/** Comes into a group, or back into it. Joining twice is a no-op. */
export async function joinGroup(context: Context, { groupId, inviteCode }: JoinGroupInput): Promise<Group> {
  if (typeof groupId === 'string' && typeof inviteCode !== 'string') {
    return changeGroup(context, groupId, { type: 'JOIN', inviteCode: null });
  }
  if (typeof groupId === 'string' || typeof inviteCode !== 'string') {
    throw new InvalidInputError([
      { field: 'groupId', message: 'Give the id of a group, or an invitation code: one of them.' },
    ]);
  }
  const code = inviteCode.trim();
  const found = await guess(context, () => groupOfCode(context.services, code));
  if (!found) throw new UnknownInviteCodeError();
  return changeGroup(context, found, { type: 'JOIN', inviteCode: code });
}

async function groupOfCode({ pool }: Services, code: string): Promise<string | undefined> {
  if (!mayBeInviteCode(code)) return undefined;
  const { rows } = await pool.query<{ id: string }>({
    name: 'group-of-code',
    text: 'select id from groups where invite_code = $1 and ended_at is null',
    values: [code],
  });
  return rows[0]?.id;
}
