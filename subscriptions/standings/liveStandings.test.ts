import { expect, it, vi } from 'vitest';
import { holdTime, settle, wait } from '../../tests/standings/fakeTime.ts';
import { beatMs, listen, liveNode, tickMs } from '../../tests/standings/liveNode.ts';

const board = 'b1';

holdTime();

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
  await wait(tickMs / 2);
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
