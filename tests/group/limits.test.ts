import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import { join, leave, seedGroup } from './groupOf.ts';

const limited = [{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } }];

it('groups are made within groupsPerUser; one that is there already is none', async () => {
  const app = await startApp({ env: { LIMITS: 'groupsPerUser=1/60' } });
  const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
  const input = { name: 'Throwers', key: 'mine' };
  for (let count = 0; count < 3; count += 1) {
    expectPayload((await execute(app, ada.token, documents.createGroup, { input })).createGroup);
  }
  const { errors } = await send(app, ada.token, documents.createGroup, { input: { name: 'More' } });
  expect(errors).toMatchObject(limited);
  expectPayload((await execute(app, ben.token, documents.createGroup, { input })).createGroup);
});

it('joins, leaves and changes keep to groupActionsPerUser', async () => {
  const app = await startApp({
    env: { LIMITS: 'groupActionsPerUser=2/60' },
    alone: 'a limit that each node counts for itself',
  });
  const { id, owner } = await seedGroup(app);
  const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
  await join(app, ada, { groupId: id });
  await leave(app, ada, id);
  expect((await send(app, ada.token, documents.joinGroup, { input: { groupId: id } })).errors).toMatchObject(limited);
  await join(app, ben, { groupId: id });
  await execute(app, owner.token, documents.newInviteCode, { groupId: id });
  await execute(app, owner.token, documents.newInviteCode, { groupId: id });
  expect((await send(app, owner.token, documents.newInviteCode, { groupId: id })).errors).toMatchObject(limited);
});

it('invitations keep to invitationsPerUser, and tell nobody past it', async () => {
  const app = await startApp({ env: { LIMITS: 'invitationsPerUser=2/60' } });
  const { id: groupId, owner } = await seedGroup(app);
  const people = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
  const errors: unknown[] = [];
  for (const { id: userId } of people) {
    errors.push(...(await send(app, owner.token, documents.inviteToGroup, { groupId, userId })).errors);
  }
  expect(errors).toMatchObject(limited);
  const told = await Promise.all(
    people.map(async ({ token }) => (await execute(app, token, documents.polledInvitations)).me?.events.edges.length),
  );
  expect(told).toEqual([1, 1, 0]);
});
