import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideGroup } from './group.ts';
import type { GroupAction, GroupState } from './groupState.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const person = fc.constantFrom(...people);
const code = fc.constantFrom('0', '1', '2', '3');
const groupCount = fc.constantFrom(0, 49, 50);

const action: fc.Arbitrary<GroupAction> = fc.oneof(
  fc.record({
    type: fc.constant('JOIN' as const),
    userId: person,
    inviteCode: fc.option(code, { freq: 1 }),
    groupCount,
  }),
  fc.record({ type: fc.constant('LEAVE' as const), userId: person }),
  fc.record({ type: fc.constant('KICK' as const), userId: person, targetId: person }),
  fc.record({ type: fc.constant('BAN' as const), userId: person, targetId: person, reason: fc.constant(null) }),
  fc.record({ type: fc.constant('UNBAN' as const), userId: person, targetId: person }),
  fc.record({
    type: fc.constant('SET_ROLE' as const),
    userId: person,
    targetId: person,
    role: fc.constantFrom('MODERATOR' as const, 'MEMBER' as const),
  }),
  fc.record({ type: fc.constant('TRANSFER' as const), userId: person, targetId: person }),
  fc.record({
    type: fc.constant('UPDATE' as const),
    userId: person,
    changes: fc.record({ open: fc.boolean(), maxMembers: fc.integer({ min: 2, max: 6 }) }, { requiredKeys: [] }),
    newCode: code,
  }),
  fc.record({ type: fc.constant('RENEW_CODE' as const), userId: person, insteadOf: fc.option(code), newCode: code }),
  fc.record({ type: fc.constant('INVITE' as const), userId: person, targetId: person, last: fc.constant(null) }),
);

const fresh: GroupState = {
  name: 'x',
  description: null,
  open: true,
  maxMembers: 4,
  inviteCode: '0',
  ownerId: 'a',
  endedAt: null,
  memberCount: 1,
  members: [{ userId: 'a', role: 'OWNER', status: 'IN', joinedAt: 0, ban: null }],
};

/** Everything that happened, as states one after the other with what led to them. */
function story(actions: readonly GroupAction[]) {
  let state = fresh;
  return actions.map((did, index) => {
    const before = state;
    const decision = decideGroup(before, did, index + 1);
    if (!('refused' in decision)) ({ state } = decision);
    return { did, before, after: state, refused: 'refused' in decision, now: index + 1 };
  });
}

const stories = fc.array(action, { maxLength: 60 });
const who = ({ members }: GroupState, status: string) =>
  members.filter((member) => member.status === status).map(({ userId }) => userId);

it('there is exactly one owner while anyone is in, and never more members than places', () => {
  fc.assert(
    fc.property(stories, (actions) => {
      for (const { after } of story(actions)) {
        const { members, memberCount, maxMembers, endedAt } = after;
        const owners = members.filter(({ role }) => role === 'OWNER').map(({ userId }) => userId);
        expect(owners).toEqual(memberCount > 0 ? [after.ownerId] : []);
        expect(memberCount).toBe(who(after, 'IN').length);
        expect(memberCount).toBeLessThanOrEqual(maxMembers);
        expect(endedAt === null).toBe(memberCount > 0);
        expect(new Set(members.map(({ userId }) => userId)).size).toBe(members.length);
        for (const { status, role, ban } of members) {
          expect(ban !== null).toBe(status === 'BANNED');
          if (status !== 'IN') expect(role).toBe('MEMBER');
        }
      }
    }),
  );
});

it('a ban holds until it is lifted, and only those who may lift it do', () => {
  fc.assert(
    fc.property(stories, (actions) => {
      for (const { did, before, after } of story(actions)) {
        const still = who(after, 'BANNED');
        for (const userId of who(before, 'BANNED')) {
          if (still.includes(userId)) continue;
          expect(did).toMatchObject({ type: 'UNBAN', targetId: userId });
          expect(before.members.find((member) => member.userId === did.userId)).toMatchObject({
            status: 'IN',
            role: expect.stringMatching(/OWNER|MODERATOR/),
          });
        }
      }
    }),
  );
});

it('sent twice at once is the same as once', () => {
  fc.assert(
    fc.property(stories, (actions) => {
      for (const { did, before, after, refused, now } of story(actions)) {
        if (refused) expect(after).toBe(before);
        else expect(decideGroup(after, did, now)).toMatchObject({ state: after });
      }
    }),
  );
});

it('nobody comes into a closed group without the code it has', () => {
  fc.assert(
    fc.property(stories, (actions) => {
      for (const { did, before, after } of story(actions)) {
        if (after.memberCount <= before.memberCount) continue;
        expect(did.type).toBe('JOIN');
        if (did.type === 'JOIN' && !before.open) expect(did.inviteCode).toBe(before.inviteCode);
      }
    }),
  );
});

it('nobody sends away the owner, nor a moderator another', () => {
  fc.assert(
    fc.property(stories, (actions) => {
      for (const { did, before, after } of story(actions)) {
        for (const { userId, role } of before.members.filter(({ status }) => status === 'IN')) {
          if (role === 'MEMBER' || who(after, 'IN').includes(userId) || did.userId === userId) continue;
          expect([role, did.userId]).toEqual(['MODERATOR', before.ownerId]);
        }
      }
    }),
  );
});
