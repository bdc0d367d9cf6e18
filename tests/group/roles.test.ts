import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import { join, leave, rolesOf, seedGroup, stateOf, tryJoin, type TestGroup } from './groupOf.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

interface Scene {
  group: TestGroup;
  owner: TestPlayer;
  mod: TestPlayer;
  ann: TestPlayer;
  bob: TestPlayer;
}

/** An owner, a moderator and two members. */
async function scene(input: object = {}): Promise<Scene> {
  const group = await seedGroup(app, 3, input);
  const { owner, members } = group;
  const [mod, ann, bob] = members;
  if (!mod || !ann || !bob) throw new Error('There is nobody');
  expectPayload(await setRole(app, owner, group.id, mod, 'MODERATOR'));
  return { group, owner, mod, ann, bob };
}

type Who = Pick<TestPlayer, 'token'>;
type Whom = Pick<TestPlayer, 'id'>;

async function setRole(app: App, { token }: Who, groupId: string, { id: userId }: Whom, role: 'MODERATOR' | 'MEMBER') {
  return (await execute(app, token, documents.setGroupRole, { groupId, userId, role })).setGroupRole;
}

async function kick(app: App, { token }: Who, groupId: string, { id: userId }: Whom) {
  return (await execute(app, token, documents.kickGroupMember, { groupId, userId })).kickGroupMember;
}

async function ban(app: App, { token }: Who, groupId: string, { id: userId }: Whom, reason: string | null = null) {
  return (await execute(app, token, documents.banFromGroup, { groupId, userId, reason })).banFromGroup;
}

async function unban(app: App, { token }: Who, groupId: string, { id: userId }: Whom) {
  return (await execute(app, token, documents.unbanFromGroup, { groupId, userId })).unbanFromGroup;
}

async function transfer(app: App, { token }: Who, groupId: string, { id: userId }: Whom) {
  return (await execute(app, token, documents.transferGroup, { groupId, userId })).transferGroup;
}

async function renew(app: App, { token }: Who, groupId: string, insteadOf?: string | null) {
  const variables = { groupId, ...(insteadOf !== undefined && { insteadOf }) };
  return (await execute(app, token, documents.newInviteCode, variables)).newInviteCode;
}

describe('roles', () => {
  it('are given by the owner alone', async () => {
    const { group, owner, mod, ann } = await scene();
    const { id } = group;
    expectError(await setRole(app, mod, id, ann, 'MODERATOR'), 'NotOwnerError');
    expectPayload(await setRole(app, owner, id, ann, 'MODERATOR'));
    expectPayload(await setRole(app, owner, id, ann, 'MODERATOR'));
    expectPayload(await setRole(app, owner, id, mod, 'MEMBER'));
    expect((await rolesOf(app, ann, id)).map(([, role]) => role)).toEqual(['OWNER', 'MEMBER', 'MODERATOR', 'MEMBER']);
    expect(expectError(await setRole(app, owner, id, owner, 'MEMBER'), 'MemberProtectedError').because).toBe('SELF');
    expectError(await setRole(app, owner, id, await seedPlayer(app), 'MODERATOR'), 'NotAMemberError');
    expectError(await setRole(app, owner, id, { id: `User:${randomUUID()}` }, 'MODERATOR'), 'NotFoundError');
    await leave(app, ann, id);
    await join(app, ann, { groupId: id });
    expect((await stateOf(app, ann, id)).me).toMatchObject({ role: 'MEMBER' });
  });

  it('of the owner is passed on, which leaves a moderator', async () => {
    const { group, owner, mod, ann } = await scene();
    const { id } = group;
    expectError(await transfer(app, mod, id, ann), 'NotOwnerError');
    expectError(await transfer(app, owner, id, await seedPlayer(app)), 'NotAMemberError');
    const passed = expectPayload(await transfer(app, owner, id, ann)).group;
    expect(passed).toMatchObject({ owner: { id: ann.id }, me: { role: 'MODERATOR' } });
    expect(expectPayload(await transfer(app, owner, id, ann)).group).toEqual(passed);
    expectError(await transfer(app, owner, id, mod), 'NotOwnerError');
    expectPayload(await setRole(app, ann, id, owner, 'MEMBER'));
  });
});

describe('a kick', () => {
  it('sends a member out, who may come back', async () => {
    const { group, mod, ann, bob } = await scene();
    const { id } = group;
    expectError(await kick(app, bob, id, ann), 'NotOwnerError');
    expect(expectPayload(await kick(app, mod, id, ann)).group.memberCount).toBe(3);
    expect(expectPayload(await kick(app, mod, id, ann)).group.memberCount).toBe(3);
    expect((await stateOf(app, ann, id)).me).toBeNull();
    expect((await join(app, ann, { groupId: id })).memberCount).toBe(4);
  });

  it('spares the owner, oneself and, but for the owner’s, moderators', async () => {
    const { group, owner, mod, ann } = await scene();
    const { id } = group;
    const because = async (by: TestPlayer, whom: TestPlayer) =>
      expectError(await kick(app, by, id, whom), 'MemberProtectedError').because;
    expect(await because(mod, owner)).toBe('OWNER');
    expect(await because(mod, mod)).toBe('SELF');
    expectPayload(await setRole(app, owner, id, ann, 'MODERATOR'));
    expect(await because(mod, ann)).toBe('MODERATOR');
    expectPayload(await kick(app, owner, id, ann));
    const stranger = await seedPlayer(app);
    expect(expectError(await kick(app, mod, id, stranger), 'NotAMemberError')).toMatchObject({
      userId: stranger.id,
      message: 'Whom you named is not in the group. Choose somebody who is.',
    });
  });
});

describe('a ban', () => {
  it('holds by id and by code until it is lifted, whoever is banned', async () => {
    const { group, owner, mod, ann } = await scene();
    const { id, inviteCode } = group;
    const stranger = await seedPlayer(app);
    const banned = expectPayload(await ban(app, mod, id, ann, 'rude')).group;
    expect(banned).toMatchObject({
      memberCount: 3,
      bans: { edges: [{ node: { reason: 'rude', user: { id: ann.id }, by: { id: mod.id } } }] },
    });
    expect(expectPayload(await ban(app, owner, id, ann, 'very rude')).group).toEqual(banned);
    expectPayload(await ban(app, mod, id, stranger));
    expect(expectError(await tryJoin(app, ann, { groupId: id }), 'BannedError').reason).toBe('rude');
    expect(expectError(await tryJoin(app, stranger, { inviteCode }), 'BannedError').reason).toBeNull();
    expect(await leave(app, ann, id)).toMatchObject({ me: null, memberCount: 3 });
    expectError(await tryJoin(app, ann, { groupId: id }), 'BannedError');
    expectPayload(await kick(app, mod, id, ann));
    expectError(await tryJoin(app, ann, { groupId: id }), 'BannedError');
    expectError(await unban(app, ann, id, ann), 'NotOwnerError');
    expectPayload(await unban(app, mod, id, ann));
    const lifted = expectPayload(await unban(app, mod, id, ann)).group;
    expect(lifted.bans?.edges.map(({ node }) => node.user.id)).toEqual([stranger.id]);
    expect((await stateOf(app, ann, id)).me).toBeNull();
    expect(await join(app, ann, { groupId: id })).toMatchObject({ me: { role: 'MEMBER' } });
  });

  it('spares the owner, oneself and other moderators, and is nothing for members to do', async () => {
    const { group, owner, mod, ann, bob } = await scene();
    const { id } = group;
    expect(expectError(await ban(app, mod, id, owner), 'MemberProtectedError').because).toBe('OWNER');
    expect(expectError(await ban(app, owner, id, owner), 'MemberProtectedError').because).toBe('SELF');
    expectError(await ban(app, ann, id, bob), 'NotOwnerError');
    expectError(await ban(app, mod, id, bob, ''), 'InvalidInputError');
    expectError(await ban(app, mod, id, { id: `User:${randomUUID()}` }), 'NotFoundError');
    expectPayload(await ban(app, owner, id, mod));
    expectError(await ban(app, mod, id, bob), 'NotOwnerError');
    expect(await stateOf(app, mod, id)).toMatchObject({ bans: null, inviteCode: null });
  });
});

describe('an invitation code', () => {
  it('is renewed by the owner and moderators, once where the old one is named', async () => {
    const { group, owner, mod, ann } = await scene({ open: false });
    const { id, inviteCode } = group;
    expectError(await renew(app, ann, id), 'NotOwnerError');
    const renewed = expectPayload(await renew(app, mod, id, inviteCode)).group.inviteCode;
    expect(renewed).not.toBe(inviteCode);
    expect(expectPayload(await renew(app, owner, id, inviteCode)).group.inviteCode).toBe(renewed);
    const [eve, fay] = [await seedPlayer(app), await seedPlayer(app)];
    expectError(await tryJoin(app, eve, { inviteCode }), 'UnknownInviteCodeError');
    await join(app, eve, { inviteCode: renewed });
    const again = expectPayload(await renew(app, owner, id)).group.inviteCode;
    expect(again).not.toBe(renewed);
    expectError(await tryJoin(app, fay, { inviteCode: renewed }), 'UnknownInviteCodeError');
  });

  it('is guessed wrong three times in half a minute, then not looked at', async () => {
    const { group } = await scene({ open: false });
    const eve = await seedPlayer(app);
    for (let count = 0; count < 3; count += 1) {
      expectError(
        await tryJoin(app, eve, { inviteCode: count === 1 ? '\u0000' : `wrong-${count}` }),
        'UnknownInviteCodeError',
      );
    }
    await expect(tryJoin(app, eve, { inviteCode: group.inviteCode })).rejects.toThrow(/RATE_LIMITED/);
    await join(app, await seedPlayer(app), { inviteCode: group.inviteCode });
  });
});
