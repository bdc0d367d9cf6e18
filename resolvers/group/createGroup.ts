import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { Group } from '../../entities/group.ts';
import { mostGroups } from '../../rules/group.ts';
import { groupSize, readGroupSettings, type GroupSettingsInput } from '../../rules/groupSettings.ts';
import type { GroupState } from '../../rules/groupState.ts';
import { isText } from '../../rules/text.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { TooManyGroupsError } from './groupErrors.ts';
import { saveGroup } from './groupRows.ts';

export interface CreateGroupInput extends GroupSettingsInput {
  name: string;
  /** The caller's own name for this group. */
  key?: string | null | undefined;
}

const keyLength = 80;
const inviteBytes = 9;

/** Makes a group with the caller as its owner. The same key again is the group it made first. */
export async function createGroup(context: Context, { key, ...asked }: CreateGroupInput): Promise<Group> {
  const { userId } = requireViewer(context);
  const { em, services } = context;
  const read = readGroupSettings(asked);
  const problems = 'problems' in read ? read.problems : [];
  if (typeof key === 'string' && !isText(key, keyLength)) {
    problems.push({ field: 'key', message: `must have 1 to ${keyLength} visible characters.` });
  }
  if (!('settings' in read) || problems.length > 0) throw new InvalidInputError(problems);
  const known = () => (typeof key === 'string' ? em.fork().findOne(Group, { createdBy: userId, key }) : null);
  const before = await known();
  if (before) return em.findOneOrFail(Group, before.id);
  await services.limits.take('groupsPerUser', userId);
  const { name = asked.name, description = null, open = true, maxMembers = groupSize.usual } = read.settings;
  const { pool, observer, product, clock } = services;
  const groupId = await retrying(observer, async () => {
    const made = await known();
    if (made) return made.id;
    const now = clock.now();
    const owner = { userId, role: 'OWNER', status: 'IN', joinedAt: now, ban: null } as const;
    const settings = { name, description, open, maxMembers };
    const start = { inviteCode: newCode(), ownerId: userId, endedAt: null, memberCount: 1, members: [owner] };
    const id = uuid();
    await inTransaction(pool, (client) =>
      begin(client, { id, key: key ?? null, now, state: { ...settings, ...start } }),
    );
    product.groupChanged({ groupId: id, joined: [userId], left: [], by: 'CREATE' });
    return id;
  });
  return em.findOneOrFail(Group, groupId);
}

/** Unguessable: 72 bits. */
export function newCode(): string {
  return randomBytes(inviteBytes).toString('base64url');
}

interface Beginning {
  id: string;
  key: string | null;
  now: number;
  state: GroupState;
}

async function begin(client: ClientBase, { id, key, now, state }: Beginning): Promise<void> {
  const { ownerId, name, open, inviteCode, maxMembers } = state;
  const { rowCount } = await client.query('select from users where id = $1 for no key update', [ownerId]);
  if (!rowCount) throw new NotFoundError('user');
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from group_member where user_id = $1 and status = 'IN'`,
    [ownerId],
  );
  if ((rows[0]?.count ?? 0) >= mostGroups) throw new TooManyGroupsError(mostGroups);
  await client.query({
    name: 'create-group',
    text: `
      with board as (
        insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
        values ($1, 'group:' || $1::uuid, 'GROUP', 'Group', 'INCREMENT', 'HIGHEST_FIRST', $2))
      insert into groups (id, created_by_id, key, name, open, invite_code, max_members, owner_id, created_at)
      values ($1, $3, $4, $5, $6, $7, $8, $3, $2)`,
    values: [id, new Date(now), ownerId, key, name, open, inviteCode, maxMembers],
  });
  await saveGroup(client, id, { members: [] }, state);
}
