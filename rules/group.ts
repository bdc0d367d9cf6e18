import type {
  GroupAction,
  GroupDecision,
  GroupRefusal,
  GroupState,
  LastInvitation,
  Membership,
  Protection,
} from './groupState.ts';

/** Groups that one person may be in. Each takes a little of every score of theirs. */
export const mostGroups = 50;
/** How long somebody is not told again of the same code of the same group. */
export const invitationMs = 86_400_000;

type Act<Type> = Extract<GroupAction, { type: Type }>;
type Decided = GroupDecision | GroupRefusal;

/** What comes of an action, or why not. What has happened already is no change: an action sent twice is the same action. */
export function decideGroup(state: GroupState, action: GroupAction, now: number): Decided {
  switch (action.type) {
    case 'JOIN':
      return join(state, action, now);
    case 'LEAVE':
      return leave(state, action, now);
    case 'KICK':
      return kick(state, action);
    case 'BAN':
      return ban(state, action, now);
    case 'UNBAN':
      return unban(state, action);
    case 'SET_ROLE':
      return setRole(state, action);
    case 'TRANSFER':
      return transfer(state, action);
    case 'UPDATE':
      return update(state, action);
    case 'RENEW_CODE':
      return renewCode(state, action);
    case 'INVITE':
      return invite(state, action, now);
  }
}

/** Who was in, and has nothing any more: how one leaves, is kicked, or is let back after a ban. */
const out = { role: 'MEMBER', status: 'LEFT', ban: null } as const;

function join(state: GroupState, { userId, inviteCode, groupCount }: Act<'JOIN'>, now: number): Decided {
  const known = find(state, userId);
  if (known?.status === 'IN') return { state };
  if (state.endedAt !== null) return { refused: 'ENDED' };
  if (known?.ban) return { refused: 'BANNED', reason: known.ban.reason };
  if (inviteCode !== null && inviteCode !== state.inviteCode) return { refused: 'WRONG_CODE' };
  if (inviteCode === null && !state.open) return { refused: 'CLOSED' };
  const { maxMembers, memberCount } = state;
  if (memberCount >= maxMembers) return { refused: 'FULL', maxMembers };
  if (groupCount >= mostGroups) return { refused: 'TOO_MANY_GROUPS', most: mostGroups };
  return { state: put(state, { userId, role: 'MEMBER', status: 'IN', joinedAt: now, ban: null }) };
}

/** The owner is succeeded; with the last one the group ends. */
function leave(state: GroupState, { userId }: Act<'LEAVE'>, now: number): Decided {
  const self = findIn(state, userId);
  if (!self) return { state };
  const left = put(state, { ...self, ...out });
  if (left.memberCount === 0) return { state: { ...left, endedAt: now } };
  if (userId !== state.ownerId) return { state: left };
  const heir = successorOf(left.members);
  if (!heir) throw new RangeError('Whoever is in was not looked for');
  return { state: put({ ...left, ownerId: heir.userId }, { ...heir, role: 'OWNER' }) };
}

/** The moderator who has been in the longest, else the member. */
export function successorOf(members: readonly Membership[]): Membership | undefined {
  const seniority = ({ role }: Membership) => (role === 'MODERATOR' ? 0 : 1);
  return members
    .filter(({ status }) => status === 'IN')
    .sort((a, b) => seniority(a) - seniority(b) || a.joinedAt - b.joinedAt || (a.userId < b.userId ? -1 : 1))[0];
}

function kick(state: GroupState, action: Act<'KICK'>): Decided {
  const refusal = notOver(state, action);
  if (refusal) return refusal;
  const target = find(state, action.targetId);
  if (!target) return { refused: 'NOT_IN', userId: action.targetId };
  return { state: target.status === 'IN' ? put(state, { ...target, ...out }) : state };
}

/** Also of somebody who never came. Banning twice keeps the first reason. */
function ban(state: GroupState, action: Act<'BAN'>, now: number): Decided {
  const refusal = notOver(state, action);
  if (refusal) return refusal;
  const { userId, targetId, reason } = action;
  const target = find(state, targetId) ?? { userId: targetId, joinedAt: now, ban: null };
  if (target.ban) return { state };
  const { joinedAt } = target;
  const banned = { byId: userId, reason, at: now };
  return { state: put(state, { userId: targetId, role: 'MEMBER', status: 'BANNED', joinedAt, ban: banned }) };
}

function unban(state: GroupState, { userId, targetId }: Act<'UNBAN'>): Decided {
  if (!moderates(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: true };
  const target = find(state, targetId);
  return { state: target?.ban ? put(state, { ...target, ...out }) : state };
}

function setRole(state: GroupState, { userId, targetId, role }: Act<'SET_ROLE'>): Decided {
  if (userId !== state.ownerId || !findIn(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: false };
  const target = findIn(state, targetId);
  if (!target) return { refused: 'NOT_IN', userId: targetId };
  if (targetId === userId) return { refused: 'PROTECTED', because: 'SELF' };
  return { state: target.role === role ? state : put(state, { ...target, role }) };
}

/** The owner before becomes a moderator. */
function transfer(state: GroupState, { userId, targetId }: Act<'TRANSFER'>): Decided {
  const self = findIn(state, userId);
  if (self && targetId === state.ownerId) return { state };
  if (!self || userId !== state.ownerId) return { refused: 'NOT_OWNER', moderatorsMay: false };
  const target = findIn(state, targetId);
  if (!target) return { refused: 'NOT_IN', userId: targetId };
  const stepped = put({ ...state, ownerId: targetId }, { ...self, role: 'MODERATOR' });
  return { state: put(stepped, { ...target, role: 'OWNER' }) };
}

/** Whoever knows the code of an open group is not meant to come into a closed one by it. */
function update(state: GroupState, { userId, changes, newCode }: Act<'UPDATE'>): Decided {
  if (userId !== state.ownerId || !findIn(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: false };
  const { memberCount } = state;
  if (changes.maxMembers !== undefined && changes.maxMembers < memberCount)
    return { refused: 'TOO_SMALL', memberCount };
  const closes = state.open && changes.open === false;
  return { state: { ...state, ...changes, inviteCode: closes ? newCode : state.inviteCode } };
}

function renewCode(state: GroupState, { userId, insteadOf, newCode }: Act<'RENEW_CODE'>): Decided {
  if (!moderates(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: true };
  const renewed = insteadOf !== null && insteadOf !== state.inviteCode;
  return { state: renewed ? state : { ...state, inviteCode: newCode } };
}

function invite(state: GroupState, { userId, targetId, last }: Act<'INVITE'>, now: number): Decided {
  const self = findIn(state, userId);
  if (!state.open && !moderates(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: true };
  if (!self) return { refused: 'NOT_IN', userId };
  const target = find(state, targetId);
  if (target?.ban) return { refused: 'INVITEE_BANNED' };
  return { state, invites: target?.status !== 'IN' && !wasTold(state, last, now) };
}

function wasTold({ inviteCode }: GroupState, last: LastInvitation | null, now: number): boolean {
  return last !== null && last.inviteCode === inviteCode && now < last.at + invitationMs;
}

/** Whether somebody is in as the owner or a moderator. */
export function moderates(state: Pick<GroupState, 'members'>, userId: string): boolean {
  const role = findIn(state, userId)?.role;
  return role === 'OWNER' || role === 'MODERATOR';
}

/** Why one may not send the other out. */
function notOver(
  state: GroupState,
  { userId, targetId }: { userId: string; targetId: string },
): GroupRefusal | undefined {
  if (!moderates(state, userId)) return { refused: 'NOT_OWNER', moderatorsMay: true };
  const because = protectionOf(state, userId, targetId);
  return because && { refused: 'PROTECTED', because };
}

function protectionOf(state: GroupState, userId: string, targetId: string): Protection | undefined {
  if (targetId === userId) return 'SELF';
  if (targetId === state.ownerId) return 'OWNER';
  return findIn(state, targetId)?.role === 'MODERATOR' && userId !== state.ownerId ? 'MODERATOR' : undefined;
}

function find({ members }: Pick<GroupState, 'members'>, userId: string): Membership | undefined {
  return members.find((member) => member.userId === userId);
}

function findIn(state: Pick<GroupState, 'members'>, userId: string): Membership | undefined {
  const member = find(state, userId);
  return member?.status === 'IN' ? member : undefined;
}

function put(state: GroupState, member: Membership): GroupState {
  const before = find(state, member.userId);
  const came = Number(member.status === 'IN') - Number(before?.status === 'IN');
  return {
    ...state,
    memberCount: state.memberCount + came,
    members: before ? state.members.map((other) => (other === before ? member : other)) : [...state.members, member],
  };
}
