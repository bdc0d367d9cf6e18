import { expect, it } from 'vitest';
import { type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { atOnce } from '../game/tally.ts';
import { Following, only, pollAll, roomWith, run, stateOf, unhurried, untilRoom, type RoomEvent } from './play.ts';
import { answer, join, kick, leave, seedRoom, type TestRoom } from './seedRoom.ts';

let app: App;
let other: App;
const node = (index: number) => (index % 2 === 0 ? app : other);
onTwoNodes(unhurried, (...nodes) => void ([app, other] = nodes));

const isOnline = (room: TestRoom, viewer: { token: string }, online: boolean) =>
  untilRoom(app, room, viewer, ({ me }) => me?.online === online);
/** Who was told to come and go, in order. */
const told = (events: readonly RoomEvent[], { id }: { id: string }) =>
  only(events, 'PresenceChanged').flatMap(({ members }) =>
    members.filter(({ person }) => person.id === id).map(({ online }) => online),
  );

it('somebody on two nodes is gone when they are gone from both', async () => {
  const { room, ada, ben } = await roomWith(app, ['ada', 'ben']);
  const [here, there, second] = [app, other, other].map((one) => new Following(one, room, ada));
  const bystander = new Following(other, room, ben);
  await isOnline(room, ada, true);
  await isOnline(room, ben, true);
  for (const following of [here, second]) {
    await following?.leave();
    // Something else is told meanwhile: had she been gone, this would say so.
    const coming = new Following(other, room, room.host);
    await isOnline(room, room.host, true);
    await coming.leave();
    await isOnline(room, room.host, false);
    expect((await stateOf(app, room, ada)).me?.online).toBe(true);
  }
  await there?.leave();
  await bystander.until('PresenceChanged', ({ members }) =>
    members.some((one) => one.person.id === ada.id && !one.online),
  );
  expect(told(await pollAll(app, room, ben), ada)).toEqual([true, false]);
  expect((await stateOf(app, room, ada)).me?.online).toBe(false);
});

it('is of members: who leaves is offline while still following, and online once back; who is kicked is gone', async () => {
  const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
  const following = [new Following(app, room, ada), new Following(other, room, ben)];
  await isOnline(room, ada, true);
  await isOnline(room, ben, true);
  await run(app, room, host, 'START');
  expectPayload(await leave(app, room, ada));
  expectPayload(await join(other, room, ada));
  await isOnline(room, ada, true);
  expectPayload(await kick(app, room, ben));
  await following[1]?.rest();
  const gone = async () =>
    (await app.services.pool.query('select from quiz_presence where user_id = $1', [ben.id.replace('User:', '')]))
      .rowCount;
  await eventually('Ben is gone', gone, (count) => count === 0);
  const events = await pollAll(app, room, host);
  expect(told(events, ada)).toEqual([true, true]);
  expect(told(events, ben)).toEqual([true]);
  expect(only(events, 'PresenceChanged').at(-1)?.onlineCount).toBe(2);
});

it('is written anew by a node that was taken for dead', async () => {
  const { room, ada } = await roomWith(app, ['ada']);
  const following = new Following(other, room, ada);
  await isOnline(room, ada, true);
  const { pool } = app.services;
  const isWritten = async () =>
    (await pool.query('select from quiz_presence where user_id = $1', [ada.id.replace('User:', '')])).rowCount;
  // Whoever was on it goes with it.
  await pool.query('delete from live_node');
  await eventually('Ada is there again', isWritten, (count) => count === 1);
  await isOnline(room, ada, true);
  await following.leave();
  await isOnline(room, ada, false);
});

it('of those who join is told as seldom, whatever somebody else asks for in vain meanwhile', async () => {
  const { room, host, ada } = await roomWith(app, ['ada']);
  await untilRoom(app, room, host, ({ memberCount }) => memberCount === 2);
  const players = await atOnce(30, () => seedPlayer(app));
  for (const [index, player] of players.entries()) {
    expectPayload(await join(node(index), room, player));
    expect(await run(node(index), room, ada, 'START')).toBe('NotHostError');
    expect(await run(node(index + 1), room, host, 'PAUSE')).toBe('WrongPhaseError');
  }
  const seen = async () =>
    only(await pollAll(app, room, host), 'MemberJoined').flatMap(({ members }) => members).length;
  await eventually('All are told of', seen, (count) => count === 32);
  // But for the opening, which is told by itself.
  const [, ...moments] = only(await pollAll(app, room, host), 'MemberJoined').map(({ at }) => Date.parse(at));
  for (const [index, at] of moments.slice(1).entries()) expect(at - (moments[index] ?? 0)).toBeGreaterThanOrEqual(500);
});

it('goes out with joins and counts, twice a second at most, however many nodes and people', async () => {
  const room = await seedRoom(app, { players: 0 });
  const players = await atOnce(60, () => seedPlayer(app));
  // All of them come, follow, some go again, one after the other, through both nodes.
  const first = app.services.clock.now();
  await Promise.all(
    players.map(async (player, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 40));
      expectPayload(await join(node(index), room, player));
      const following = new Following(node(index + 1), room, player);
      await following.next();
      if (index % 3 === 0) await following.leave();
    }),
  );
  await untilRoom(app, room, room.host, ({ memberCount }) => memberCount === 61);
  const everyone = async () => only(await pollAll(app, room, room.host), 'PresenceChanged').at(-1)?.onlineCount;
  await eventually('Everyone who is there is told of', everyone, (count) => count === 40);
  await run(app, room, room.host, 'START');
  await Promise.all(
    players.map(async (player, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 20));
      expectPayload(await answer(node(index), room, player, 0, [1]));
    }),
  );
  const events = () => pollAll(app, room, room.host);
  const counted = async () => only(await events(), 'AnswerCounted').at(-1)?.answered;
  await eventually('All are counted', counted, (count) => count === 60);
  const batched = (await events()).filter(({ __typename }) =>
    ['MemberJoined', 'PresenceChanged', 'AnswerCounted'].includes(__typename),
  );
  // Of one moment there is one batch; the opening of the room told of the host.
  const moments = [...new Set(batched.map(({ at }) => Date.parse(at)))].filter((at) => at > first);
  for (const [index, at] of moments.slice(1).entries()) expect(at - (moments[index] ?? 0)).toBeGreaterThanOrEqual(500);
  expect(moments.length).toBeGreaterThan(4);
  expect(batched.length).toBeLessThanOrEqual(2 * moments.length + 1);
});
