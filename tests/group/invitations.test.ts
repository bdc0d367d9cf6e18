import { expect, it } from 'vitest';
import { socketsClosed } from '../game/socketsClosed.ts';
import { startApp, type App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import * as documents from './documents.ts';
import { join, leave, seedGroup } from './groupOf.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function invite(app: App, { token }: TestPlayer, groupId: string, { id: userId }: Pick<TestPlayer, 'id'>) {
  return (await execute(app, token, documents.inviteToGroup, { groupId, userId })).inviteToGroup;
}

/** What somebody was told of, by polling. */
async function toldTo(app: App, { token }: TestPlayer) {
  const { me } = await execute(app, token, documents.polledInvitations);
  return me?.events.edges.map(({ node }) => node) ?? [];
}

it('an invitation comes live, and its code lets in', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const { id, inviteCode, members } = await seedGroup(app, 1, { name: 'Catchers' });
  const [ben] = members;
  const eve = await seedPlayer(app);
  if (!ben) throw new Error('There is nobody');
  const live = subscribe(connect(beside, eve.token), documents.invitations, {});
  expectPayload(await invite(app, ben, id, eve));
  const { myEvents: told } = await live.next();
  expect(told).toEqual({
    __typename: 'InvitationReceived',
    seq: 1,
    groupId: id,
    groupName: 'Catchers',
    inviteCode,
    by: { id: ben.id, handle: ben.handle, displayName: expect.any(String) },
  });
  await join(beside, eve, { inviteCode });
  await live.stop();
  await socketsClosed(beside);
});

it('somebody is told once a day of one code, whoever invites them and how often', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const beside = await startApp({ clock, beside: app });
  const long = 3 * dayMs;
  const { id, owner, members } = await seedGroup(app, 1);
  const eve = await seedPlayer(app, [], long);
  const [ben] = members;
  if (!ben) throw new Error('There is nobody');
  const nodes = [app, beside, app, beside];
  await Promise.all(nodes.flatMap((node) => [owner, ben].map((who) => invite(node, who, id, eve))));
  expect(await toldTo(app, eve)).toHaveLength(1);
  const renewed = await execute(app, owner.token, documents.newInviteCode, { groupId: id });
  const { inviteCode } = expectPayload(renewed.newInviteCode).group;
  expectPayload(await invite(app, ben, id, eve));
  expectPayload(await invite(app, ben, id, eve));
  expect(await toldTo(app, eve)).toMatchObject([{}, { inviteCode, by: { id: ben.id } }]);
  // Whoever is in is not told; once they are out again, the day still holds.
  await join(app, eve, { inviteCode });
  expectPayload(await invite(app, ben, id, eve));
  await leave(app, eve, id);
  expectPayload(await invite(app, ben, id, eve));
  expect(await toldTo(app, eve)).toHaveLength(2);
});

it('a day later they are told again', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const { id, owner } = await seedGroup(app);
  const long = 3 * dayMs;
  const [ada, eve] = [await seedPlayer(app, [], long), await seedPlayer(app, [], long)];
  await join(app, ada, { groupId: id });
  expectPayload(await invite(app, owner, id, eve));
  clock.advance(dayMs - 1);
  expectPayload(await invite(app, ada, id, eve));
  expect(await toldTo(app, eve)).toHaveLength(1);
  clock.advance(1);
  expectPayload(await invite(app, ada, id, eve));
  expect(await toldTo(app, eve)).toHaveLength(2);
});

it('is for members of an open group, for owner and moderators of a closed one, and not of who is banned', async () => {
  const app = await startApp();
  const open = await seedGroup(app, 1);
  const closed = await seedGroup(app, 2, { open: false });
  const eve = await seedPlayer(app);
  expect(expectError(await invite(app, eve, open.id, closed.owner), 'NotAMemberError').message).toBe(
    'You are not in the group. Join it first.',
  );
  const [mod, member] = closed.members;
  if (!mod || !member) throw new Error('There is nobody');
  expectError(await invite(app, member, closed.id, eve), 'NotOwnerError');
  const appointed = { groupId: closed.id, userId: mod.id, role: 'MODERATOR' } as const;
  await execute(app, closed.owner.token, documents.setGroupRole, appointed);
  expectPayload(await invite(app, mod, closed.id, eve));
  await execute(app, closed.owner.token, documents.banFromGroup, { groupId: closed.id, userId: open.owner.id });
  expectError(await invite(app, mod, closed.id, open.owner), 'InviteeBannedError');
  expect(await toldTo(app, open.owner)).toEqual([]);
});
