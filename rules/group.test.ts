import { describe, expect, it } from 'vitest';
import { decideGroup, invitationMs, mostGroups, successorOf } from './group.ts';
import type { GroupAction, GroupState, Membership } from './groupState.ts';

const now = 1_000_000;

function member(userId: string, more: Partial<Membership> = {}): Membership {
  return { userId, role: 'MEMBER', status: 'IN', joinedAt: 0, ban: null, ...more };
}

const banned = (userId: string) => member(userId, { status: 'BANNED', ban: { byId: 'owner', reason: 'rude', at: 5 } });

/** An open group of three, with somebody who left and somebody banned. */
function group(more: Partial<GroupState> = {}): GroupState {
  const members = [
    member('owner', { role: 'OWNER' }),
    member('mod', { role: 'MODERATOR', joinedAt: 20 }),
    member('ann', { joinedAt: 10 }),
    member('gone', { status: 'LEFT' }),
    banned('bad'),
  ];
  return {
    name: 'Throwers',
    description: null,
    open: true,
    maxMembers: 4,
    inviteCode: 'code',
    ownerId: 'owner',
    endedAt: null,
    memberCount: 3,
    members,
    ...more,
  };
}

function decided(action: GroupAction, state = group()): GroupState {
  const decision = decideGroup(state, action, now);
  if ('refused' in decision) throw new Error(`Refused: ${JSON.stringify(decision)}`);
  return decision.state;
}

const of = ({ members }: GroupState, id: string) => members.find(({ userId }) => userId === id);
const join = (userId: string, inviteCode: string | null = null, groupCount = 0): GroupAction => ({
  type: 'JOIN',
  userId,
  inviteCode,
  groupCount,
});

describe('joining', () => {
  it('makes somebody a member, from now on', () => {
    const state = decided(join('eve'));
    expect(of(state, 'eve')).toEqual(member('eve', { joinedAt: now }));
    expect(state.memberCount).toBe(4);
    expect(of(decided(join('gone')), 'gone')).toEqual(member('gone', { joinedAt: now }));
    expect(decided(join('eve', 'code'), group({ open: false })).memberCount).toBe(4);
  });

  it('twice is once, even where nobody else could', () => {
    const state = group({ open: false, maxMembers: 3 });
    expect(decided(join('ann', null, mostGroups), state)).toBe(state);
  });

  it.each<[what: string, action: GroupAction, state: Partial<GroupState>, refusal: object]>([
    ['a closed group', join('eve'), { open: false }, { refused: 'CLOSED' }],
    ['by another code', join('eve', 'kode'), { open: false }, { refused: 'WRONG_CODE' }],
    ['by another code, though open', join('eve', 'kode'), {}, { refused: 'WRONG_CODE' }],
    ['a full one', join('eve', 'code'), { maxMembers: 3 }, { refused: 'FULL', maxMembers: 3 }],
    ['one that is over', join('eve'), { endedAt: 1 }, { refused: 'ENDED' }],
    ['while banned', join('bad', 'code'), {}, { refused: 'BANNED', reason: 'rude' }],
    ['one more than anyone can', join('eve', null, mostGroups), {}, { refused: 'TOO_MANY_GROUPS', most: mostGroups }],
  ])('is refused: %s', (_what, action, state, refusal) => {
    expect(decideGroup(group(state), action, now)).toEqual(refusal);
  });
});

describe('leaving', () => {
  it('keeps who was in, as nobody', () => {
    const state = decided({ type: 'LEAVE', userId: 'mod' });
    expect(of(state, 'mod')).toEqual(member('mod', { status: 'LEFT', joinedAt: 20 }));
    expect(state).toMatchObject({ memberCount: 2, ownerId: 'owner', endedAt: null });
  });

  it.each(['gone', 'bad', 'eve'])('is nothing for who is not in: %s', (userId) => {
    const state = group();
    expect(decided({ type: 'LEAVE', userId }, state)).toBe(state);
  });

  it('passes an owner’s role to the moderator of longest standing, else to the member', () => {
    const first = decided({ type: 'LEAVE', userId: 'owner' });
    expect(first.ownerId).toBe('mod');
    expect(of(first, 'mod')?.role).toBe('OWNER');
    const second = decided({ type: 'LEAVE', userId: 'mod' }, first);
    expect(second).toMatchObject({ ownerId: 'ann', memberCount: 1, endedAt: null });
    const last = decided({ type: 'LEAVE', userId: 'ann' }, second);
    expect(last).toMatchObject({ ownerId: 'ann', memberCount: 0, endedAt: now });
    expect(last.members.every(({ role }) => role === 'MEMBER')).toBe(true);
  });

  it('knows who comes next among those who came together', () => {
    const together = ['c', 'a', 'b'].map((userId) => member(userId, { joinedAt: 3 }));
    expect(successorOf(together)?.userId).toBe('a');
    expect(successorOf([member('a', { status: 'LEFT' })])).toBeUndefined();
  });
});

describe('who may do what', () => {
  const settings = { changes: { name: 'Other' }, newCode: 'new' };
  const actions = {
    kick: (userId, targetId) => ({ type: 'KICK', userId, targetId }),
    ban: (userId, targetId) => ({ type: 'BAN', userId, targetId, reason: null }),
    unban: (userId, targetId) => ({ type: 'UNBAN', userId, targetId }),
    promote: (userId, targetId) => ({ type: 'SET_ROLE', userId, targetId, role: 'MODERATOR' }),
    transfer: (userId, targetId) => ({ type: 'TRANSFER', userId, targetId }),
    update: (userId) => ({ type: 'UPDATE', userId, ...settings }),
    renew: (userId) => ({ type: 'RENEW_CODE', userId, insteadOf: null, newCode: 'new' }),
    invite: (userId, targetId) => ({ type: 'INVITE', userId, targetId, last: null }),
  } satisfies Record<string, (userId: string, targetId: string) => GroupAction>;
  const table: [by: string, what: keyof typeof actions, whom: string, outcome: string][] = [
    ['owner', 'kick', 'mod', 'done'],
    ['owner', 'kick', 'ann', 'done'],
    ['owner', 'kick', 'owner', 'PROTECTED SELF'],
    ['owner', 'kick', 'gone', 'same'],
    ['owner', 'kick', 'bad', 'same'],
    ['owner', 'kick', 'eve', 'NOT_IN'],
    ['mod', 'kick', 'ann', 'done'],
    ['mod', 'kick', 'mod', 'PROTECTED SELF'],
    ['mod', 'kick', 'mod2', 'PROTECTED MODERATOR'],
    ['mod', 'kick', 'owner', 'PROTECTED OWNER'],
    ['ann', 'kick', 'mod', 'NOT_OWNER'],
    ['gone', 'kick', 'ann', 'NOT_OWNER'],
    ['owner', 'ban', 'mod', 'done'],
    ['owner', 'ban', 'eve', 'done'],
    ['owner', 'ban', 'gone', 'done'],
    ['owner', 'ban', 'bad', 'same'],
    ['owner', 'ban', 'owner', 'PROTECTED SELF'],
    ['mod', 'ban', 'ann', 'done'],
    ['mod', 'ban', 'mod2', 'PROTECTED MODERATOR'],
    ['mod', 'ban', 'owner', 'PROTECTED OWNER'],
    ['ann', 'ban', 'eve', 'NOT_OWNER'],
    ['bad', 'unban', 'bad', 'NOT_OWNER'],
    ['ann', 'unban', 'bad', 'NOT_OWNER'],
    ['mod', 'unban', 'bad', 'done'],
    ['mod', 'unban', 'ann', 'same'],
    ['mod', 'unban', 'eve', 'same'],
    ['owner', 'promote', 'ann', 'done'],
    ['owner', 'promote', 'mod', 'same'],
    ['owner', 'promote', 'owner', 'PROTECTED SELF'],
    ['owner', 'promote', 'gone', 'NOT_IN'],
    ['mod', 'promote', 'ann', 'NOT_OWNER'],
    ['owner', 'transfer', 'ann', 'done'],
    ['owner', 'transfer', 'owner', 'same'],
    ['mod', 'transfer', 'owner', 'same'],
    ['mod', 'transfer', 'ann', 'NOT_OWNER'],
    ['gone', 'transfer', 'owner', 'NOT_OWNER'],
    ['owner', 'transfer', 'gone', 'NOT_IN'],
    ['owner', 'update', '', 'done'],
    ['mod', 'update', '', 'NOT_OWNER'],
    ['gone', 'update', '', 'NOT_OWNER'],
    ['owner', 'renew', '', 'done'],
    ['mod', 'renew', '', 'done'],
    ['ann', 'renew', '', 'NOT_OWNER'],
    ['ann', 'invite', 'eve', 'told'],
    ['ann', 'invite', 'gone', 'told'],
    ['ann', 'invite', 'mod', 'same'],
    ['ann', 'invite', 'bad', 'INVITEE_BANNED'],
    ['gone', 'invite', 'eve', 'NOT_IN'],
    ['eve', 'invite', 'gone', 'NOT_IN'],
  ];

  it.each(table)('%s %s %s: %s', (by, what, whom, outcome) => {
    const usual = group();
    const state = { ...usual, memberCount: 4, members: [...usual.members, member('mod2', { role: 'MODERATOR' })] };
    const decision = decideGroup(state, actions[what](by, whom), now);
    const seen =
      'refused' in decision
        ? [decision.refused, ...('because' in decision ? [decision.because] : [])].join(' ')
        : decision.invites
          ? 'told'
          : decision.state === state
            ? 'same'
            : 'done';
    expect(seen).toBe(outcome);
  });

  it('only owner and moderators invite to a closed group', () => {
    const closed = group({ open: false });
    expect(decideGroup(closed, actions.invite('ann', 'eve'), now)).toEqual({
      refused: 'NOT_OWNER',
      moderatorsMay: true,
    });
    expect(decideGroup(closed, actions.invite('mod', 'eve'), now)).toMatchObject({ invites: true });
  });

  it('a transfer leaves one owner, and a moderator where one was', () => {
    const state = decided(actions.transfer('owner', 'ann'));
    expect(state).toMatchObject({ ownerId: 'ann', memberCount: 3 });
    expect([of(state, 'ann')?.role, of(state, 'owner')?.role]).toEqual(['OWNER', 'MODERATOR']);
  });
});

describe('the code', () => {
  const renew = (insteadOf: string | null): GroupAction => ({
    type: 'RENEW_CODE',
    userId: 'mod',
    insteadOf,
    newCode: 'n',
  });

  it('is renewed, once where the old one is named', () => {
    const renewed = decided(renew('code'));
    expect(renewed.inviteCode).toBe('n');
    expect(decided(renew('code'), renewed)).toBe(renewed);
    expect(decided(renew(null), renewed).inviteCode).toBe('n');
  });

  it('ends when an open group is closed, and at no other change', () => {
    const update = (changes: object): GroupAction => ({ type: 'UPDATE', userId: 'owner', changes, newCode: 'n' });
    expect(decided(update({ open: false })).inviteCode).toBe('n');
    expect(decided(update({ open: false }), group({ open: false })).inviteCode).toBe('code');
    expect(decided(update({ open: true, name: 'x' })).inviteCode).toBe('code');
    expect(decideGroup(group(), update({ maxMembers: 2 }), now)).toEqual({ refused: 'TOO_SMALL', memberCount: 3 });
  });
});

it.each([
  [null, true],
  [{ inviteCode: 'code', at: now - invitationMs + 1 }, false],
  [{ inviteCode: 'code', at: now - invitationMs }, true],
  [{ inviteCode: 'older', at: now }, true],
])('an invitation after %j is told: %s', (last, invites) => {
  const action: GroupAction = { type: 'INVITE', userId: 'ann', targetId: 'eve', last };
  expect(decideGroup(group(), action, now)).toMatchObject({ invites });
});
