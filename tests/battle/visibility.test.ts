import { expect, it } from 'vitest';
import { playAsGuest } from '../account/documents.ts';
import { seedGroup } from '../group/groupOf.ts';
import { startApp } from '../harness/app.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { follow } from '../scoreboard/documents.ts';
import { refusal } from '../stream/refusal.ts';
import * as groups from '../group/documents.ts';
import * as documents from './documents.ts';
import { battleAs, begin, created, Following, join, pollAll, scoring, seedBattle, untilBattle } from './play.ts';

it('an open battle is seen by every person and service, and by nobody else', async () => {
  const app = await startApp();
  const battle = await seedBattle(app);
  const stranger = await seedPlayer(app);
  const service = await seedService(app);
  const { session } = expectPayload((await execute(app, null, playAsGuest, { input: {} })).playAsGuest);
  for (const token of [stranger.token, service.token, session.accessToken]) {
    expect(await battleAs(app, battle, { token })).toMatchObject({ id: battle.id, fighting: false, fighterCount: 3 });
    expect((await execute(app, token, documents.battleNode, { id: battle.id })).node).toEqual({
      __typename: 'Battle',
      id: battle.id,
    });
    const { battles } = await execute(app, token, documents.battles, { first: 10 });
    expect(battles.edges.map(({ node }) => node.id)).toEqual([battle.id]);
    expect((await new Following(app, battle, { token }).next()).__typename).toBe('BattleJoined');
  }
  expect((await battleAs(app, battle, battle.fighters[1]))?.fighting).toBe(true);
  expect((await send(app, null, documents.battle, { id: battle.id })).errors[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
  // Services are nobody, so they do not fight.
  const { errors } = await send(app, service.token, documents.joinBattle, { battleId: battle.id });
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
});

it('one within a group is for its members alone', async () => {
  const app = await startApp();
  const group = await seedGroup(app, 2);
  const [ada, ben] = group.members;
  if (!ada || !ben) throw new Error('The group has two members');
  const stranger = await seedPlayer(app);
  const service = await seedService(app);
  const asked = { title: 'Ours', seconds: 60, groupId: group.id };
  const refused = await execute(app, stranger.token, documents.createBattle, { input: asked });
  expect(expectError(refused.createBattle, 'NotAMemberError').userId).toBe(stranger.id);
  const battle = await created(app, ada, asked);
  for (const { token } of [stranger, service]) {
    expect(await battleAs(app, battle, { token })).toBeNull();
    expect((await execute(app, token, documents.battleNode, { id: battle.id })).node).toBeNull();
    expect((await execute(app, token, documents.battles, {})).battles.edges).toEqual([]);
    const followed = await refusal(connect(app, token), documents.battleEvents, { battleId: battle.id });
    expect(followed).toEqual(['BAD_USER_INPUT']);
  }
  expectError(await join(app, battle, stranger), 'NotFoundError');
  expectError(await begin(app, battle, stranger), 'NotFoundError');
  expectPayload(await join(app, battle, ben));
  expect(await battleAs(app, battle, ben)).toMatchObject({ fighterCount: 2, fighting: true });
  expect((await execute(app, ben.token, documents.battles, {})).battles.edges.length).toBe(1);

  // Its board, too.
  const { scoreboard } = (await battleAs(app, battle, ada)) ?? {};
  const read = (token: string) =>
    send(
      app,
      token,
      `query($key: String!, $id: ID!) {
        scoreboard(key: $key) { title size top { edges { cursor } } }
        node(id: $id) { ... on Scoreboard { title size top { edges { cursor } } } }
      }`,
      { key: scoreboard?.key, id: scoreboard?.id },
    );
  expect(await read(stranger.token)).toMatchObject({ data: { scoreboard: null, node: null }, errors: [] });
  const there = { title: 'Ours', size: 0, top: { edges: [] } };
  for (const { token } of [ben, service]) {
    expect(await read(token)).toMatchObject({ data: { scoreboard: there, node: there }, errors: [] });
  }
  const standings = (token: string) => subscribe(connect(app, token), follow, { scoreboardId: scoreboard?.id ?? '' });
  const followed = standings(ben.token);
  await followed.next();
  expect(await refusal(connect(app, stranger.token), follow, { scoreboardId: scoreboard?.id ?? '' })).toEqual([
    'BAD_USER_INPUT',
  ]);
  await followed.stop();

  // Who leaves the group sees it no more, and fights on.
  expectPayload(await begin(app, battle, ada));
  expectPayload((await execute(app, ben.token, groups.leaveGroup, { groupId: group.id })).leaveGroup);
  expect(await battleAs(app, battle, ben)).toBeNull();
  expect((await read(ben.token)).data).toEqual({ scoreboard: null, node: null });
  expectError(await join(app, battle, ben), 'NotFoundError');
  const { score } = await scoring(app);
  await score([ben, 3]);
  const seen = await untilBattle(app, battle, ada, ({ fighters }) => fighters[0]?.score === 3);
  expect(seen.fighters[0]?.user.id).toBe(ben.id);
});

it('battles are listed the newest first, by how far they are', async () => {
  const app = await startApp();
  const ada = await seedPlayer(app);
  const made = [];
  for (let count = 0; count < 5; count += 1) made.unshift((await created(app, ada)).id);
  const running = await seedBattle(app);
  expectPayload(await begin(app, running, running.fighters[0]));
  const list = async (variables: object) => (await execute(app, ada.token, documents.battles, variables)).battles;
  expect((await list({})).edges.map(({ node }) => node.id)).toEqual([running.id, ...made]);
  expect((await list({ status: 'RUNNING' })).edges.map(({ node }) => node.id)).toEqual([running.id]);
  expect((await list({ status: 'FINISHED' })).edges).toEqual([]);
  const first = await list({ status: 'WAITING', first: 2 });
  const rest = await list({ status: 'WAITING', first: 9, after: first.pageInfo.endCursor });
  expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(made);
});

it('one goes on behind a cursor, of an event or of the state', async () => {
  const app = await startApp();
  const battle = await seedBattle(app);
  const [ada] = battle.fighters;
  const before = new Following(app, battle, ada);
  await before.until('BattleJoined', ({ fighterCount }) => fighterCount === 3);
  const { cursor = '' } = (await battleAs(app, battle, ada)) ?? {};
  expect(before.seen.at(-1)?.cursor).toBe(cursor);
  const behind = new Following(app, battle, ada, cursor);
  expectPayload(await begin(app, battle, ada));
  expect((await behind.next()).__typename).toBe('BattleBegan');
  await before.until('BattleBegan');
  expect(await pollAll(app, battle, ada)).toEqual(before.seen);
  const other = await seedBattle(app);
  const foreign = { battleId: other.id, after: cursor };
  expect(await refusal(connect(app, ada.token), documents.battleEvents, foreign)).toEqual(['BAD_USER_INPUT']);
});
