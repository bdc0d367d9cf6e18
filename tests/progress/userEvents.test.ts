import { expect, it } from 'vitest';
import { noSockets } from '../account/socketClose.ts';
import { startApp } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { refusal } from '../stream/refusal.ts';
import * as documents from './documents.ts';
import { confirm, eventsOf, recorded, reserve, rollBack } from './people.ts';

it('everything that happens to one’s coins and level comes, live and in order', async () => {
  const app = await startApp();
  const beside = await startApp({ beside: app });
  const service = await seedService(app);
  const ada = await seedPlayer(app);
  const live = subscribe(connect(beside, ada.token), documents.myEvents, {});
  await recorded(app, service, ada.id, 1, 'quest-1');
  for (const reservationId of ['hat', 'coat']) expectPayload(await reserve(app, service, ada.id, { reservationId }));
  expectPayload(await confirm(beside, service, 'hat'));
  expectPayload(await rollBack(beside, service, 'coat'));
  const seen = (await live.take(5)).map(({ myEvents }) => myEvents);
  expect(seen).toMatchObject([
    { __typename: 'LevelUp', seq: 1, oldLevel: 1, newLevel: 2 },
    { __typename: 'CoinsChanged', seq: 2, coins: 1100, amount: 100, reason: 'LEVEL_UP' },
    { __typename: 'CoinsChanged', seq: 3, coins: 800, amount: -300, reason: 'RESERVATION' },
    { __typename: 'CoinsChanged', seq: 4, coins: 500, amount: -300, reason: 'RESERVATION' },
    { __typename: 'CoinsChanged', seq: 5, coins: 800, amount: 300, reason: 'REFUND' },
  ]);
  expect(await eventsOf(app, ada)).toEqual(seen);
  await live.stop();
  await noSockets(beside);
});

it('one goes on behind a cursor, of an event or of one’s state', async () => {
  const app = await startApp();
  const service = await seedService(app);
  const ada = await seedPlayer(app);
  const state = async (after?: string) => {
    const { me } = await execute(app, ada.token, documents.polledUserEvents, {
      first: 2,
      ...(after !== undefined && { after }),
    });
    if (!me) throw new Error('The token is nobody’s');
    return me;
  };
  const { cursor: before, events: none } = await state();
  expect(none).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  for (const eventId of ['one', 'two']) await recorded(app, service, ada.id, 1, eventId);
  const first = await state(before);
  expect(first).toMatchObject({ level: 3, coins: 1200 });
  expect(first.events.edges.map(({ node }) => node.seq)).toEqual([1, 2]);
  expect(first.events.pageInfo).toEqual({ hasNextPage: true, endCursor: first.events.edges[1]?.cursor });
  const second = await state(first.events.pageInfo.endCursor ?? '');
  expect(second.events.edges.map(({ node }) => node.seq)).toEqual([3, 4]);
  expect(second.events.pageInfo.hasNextPage).toBe(false);
  expect((await state(first.cursor)).events.edges).toEqual([]);
  const live = subscribe(connect(app, ada.token), documents.myEvents, { after: first.events.edges[0]?.cursor ?? '' });
  expect((await live.take(3)).map(({ myEvents }) => myEvents.seq)).toEqual([2, 3, 4]);
  await recorded(app, service, ada.id, 1, 'three');
  expect((await live.take(2)).map(({ myEvents }) => myEvents.seq)).toEqual([5, 6]);
  await live.stop();
  await noSockets(app);
});

it('one’s events are for one’s own eyes', async () => {
  const app = await startApp();
  const service = await seedService(app);
  const [ada, ben, admin] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app, ['admin'])];
  await recorded(app, service, ada.id, 1, 'quest-1');
  const asked = { handle: ada.handle };
  expect((await execute(app, ada.token, documents.eventsOf, asked)).user?.events.edges).toHaveLength(2);
  for (const { token } of [ben, admin, service]) {
    expect(await errorCodes(app, token, documents.eventsOf, asked)).toEqual(['FORBIDDEN']);
  }
  expect(await errorCodes(app, null, documents.eventsOf, asked)).toEqual(['UNAUTHENTICATED']);
  // A cursor of another's stream says nothing of it.
  const { me } = await execute(app, ada.token, documents.polledUserEvents, {});
  const after = me?.cursor ?? '';
  expect(await errorCodes(app, ben.token, documents.polledUserEvents, { after })).toEqual(['BAD_USER_INPUT']);
  for (const cursor of [after, 'nonsense', '']) {
    expect(await refusal(connect(app, ben.token), documents.myEvents, { after: cursor })).toEqual(['BAD_USER_INPUT']);
  }
  await noSockets(app);
});
