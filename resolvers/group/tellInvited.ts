import type { ClientBase } from 'pg';
import type { GroupState } from '../../rules/groupState.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { type Appended, appendEvents } from '../stream/appendEvents.ts';

export interface Invitation {
  groupId: string;
  state: Pick<GroupState, 'name' | 'inviteCode'>;
  /** Who invites whom. */
  userId: string;
  targetId: string;
  /** Unix time in milliseconds. */
  now: number;
}

/** Tells somebody that they are invited, and keeps when, in the transaction that holds the group. */
export async function tellInvited(
  client: ClientBase,
  { groupId, state: { name, inviteCode }, userId, targetId, now }: Invitation,
): Promise<Appended> {
  const { rows } = await client.query<PersonRef>({
    name: 'keep-invitation',
    text: `
      with kept as (
        insert into group_invitation (group_id, user_id, invite_code, invited_at) values ($1, $2, $3, $4)
        on conflict (group_id, user_id) do update
        set invite_code = excluded.invite_code, invited_at = excluded.invited_at)
      select id, handle, display_name as "displayName" from users where id = $5`,
    values: [groupId, targetId, inviteCode, new Date(now), userId],
  });
  const [by] = rows;
  if (!by) throw new RangeError(`The member ${userId} is nobody`);
  const received = newEntry('User', { type: 'InvitationReceived', groupId, groupName: name, inviteCode, by });
  return appendEvents(client, streamId('User', targetId), [received], now);
}
