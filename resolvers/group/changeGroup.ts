import type { ClientBase } from 'pg';
import { Group } from '../../entities/group.ts';
import { decideGroup } from '../../rules/group.ts';
import type { GroupAction, Membership } from '../../rules/groupState.ts';
import { requireViewer } from '../badRequest.ts';
import { departBattles } from '../battle/departBattles.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { onlySeasonOf } from '../scoreboard/findBoard.ts';
import { announce, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { lockGroup, saveGroup } from './groupRows.ts';
import { refusalError } from './refusalError.ts';
import { tellInvited } from './tellInvited.ts';

/** What is known under the group's lock alone. */
type Found = 'groupCount' | 'last';
type Asked<Action> = Action extends GroupAction ? Omit<Action, Found | 'userId'> : never;
/** What people do in groups, whoever they are. */
export type GroupRequest = Asked<GroupAction>;

interface Changed {
  events: Appended[];
  /** Who has come, and may be new on the board. */
  joined: readonly string[];
  left: readonly string[];
}

/**
 * The way every change of a group goes: lock it, let the rules decide, write what changed, tell. Answers with the group
 * as it is then; throws what the rules refuse.
 */
export async function changeGroup(context: Context, groupId: string, request: GroupRequest): Promise<Group> {
  const { userId } = requireViewer(context);
  const { services, em } = context;
  const { pool, games, observer, product, standings, limits } = services;
  await limits.take('groupActionsPerUser', userId);
  const { events, joined, left } = await games.run(groupId, () =>
    retrying(observer, () => inTransaction(pool, (client) => change(client, context, { groupId, userId, request }))),
  );
  announce(services, events);
  if (joined.length > 0) standings.changed(onlySeasonOf(groupId), []);
  product.groupChanged({ groupId, joined, left, by: request.type });
  const outsider = goer(request, userId);
  if (outsider !== undefined) await departBattles(services, groupId, outsider);
  em.clear();
  return em.findOneOrFail(Group, groupId);
}

/** Whom an action leaves out of the group, now or before. */
function goer(request: GroupRequest, userId: string): string | undefined {
  if (request.type === 'LEAVE') return userId;
  return request.type === 'KICK' || request.type === 'BAN' ? request.targetId : undefined;
}

async function change(
  client: ClientBase,
  { services: { clock } }: Context,
  { groupId, userId, request }: { groupId: string; userId: string; request: GroupRequest },
): Promise<Changed> {
  const targetId = 'targetId' in request ? request.targetId : undefined;
  const locked = await lockGroup(client, {
    groupId,
    userId,
    targetId,
    lockUser: request.type === 'JOIN',
    successors: request.type === 'LEAVE',
  });
  if (!locked) throw new NotFoundError('group');
  const { state: before, targetExists, ...found } = locked;
  if (targetId !== undefined && !targetExists) throw new NotFoundError('user');
  const now = clock.now();
  const decision = decideGroup(before, { ...request, ...found, userId }, now);
  if ('refused' in decision) throw refusalError(decision, userId);
  const { state: after, invites = false } = decision;
  const changed = after === before ? [] : await saveGroup(client, groupId, before, after);
  const events =
    invites && targetId !== undefined
      ? [await tellInvited(client, { groupId, state: after, userId, targetId, now })]
      : [];
  const came = new Set(membersIn(before.members));
  const stayed = new Set(membersIn(after.members));
  return {
    events,
    joined: membersIn(changed).filter((id) => !came.has(id)),
    left: [...came].filter((id) => !stayed.has(id)),
  };
}

function membersIn(members: readonly Membership[]): string[] {
  return members.filter(({ status }) => status === 'IN').map(({ userId }) => userId);
}
