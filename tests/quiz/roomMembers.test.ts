import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import * as documents from './roomDocuments.ts';
import { answer, kick, leave, reveal, seedRoom, start } from './seedRoom.ts';

let app: App;
onOneNode({}, (node) => void (app = node));

describe('members', () => {
  it('come by the order in which they came, a page at a time, without those who left', async () => {
    const room = await seedRoom(app, { players: 4 });
    const [, ben] = room.players;
    if (!ben) throw new Error('Nobody came');
    await leave(app, room, ben);
    const page = async (variables: { first?: number; after?: string } = {}) => {
      const { quizRoom } = await execute(app, room.host.token, documents.roomMembers, { id: room.id, ...variables });
      if (!quizRoom) throw new Error('The room is not to be seen');
      expect(quizRoom.memberCount).toBe(4);
      return quizRoom.members;
    };
    const names = ({ edges }: Awaited<ReturnType<typeof page>>) => edges.map(({ node }) => node.displayName);
    const whole = await page();
    expect(names(whole)).toEqual([room.host.handle, 'Player 0', 'Player 2', 'Player 3']);
    expect(whole.edges.map(({ node }) => node.role)).toEqual(['HOST', 'PLAYER', 'PLAYER', 'PLAYER']);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const first = await page({ first: 3 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, endCursor: first.edges.at(-1)?.cursor });
    const second = await page({ first: 3, after: first.pageInfo.endCursor ?? '' });
    expect(names(second)).toEqual(['Player 3']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(await page({ first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });

  it.each([{ first: -1 }, { first: 201 }, { after: 'x' }, { after: Buffer.from('rank:1').toString('base64url') }])(
    'are not to be had by %j',
    async (variables) => {
      const room = await seedRoom(app, { players: 0 });
      const asked = { id: room.id, ...variables };
      expect(await errorCodes(app, room.host.token, documents.roomMembers, asked)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('of many come with their people by one statement', async () => {
    const [small, large] = [await seedRoom(app, { players: 1 }), await seedRoom(app, { players: 8 })];
    const read = ({ id, host }: typeof small) => execute(app, host.token, documents.roomMembers, { id });
    expect(await statementsOf(app, () => read(large))).toBe(await statementsOf(app, () => read(small)));
  });
});

it('the ranking has everyone who plays under their names of the room, a page at a time, and nobody who was kicked', async () => {
  const room = await seedRoom(app, { players: 4 });
  const [ada, ben, cleo, dan] = room.players;
  if (!ada || !ben || !cleo || !dan) throw new Error('Nobody came');
  await start(app, room);
  for (const [player, option] of [
    [ben, 1],
    [dan, 1],
    [cleo, 0],
  ] as const) {
    expectPayload(await answer(app, room, player, 0, [option]));
  }
  await reveal(app, room);
  expectPayload(await kick(app, room, ben));
  const page = async (variables: { first?: number; after?: string } = {}) => {
    const { quizRoom } = await execute(app, room.host.token, documents.roomRanking, { id: room.id, ...variables });
    if (!quizRoom) throw new Error('The room is not to be seen');
    return quizRoom.ranking;
  };
  const names = ({ edges }: Awaited<ReturnType<typeof page>>) => edges.map(({ node }) => node.displayName);
  expect(names(await page())).toEqual(['Player 3', 'Player 0', 'Player 2']);
  const first = await page({ first: 2 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await page({ first: 2, after: first.pageInfo.endCursor ?? '' });
  expect(names(second)).toEqual(['Player 2']);
  expect(second.pageInfo.hasNextPage).toBe(false);
});
