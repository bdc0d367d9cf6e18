import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cast, mouldOf } from '../account/forgedToken.ts';
import { startApp, type App } from '../harness/app.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import * as documents from './documents.ts';
import { join, leave, rolesOf, seedGroup, stateOf, tryJoin } from './groupOf.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

async function create(app: App, { token }: TestPlayer, input: object) {
  const wanted = { name: 'Throwers', ...input };
  return (await execute(app, token, documents.createGroup, { input: wanted })).createGroup;
}

it('is made, joined, left and made an end of', async () => {
  const app = await startApp();
  const [ada, ben, cleo] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
  const { group } = expectPayload(await create(app, ada, { name: ' The   Throwers ', description: 'We throw.' }));
  expect(group).toMatchObject({
    name: 'The Throwers',
    description: 'We throw.',
    open: true,
    maxMembers: 100,
    memberCount: 1,
    endedAt: null,
    owner: { id: ada.id },
    me: { role: 'OWNER' },
    scoreboard: { key: group.id.replace('Group:', 'group:'), size: 1 },
  });
  const { id } = group;
  const joined = await join(app, ben, { groupId: id });
  expect(joined).toMatchObject({ memberCount: 2, inviteCode: group.inviteCode, me: { role: 'MEMBER' } });
  expect(await join(app, ben, { groupId: id })).toEqual(joined);
  await join(app, cleo, { inviteCode: ` ${group.inviteCode} ` });
  expect(await rolesOf(app, ben, id)).toEqual([
    [ada.id, 'OWNER'],
    [ben.id, 'MEMBER'],
    [cleo.id, 'MEMBER'],
  ]);
  await execute(app, ada.token, documents.setGroupRole, { groupId: id, userId: cleo.id, role: 'MODERATOR' });
  const left = await leave(app, ada, id);
  expect(left).toMatchObject({ memberCount: 2, owner: { id: cleo.id }, me: null, inviteCode: null });
  expect(await leave(app, ada, id)).toEqual(left);
  expect(await leave(app, cleo, id)).toMatchObject({ memberCount: 1, owner: { id: ben.id } });
  expect(await leave(app, ben, id)).toMatchObject({
    memberCount: 0,
    owner: { id: ben.id },
    endedAt: expect.any(String),
  });
  expectError(await tryJoin(app, ada, { groupId: id }), 'GroupEndedError');
  expectError(await tryJoin(app, ada, { inviteCode: group.inviteCode }), 'UnknownInviteCodeError');
  expect((await execute(app, ada.token, documents.groups, {})).groups.edges).toEqual([]);
});

describe('a group', () => {
  it('with a key is made once, however often and wherever it is sent', async () => {
    const other = await startApp({ beside: app });
    const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) => create(index % 2 ? other : app, ada, { key: 'mine' })),
    );
    expect(new Set(made.map((result) => expectPayload(result).group.id)).size).toBe(1);
    const { group } = expectPayload(await create(app, ben, { key: 'mine' }));
    expect(group.id).not.toBe(made[0] && expectPayload(made[0]).group.id);
    expect(expectPayload(await create(app, ada, {})).group.id).not.toBe(
      expectPayload(await create(app, ada, {})).group.id,
    );
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(61) }],
    ['name', { name: 'Thr\u200bowers' }],
    ['description', { description: 'x'.repeat(501) }],
    ['description', { description: 'a\nb' }],
    ['maxMembers', { maxMembers: 1 }],
    ['maxMembers', { maxMembers: 1_001 }],
    ['key', { key: '' }],
  ])('is not made with this %s: %j', async (field, input) => {
    const refused = expectError(await create(app, await seedPlayer(app), input), 'InvalidInputError');
    expect(refused.fields.map((wrong) => wrong.field)).toEqual([field]);
  });

  it('holds no more than its places', async () => {
    const { id, members } = await seedGroup(app, 2, { maxMembers: 3 });
    const dan = await seedPlayer(app);
    expect(expectError(await tryJoin(app, dan, { groupId: id }), 'GroupFullError').maxMembers).toBe(3);
    if (members[0]) await leave(app, members[0], id);
    expect((await join(app, dan, { groupId: id })).memberCount).toBe(3);
  });

  it('that is closed is joined by its code alone, which its owner and moderators know', async () => {
    const { id, owner, members, inviteCode } = await seedGroup(app, 2, { open: false });
    const [ben, cleo] = members;
    if (!ben || !cleo) throw new Error('There is nobody');
    const dan = await seedPlayer(app);
    expectError(await tryJoin(app, dan, { groupId: id }), 'GroupClosedError');
    const seen = await stateOf(app, dan, id);
    expect(seen).toMatchObject({ name: 'Throwers', memberCount: 3, owner: { id: owner.id }, open: false });
    expect(seen).toMatchObject({ members: null, bans: null, me: null, inviteCode: null });
    expect(await stateOf(app, ben, id)).toMatchObject({ inviteCode: null, bans: null, me: { role: 'MEMBER' } });
    expect((await stateOf(app, ben, id)).members?.edges).toHaveLength(3);
    await execute(app, owner.token, documents.setGroupRole, { groupId: id, userId: cleo.id, role: 'MODERATOR' });
    expect(await stateOf(app, cleo, id)).toMatchObject({ inviteCode, bans: { edges: [] } });
    expect(await join(app, dan, { inviteCode })).toMatchObject({ memberCount: 4, inviteCode: null });
  });

  it('shows its members a page at a time, in the order in which they came', async () => {
    const { id, owner, members } = await seedGroup(app, 4);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = (await stateOf(app, owner, id, { first: 2, ...(after && { after }) })).members;
      seen.push(...(page?.edges.map(({ node }) => node.user.id) ?? []));
      after = page?.pageInfo.endCursor ?? undefined;
      more = page?.pageInfo.hasNextPage ?? false;
    }
    expect(seen).toEqual([owner, ...members].map((person) => person.id));
    for (const page of [{ first: 201 }, { first: -1 }, { after: 'x' }, { after: 'am9pbmVkOjE6MQ' }]) {
      const { errors } = await send(app, owner.token, documents.groupState, { id, ...page });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('is found by name among the open ones, and among one’s own', async () => {
    const app = await startApp();
    const first = await seedGroup(app, 0, { name: 'Hundred% wins_' });
    const second = await seedGroup(app, 1, { name: 'Hundreds of WINS' });
    const closed = await seedGroup(app, 0, { name: 'Hidden wins', open: false });
    const list = async (who: TestPlayer, variables: object) =>
      (await execute(app, who.token, documents.groups, variables)).groups.edges.map(({ node }) => node.id);
    const ada = first.owner;
    expect(await list(ada, {})).toEqual([second.id, first.id]);
    expect(await list(ada, { first: 1 })).toEqual([second.id]);
    expect(await list(ada, { search: 'wins' })).toEqual([second.id, first.id]);
    expect(await list(ada, { search: 'D% w' })).toEqual([first.id]);
    expect(await list(ada, { search: 's_' })).toEqual([first.id]);
    expect(await list(ada, { search: '\\' })).toEqual([]);
    expect(await list(closed.owner, { mine: true })).toEqual([closed.id]);
    expect(await list(closed.owner, { mine: true, search: 'hundred' })).toEqual([]);
    expect(await list(second.members[0] ?? ada, { mine: true })).toEqual([second.id]);
    await leave(app, second.members[0] ?? ada, second.id);
    expect(await list(second.members[0] ?? ada, { mine: true })).toEqual([]);
    const { errors } = await send(app, ada.token, documents.groups, { search: 'x'.repeat(61) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is changed by its owner', async () => {
    const { id, owner, members, inviteCode } = await seedGroup(app, 2);
    const update = async (who: TestPlayer | undefined, input: object) =>
      (await execute(app, who?.token ?? '', documents.updateGroup, { input: { groupId: id, ...input } })).updateGroup;
    expectError(await update(members[0], { name: 'Mine' }), 'NotOwnerError');
    const renamed = expectPayload(await update(owner, { name: 'Catchers', description: 'New' })).group;
    expect(renamed).toEqual({ id, name: 'Catchers', description: 'New', open: true, maxMembers: 100, inviteCode });
    const closed = expectPayload(await update(owner, { open: false, maxMembers: 3, description: '' })).group;
    expect(closed).toMatchObject({ name: 'Catchers', description: null, open: false, maxMembers: 3 });
    expect(closed.inviteCode).not.toBe(inviteCode);
    expect(expectPayload(await update(owner, { open: false })).group).toEqual(closed);
    expectError(await update(owner, { maxMembers: 2 }), 'InvalidInputError');
    expectError(await update(owner, { name: '' }), 'InvalidInputError');
  });

  it('is one of fifty at most', async () => {
    const app = await startApp({ env: { LIMITS: 'groupsPerUser=100/60,groupActionsPerUser=1000/60' } });
    const ada = await seedPlayer(app);
    for (let count = 0; count < 50; count += 1) expectPayload(await create(app, ada, {}));
    expect(expectError(await create(app, ada, {}), 'TooManyGroupsError').most).toBe(50);
    const { id } = await seedGroup(app);
    expectError(await tryJoin(app, ada, { groupId: id }), 'TooManyGroupsError');
  });

  it('is not for accounts that are gone, whose tokens are still good', async () => {
    const { id } = await seedGroup(app);
    const token = await cast(await mouldOf(app));
    const ghost = { token, id: '', handle: '' };
    expectError(await create(app, ghost, {}), 'NotFoundError');
    expectError(await tryJoin(app, ghost, { groupId: id }), 'NotFoundError');
    expect(await leave(app, ghost, id)).toMatchObject({ memberCount: 1 });
  });

  it('is for people: services read, strangers do nothing', async () => {
    const { id } = await seedGroup(app, 1, { open: false });
    const service = await seedService(app);
    const seen = await stateOf(app, service, id);
    expect(seen).toMatchObject({ me: null, inviteCode: null, bans: null });
    expect(seen.members?.edges).toHaveLength(2);
    for (const [token, code] of [
      [null, 'UNAUTHENTICATED'],
      [service.token, 'FORBIDDEN'],
    ] as const) {
      const { errors } = await send(app, token, documents.joinGroup, { input: { groupId: id } });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
    const ada = await seedPlayer(app);
    expectError(await tryJoin(app, ada, { groupId: `Group:${randomUUID()}` }), 'NotFoundError');
    expectError(await tryJoin(app, ada, {}), 'InvalidInputError');
    expectError(await tryJoin(app, ada, { groupId: id, inviteCode: 'x' }), 'InvalidInputError');
  });
});
