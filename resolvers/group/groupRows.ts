import type { ClientBase } from 'pg';
import type { GroupState, LastInvitation, Membership } from '../../rules/groupState.ts';
import { NotFoundError } from '../errors.ts';

/** A group under lock, with what a decision about it needs. */
export interface LockedGroup {
  state: GroupState;
  /** Groups that whoever acts is in. */
  groupCount: number;
  /** When the target was invited to this group last. */
  last: LastInvitation | null;
  /** Whether there is such a person as the target. */
  targetExists: boolean;
}

export interface GroupQuery {
  groupId: string;
  userId: string;
  targetId: string | undefined;
  /** Also locks whoever acts, so that how many groups they are in stays true. */
  lockUser: boolean;
  /** Also loads everyone who is in, when whoever acts is the owner. */
  successors: boolean;
}

type GroupColumns = Omit<GroupState, 'memberCount' | 'members'>;

/** Locks a group before all else of it, then reads. Undefined when there is none. */
export async function lockGroup(
  client: ClientBase,
  { groupId, userId, targetId, lockUser, successors }: GroupQuery,
): Promise<LockedGroup | undefined> {
  const { rows } = await client.query<{ columns: GroupColumns }>({
    name: 'lock-group',
    text: `
      select jsonb_build_object('name', name, 'description', description, 'open', open, 'maxMembers', max_members,
        'inviteCode', invite_code, 'ownerId', owner_id,
        'endedAt', round(extract(epoch from ended_at) * 1000)) as columns
      from groups where id = $1 for no key update`,
    values: [groupId],
  });
  const [group] = rows;
  if (!group) return undefined;
  const { columns } = group;
  if (lockUser) {
    const { rowCount } = await client.query('select from users where id = $1 for no key update', [userId]);
    if (!rowCount) throw new NotFoundError('user');
  }
  const everyone = successors && columns.ownerId === userId;
  const members = await readMembers(client, [groupId, userId, targetId ?? null, everyone]);
  const { memberCount, memberships, ...rest } = members;
  return { state: { ...columns, memberCount, members: memberships }, ...rest };
}

interface MembersRow extends Omit<LockedGroup, 'state'> {
  memberCount: number;
  memberships: Membership[];
}

/** A statement of its own: it sees what was committed before the locks came. */
async function readMembers(client: ClientBase, values: unknown[]): Promise<MembersRow> {
  const { rows } = await client.query<MembersRow>({
    name: 'group-members-named',
    text: `
      select
        (select count(*)::int from group_member where group_id = $1 and status = 'IN') as "memberCount",
        (select count(*)::int from group_member where user_id = $2 and status = 'IN') as "groupCount",
        (select jsonb_build_object('inviteCode', invite_code, 'at', round(extract(epoch from invited_at) * 1000))
          from group_invitation where group_id = $1 and user_id = $3) as last,
        exists (select from users where id = $3) as "targetExists",
        (select coalesce(jsonb_agg(jsonb_build_object('userId', user_id, 'role', role, 'status', status,
            'joinedAt', round(extract(epoch from joined_at) * 1000),
            'ban', case when banned_at is not null then jsonb_build_object('byId', banned_by_id, 'reason', ban_reason,
              'at', round(extract(epoch from banned_at) * 1000)) end)), '[]')
          from (
            select * from group_member where group_id = $1 and user_id in ($2, $3)
            union select * from group_member where $4 and group_id = $1 and status = 'IN') m) as memberships`,
    values,
  });
  const [row] = rows;
  if (!row) throw new RangeError('A select without a table has no row');
  return row;
}

/**
 * Writes what differs between two states. Whoever comes is put on the board, at zero when they were never on it, and
 * feeds it from then on; whoever goes keeps what they have there, and feeds it no more.
 */
export async function saveGroup(
  client: ClientBase,
  groupId: string,
  before: Pick<GroupState, 'members'>,
  after: GroupState,
): Promise<Membership[]> {
  const known = new Set(before.members);
  const changed = after.members.filter((member) => !known.has(member));
  const { name, description, open, maxMembers, inviteCode, ownerId, endedAt } = after;
  const columns = [
    name,
    description,
    open,
    maxMembers,
    inviteCode,
    ownerId,
    endedAt === null ? null : new Date(endedAt),
  ];
  await client.query({
    name: 'save-group',
    text: `
      with changed as (
        select * from jsonb_to_recordset($2) as m(user_id uuid, role text, status text, joined_at timestamptz,
          banned_by_id uuid, ban_reason text, banned_at timestamptz)),
      put as (
        insert into group_member (group_id, user_id, role, status, joined_at, banned_by_id, ban_reason, banned_at)
        select $1, user_id, role, status, joined_at, banned_by_id, ban_reason, banned_at from changed
        on conflict (group_id, user_id) do update set role = excluded.role, status = excluded.status,
          joined_at = excluded.joined_at, banned_by_id = excluded.banned_by_id, ban_reason = excluded.ban_reason,
          banned_at = excluded.banned_at),
      unfed as (
        delete from score_feed f using changed c
        where f.scoreboard_id = $1 and f.user_id = c.user_id and c.status <> 'IN'),
      fed as (
        insert into score_feed (user_id, scoreboard_id, since)
        select user_id, $1, joined_at from changed where status = 'IN' on conflict do nothing),
      stood as (
        insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
        select $1, 1, user_id, 0, 0, joined_at from changed where status = 'IN' on conflict do nothing)
      update groups set name = $3, description = $4, open = $5, max_members = $6, invite_code = $7, owner_id = $8,
        ended_at = $9
      where id = $1`,
    values: [groupId, JSON.stringify(inWritingOrder(changed).map(memberRow)), ...columns],
  });
  return changed;
}

/** An owner steps back before another steps up: a group never has two. */
function inWritingOrder(members: readonly Membership[]): Membership[] {
  return members.toSorted((a, b) => Number(a.role === 'OWNER') - Number(b.role === 'OWNER'));
}

function memberRow({ userId, role, status, joinedAt, ban }: Membership) {
  return {
    user_id: userId,
    role,
    status,
    joined_at: new Date(joinedAt),
    banned_by_id: ban?.byId ?? null,
    ban_reason: ban?.reason ?? null,
    banned_at: ban ? new Date(ban.at) : null,
  };
}
