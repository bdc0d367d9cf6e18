import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beatMs, listen, liveNode, tickMs } from '../../tests/standings/liveNode.ts';
import { seal } from '../../tests/stream/testNode.ts';

const board = 'b1';
const stepMs = 50;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Everything that can happen without time has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await vi.advanceTimersByTimeAsync(0);
}
/** In steps, so that what a timer begins is done at its time. */
async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(stepMs, ms - passed));
    await settle();
  }
}

it('the current standings come at once, an empty board’s too', async () => {
  const { boards, live } = liveNode();
  const empty = listen(live, 'empty', boards);
  boards.write(board, [['ada', 3], ['ben', 1]]); // prettier-ignore
  const full = listen(live, board, boards);
  await settle();
  expect(empty.got).toMatchObject([{ scoreboardId: 'empty', entries: [], size: 0 }]);
  expect(full.got).toMatchObject([
    {
      scoreboardId: board,
      size: 2,
      entries: [
        { rank: 1, score: 3, user: { id: 'ada' } },
        { rank: 2, score: 1 },
      ],
    },
  ]);
  expect(full.got[0]?.at).toEqual(new Date());
});

it('a thousand listeners of a board that changes all the time cost one read per tick', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 0]]);
  const listeners = Array.from({ length: 1_000 }, () => listen(live, board, boards));
  await settle();
  expect(boards.asked.top).toBe(1);
  for (let score = 1; score <= 500; score += 1) {
    boards.write(board, [['ada', score]]);
    live.changed(boards.season(board), []);
    await wait(2);
  }
  await wait(tickMs);
  // A second of changes, and one more tick for the last of them.
  expect(boards.asked.top).toBeLessThanOrEqual(12);
  expect(boards.asked.size).toBe(boards.asked.top);
  for (const { got, newest } of listeners) {
    expect(newest).toBe('ADA 500');
    expect(got.length).toBeGreaterThanOrEqual(10);
    expect(got.length).toBeLessThanOrEqual(boards.asked.top);
  }
});

it('listeners who ask for as many share one frozen snapshot; one read is for all', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 3], ['ben', 2], ['cleo', 1]]); // prettier-ignore
  const [one, two, other] = [
    listen(live, board, boards, 2),
    listen(live, board, boards, 2),
    listen(live, board, boards, 3),
  ];
  await settle();
  expect(boards.asked.firsts).toEqual([3]);
  expect(one.got[0]).toBe(two.got[0]);
  expect(
    Object.isFrozen(one.got[0]) && Object.isFrozen(one.got[0]?.entries) && Object.isFrozen(one.got[0]?.entries[0]),
  ).toBe(true);
  expect(one.got[0]?.entries).toHaveLength(2);
  expect(other.got[0]?.entries).toHaveLength(3);
});

it('one who asks for more than was read gets it by the next tick; for less, at once', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 3], ['ben', 2], ['cleo', 1]]); // prettier-ignore
  listen(live, board, boards, 2);
  await settle();
  const [less, more] = [listen(live, board, boards, 1), listen(live, board, boards, 3)];
  await settle();
  expect(less.newest).toBe('ADA 3');
  expect(more.got).toEqual([]);
  await wait(tickMs);
  expect(more.newest).toBe('ADA 3, BEN 2, CLEO 1');
  // The whole board is known now.
  const all = listen(live, board, boards, 99);
  await wait(tickMs);
  const again = listen(live, board, boards, 98);
  await settle();
  expect(all.got[0]?.version).toBe(more.got[0]?.version);
  expect(again.got).toHaveLength(1);
  expect(boards.asked.firsts).toEqual([2, 3, 99]);
});

it('what is as the listener has it is not delivered; equal versions, equal standings', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 3], ['ben', 2]]); // prettier-ignore
  const [one, both] = [listen(live, board, boards, 1), listen(live, board, boards, 2)];
  await settle();
  boards.write(board, [['ada', 3], ['ben', 1]]); // prettier-ignore
  live.changed(boards.season(board), []);
  await wait(tickMs);
  expect(one.got).toHaveLength(1);
  expect(both.got).toHaveLength(2);
  expect(both.got[0]?.version).not.toBe(both.got[1]?.version);
  boards.write(board, [['ada', 3], ['ben', 2]]); // prettier-ignore
  live.changed(boards.season(board), []);
  await wait(tickMs);
  expect(both.got[2]?.version).toBe(both.got[0]?.version);
  // Its size changes, though not whom they see.
  boards.write(board, [['ada', 3], ['ben', 2], ['cleo', 1]]); // prettier-ignore
  live.changed(boards.season(board), []);
  await wait(tickMs);
  expect([one.got.length, both.got.length]).toEqual([2, 4]);
  expect(both.got[3]).toMatchObject({ size: 3 });
});

it('a slow listener gets the newest, and never a queue', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 0]]);
  const slow = live.follow(() => boards.season(board), 10);
  expect((await slow.next()).value).toMatchObject({ entries: [{ score: 0 }] });
  for (let score = 1; score <= 5; score += 1) {
    boards.write(board, [['ada', score]]);
    live.changed(boards.season(board), []);
    await wait(tickMs);
  }
  expect((await slow.next()).value).toMatchObject({ entries: [{ score: 5 }] });
  const pending = slow.next();
  let came = false;
  void pending.then(() => (came = true));
  await wait(2 * beatMs);
  expect(came).toBe(false);
  boards.write(board, [['ada', 6]]);
  live.changed(boards.season(board), []);
  await wait(tickMs);
  expect((await pending).value).toMatchObject({ entries: [{ score: 6 }] });
});

it('whoever subscribes after a change on this node sees it first', async () => {
  const { boards, live } = liveNode();
  boards.write(board, [['ada', 1]]);
  listen(live, board, boards);
  await settle();
  boards.write(board, [['ada', 2]]);
  live.changed(boards.season(board), []);
  const late = listen(live, board, boards);
  await settle();
  expect(late.got).toEqual([]);
  await wait(tickMs);
  expect(late.got).toHaveLength(1);
  expect(late.newest).toBe('ADA 2');
});

it('a change of another node shows at once; its own message costs a node no read', async () => {
  const here = liveNode();
  const { boards, bus } = here;
  const there = liveNode({ boards, bus });
  boards.write(board, [['ada', 1]]);
  const [near, far] = [listen(here.live, board, boards), listen(there.live, board, boards)];
  await wait(beatMs + tickMs);
  const before = boards.asked.top;
  // A message takes its time, and finds its sender's read done.
  bus.pass = () => new Promise((resolve) => void setTimeout(resolve, 10));
  boards.write(board, [['ada', 2]]);
  here.live.changed(boards.season(board), []);
  await wait(stepMs);
  expect([near.newest, far.newest]).toEqual(['ADA 2', 'ADA 2']);
  await wait(tickMs);
  expect(boards.asked.top).toBe(before + 2);
});

it('a board that changes all the time is told of once per tick, and of the last change', async () => {
  const { boards, bus, live } = liveNode();
  const published = vi.spyOn(bus, 'publish');
  for (let count = 0; count < 99; count += 1) {
    live.changed(boards.season(board), []);
    await wait(5);
  }
  expect(published.mock.calls.length).toBeLessThanOrEqual(6);
  const before = published.mock.calls.length;
  await wait(tickMs);
  expect(published.mock.calls.length).toBe(before + 1);
  await wait(10 * tickMs);
  expect(published.mock.calls.length).toBe(before + 1);
});

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
