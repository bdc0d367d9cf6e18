import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import * as documents from './documents.ts';
import { signedIn, signedUp } from './signedUp.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Whose clock stands until it is moved. */
let still: App;
const clock = new ManualClock(Date.parse('2026-02-03T04:05:06.789Z'));
onOneNode({ clock }, (opened) => void (still = opened));

it('me is whoever the token speaks for, and nobody without one', async () => {
  const { accessToken, user } = await signedUp(app, 'Mia');
  const { me } = await execute(app, accessToken, shared.me);
  expect(me).toMatchObject({ id: user.id, handle: 'Mia', displayName: 'Mia', guest: false, level: 1, coins: 1000 });
  expect(await execute(app, null, shared.me)).toEqual({ me: null });
});

it('me is nobody for a token of someone who is not there', async () => {
  const subject = { userId: randomUUID(), handle: 'gone', roles: [], sessionId: null };
  const token = await app.tokens.issueHandToken(subject, 60_000, false);
  expect(await execute(app, token, shared.me)).toEqual({ me: null });
});

it('coins are for one’s own eyes, however one is looked at', async () => {
  const dora = await signedUp(app, 'dora');
  const ben = await signedUp(app, 'ben');
  const coins = async (token: string) => {
    const { user } = await execute(app, token, documents.userByHandle, { handle: 'dora' });
    const { node } = await execute(app, token, documents.userByNode, { id: dora.user.id });
    return [user?.coins, node?.__typename === 'User' ? node.coins : 'no user'];
  };
  expect(await coins(dora.accessToken)).toEqual([1000, 1000]);
  expect(await coins(ben.accessToken)).toEqual([null, null]);
});

it('a person is found by handle, whatever its case', async () => {
  const { accessToken, user: ada } = await signedUp(app, 'Ada');
  for (const handle of ['Ada', 'ada', 'aDA']) {
    const { user } = await execute(app, accessToken, documents.userByHandle, { handle });
    expect(user).toMatchObject({ id: ada.id, handle: 'Ada', displayName: 'Ada' });
  }
  for (const handle of ['ad', 'adaa', '', 'a%', '_da', ' ada', 'a\u0000da', 'x'.repeat(10_000)]) {
    expect(await execute(app, accessToken, documents.userByHandle, { handle })).toEqual({ user: null });
  }
});

it('a person is found by global id', async () => {
  const app = still;
  await signedUp(app, 'Ada');
  const { accessToken, user } = await signedIn(app, 'Ada');
  expect(user.id).toMatch(/^User:[0-9a-f-]{36}$/);
  const { node } = await execute(app, accessToken, documents.userByNode, { id: user.id });
  expect(node).toMatchObject({
    __typename: 'User',
    id: user.id,
    handle: 'Ada',
    createdAt: '2026-02-03T04:05:06.789Z',
    level: 1,
  });
  expect(await execute(app, accessToken, documents.userByNode, { id: `User:${randomUUID()}` })).toEqual({ node: null });
});

it('a global id that is none is the request’s fault', async () => {
  const { accessToken } = await signedUp(app);
  for (const id of ['', 'x', 'User:7', `user:${randomUUID()}`, randomUUID(), `User:${randomUUID()} `, 'User:\u0000']) {
    const { errors, data } = await send(app, accessToken, documents.userByNode, { id });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(data).toEqual({ node: null });
  }
  const { errors } = await send(app, accessToken, documents.userByNode, { id: `Wizard:${randomUUID()}` });
  expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
});

it('people are looked up by those who are signed in', async () => {
  const { user } = await signedUp(app, 'edda');
  const byHandle = await send(app, null, documents.userByHandle, { handle: 'edda' });
  const byId = await send(app, null, documents.userByNode, { id: user.id });
  for (const { errors, data } of [byHandle, byId]) {
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(JSON.stringify(data)).not.toContain('edda');
  }
});

it('guests are people too', async () => {
  const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input: {} });
  const { accessToken, user: guest } = expectPayload(playAsGuest).session;
  const { user } = await execute(app, accessToken, documents.userByHandle, { handle: guest.handle.toUpperCase() });
  expect(user).toMatchObject({ id: guest.id, guest: true });
});

it('serverTime is the clock that deadlines go by, for anyone', async () => {
  const app = still;
  expect(await execute(app, null, documents.serverTime)).toEqual({ serverTime: '2026-02-03T04:05:06.789Z' });
  clock.advance(1_211);
  expect(await execute(app, null, documents.serverTime)).toEqual({ serverTime: '2026-02-03T04:05:08.000Z' });
});
