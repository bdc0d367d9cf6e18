import { expect, it, vi } from 'vitest';
import { holdTime, settle, wait } from '../../tests/standings/fakeTime.ts';
import { beatMs, listen, liveNode, tickMs } from '../../tests/standings/liveNode.ts';
import { seal } from '../../tests/stream/testNode.ts';

const board = 'b1';

holdTime();

it('a change that no message brought shows by the next beat, read by a store that knows of it', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 1]]);
  boards.write('quiet', [['ben', 1]]);
  const [listener, quiet] = [listen(live, board, boards), listen(live, 'quiet', boards)];
  await wait(beatMs + tickMs);
  boards.doubted.length = 0;
  boards.write(board, [['ada', 2]]);
  await wait(beatMs);
  expect(listener.newest).toBe('ADA 2');
  expect(boards.doubted).toEqual([board]);
  expect(quiet.got).toHaveLength(1);
  const before = boards.asked.top;
  await wait(4 * beatMs);
  expect(boards.asked.top).toBe(before);
});

it('one query per beat is for all boards, and none when nobody follows any', async () => {
  const { boards, live } = liveNode();
  await wait(4 * beatMs);
  expect(boards.asked.look).toBe(0);
  const listeners = ['b1', 'b2', 'b3'].map((id) => listen(live, id, boards));
  expect(live.size).toBe(0);
  await settle();
  expect(live.size).toBe(3);
  await wait(4 * beatMs);
  expect(boards.asked.look).toBe(4);
  for (const { follower } of listeners) await follower.return();
  expect(live.size).toBe(0);
});

it.each([
  ['told', true],
  ['found by the beat', false],
])('a season that begins, %s, brings its standings, and news of the one before no more', async (_how, told) => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 9]]);
  const listener = listen(live, board, boards);
  await wait(beatMs);
  const old = boards.season(board);
  boards.turnTo(board, 2);
  if (told) live.changed(boards.season(board), []);
  await wait(told ? tickMs : beatMs);
  expect(listener.got.at(-1)).toMatchObject({ entries: [], size: 0 });
  boards.write(board, [['ben', 1]]);
  live.changed(boards.season(board), []);
  boards.write(board, [['ada', 99]], 1);
  live.changed(old, []);
  await wait(tickMs);
  expect(listener.newest).toBe('BEN 1');
  await wait(2 * beatMs);
  expect(listener.newest).toBe('BEN 1');
});

it('a read of a season that ended meanwhile is not delivered', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 9]]);
  const listener = listen(live, board, boards);
  await wait(2 * tickMs);
  const gate = Promise.withResolvers<void>();
  boards.pass = () => gate.promise;
  boards.write(board, [['ada', 10]]);
  live.changed(boards.season(board), []);
  await settle();
  boards.turnTo(board, 2);
  live.changed(boards.season(board), []);
  const late = listen(live, board, boards);
  gate.resolve();
  await wait(tickMs);
  expect(listener.got.map(({ entries }) => entries.map(({ score }) => score))).toEqual([[9], []]);
  expect(late.got).toMatchObject([{ entries: [], size: 0 }]);
});

it('a database that was replaced is read anew, also when it goes back to another season', async () => {
  const { boards, live } = liveNode();
  boards.turnTo(board, 2);
  boards.write(board, [['ada', 9]]);
  const listener = listen(live, board, boards);
  await wait(2 * beatMs);
  boards.epoch = 'restored';
  boards.write(board, [['ada', 5]], 1);
  boards.turnTo(board, 1);
  await wait(beatMs + tickMs);
  expect(listener.newest).toBe('ADA 5');
});

it('a database that is away is waited for', async () => {
  const { boards, live, observer } = liveNode();
  boards.write(board, [['ada', 1]]);
  boards.broken = () => true;
  const listener = listen(live, board, boards);
  await wait(3 * beatMs);
  expect(listener.got).toEqual([]);
  expect(observer.failed).toHaveBeenCalledWith('beat', expect.any(Error));
  expect(observer.failed).toHaveBeenCalledWith('read', expect.any(Error));
  boards.broken = () => false;
  await wait(beatMs);
  expect(listener.newest).toBe('ADA 1');
  boards.broken = () => true;
  boards.write(board, [['ada', 2]]);
  live.changed(boards.season(board), []);
  await wait(3 * beatMs);
  boards.broken = () => false;
  await wait(beatMs);
  expect(listener.newest).toBe('ADA 2');
});

it('a bus that is away costs a beat', async () => {
  const { boards, bus, live, observer } = liveNode();
  bus.publish = () => Promise.reject(new Error('away'));
  bus.subscribe = () => Promise.reject(new Error('away'));
  boards.write(board, [['ada', 1]]);
  const listener = listen(live, board, boards);
  live.changed(boards.season(board), []);
  await wait(beatMs);
  boards.write(board, [['ada', 2]]);
  await wait(beatMs);
  expect(listener.newest).toBe('ADA 2');
  expect(new Set(observer.failed.mock.calls.map(([what]) => what))).toEqual(new Set(['publish', 'subscribe']));
});

it.each([
  ['nonsense', () => 'x'],
  ['another board’s', () => seal.seal({ stream: 'Board:b2', epoch: 'epoch', entries: [] })],
  ['an event', () => seal.seal({ stream: `Board:${board}`, epoch: 'epoch', entries: [{ seq: 1, type: 'GameStarted', version: 1, payload: { node: 'x' }, at: 1 }] })], // prettier-ignore
])('a message that is %s is counted and wakes nobody', async (_what, message) => {
  const { boards, bus, live, observer } = liveNode();
  listen(live, board, boards);
  await wait(beatMs + tickMs);
  const before = boards.asked.top;
  await bus.publish(`Board:${board}`, message());
  await wait(tickMs);
  expect(observer.forged).toHaveBeenCalledTimes(1);
  expect(boards.asked.top).toBe(before);
});

it('return() ends at once, also while next() waits, and leaves nothing behind', async () => {
  const { boards, bus, live } = liveNode();
  const follower = live.follow(() => boards.season(board), 10);
  await follower.next();
  expect([live.size, bus.size]).toEqual([1, 1]);
  const pending = follower.next();
  await settle();
  await follower.return();
  expect(await pending).toEqual({ done: true, value: undefined });
  expect(await follower.next()).toEqual({ done: true, value: undefined });
  await settle();
  expect([live.size, bus.size]).toEqual([0, 0]);
  const before = boards.asked.top;
  live.changed(boards.season(board), []);
  await wait(2 * beatMs);
  expect(boards.asked.top).toBe(before);
});

it('return() while the board is looked for ends at once, and joins nothing when it is found', async () => {
  const { boards, bus, live } = liveNode();
  const found = Promise.withResolvers<ReturnType<typeof boards.season>>();
  const follower = live.follow(() => found.promise, 10);
  const pending = follower.next();
  await settle();
  await follower.return();
  expect(await pending).toEqual({ done: true, value: undefined });
  found.resolve(boards.season(board));
  await settle();
  expect([live.size, bus.size, boards.asked.top]).toEqual([0, 0, 0]);
});

it('a board that can’t be found is the first next()’s error, and the end', async () => {
  const { live } = liveNode();
  const follower = live.follow(() => Promise.reject(new Error('There is no such board')), 10);
  await expect(follower.next()).rejects.toThrow('no such board');
  expect(await follower.next()).toEqual({ done: true, value: undefined });
  expect(live.size).toBe(0);
});

it('one of several listeners leaves, and the others go on', async () => {
  const { boards, live } = liveNode();
  const [stays, leaves] = [listen(live, board, boards), listen(live, board, boards, 20)];
  await settle();
  await leaves.follower.return();
  await leaves.ended;
  boards.write(board, [['ada', 2]]);
  live.changed(boards.season(board), []);
  await wait(tickMs);
  expect(stays.newest).toBe('ADA 2');
  expect(leaves.got).toHaveLength(1);
  expect(boards.asked.firsts).toEqual([20, 10]);
});

it('stop() ends all listeners, those that wait for their board and those to come', async () => {
  const { boards, bus, live } = liveNode();
  const listeners = Array.from({ length: 10 }, () => listen(live, board, boards));
  const waiting = live.follow(() => new Promise<never>(() => undefined), 10);
  const never = waiting.next();
  await settle();
  live.changed(boards.season(board), []);
  live.stop();
  await Promise.all(listeners.map(({ ended }) => ended));
  expect(await never).toEqual({ done: true, value: undefined });
  expect(await live.follow(() => boards.season(board), 10).next()).toEqual({ done: true, value: undefined });
  live.changed(boards.season(board), []);
  await settle();
  expect([live.size, bus.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
});
