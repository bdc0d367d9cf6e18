import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reader } from '../tests/stream/reader.ts';
import { beatMs, makeNode, stream, type TestNode } from '../tests/stream/testNode.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';
import { UnknownEventError } from './follower.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const laterEpoch = 'fedcba9876543210';
async function beat(): Promise<void> {
  vi.advanceTimersByTime(beatMs);
  await settled();
}

/** A reader that has all there is. */
async function readerOf({ feed }: TestNode, last?: Reader['last']): Promise<Reader> {
  const reader = new Reader();
  reader.last = last;
  void reader.connect(feed);
  await settled();
  return reader;
}

describe('a history that is replaced under followers', () => {
  it.each<[what: string, head: number, epoch: string | undefined]>([
    ['with events lost, under another epoch', 3, laterEpoch],
    ['with nothing lost, under another epoch', 5, laterEpoch],
    ['with everything lost, under another epoch', 0, laterEpoch],
    ['with events lost, under the same epoch', 3, '000000000000000a'],
    ['with everything lost, under the same epoch', 0, '000000000000000a'],
  ])('%s: each is told once, then gets all that is kept', async (_, head, epoch) => {
    const node = makeNode();
    node.append(5);
    const cursor = { stream, epoch: node.log.epoch, seq: 4 };
    const readers = [await readerOf(node), await readerOf(node), await readerOf(node, cursor)];
    node.database.restore(stream, head, epoch);
    await beat();
    await beat();
    node.append(2);
    await beat();
    for (const { has, gaps, wrong } of readers) {
      expect(gaps).toEqual([{ reason: 'RESTORED', missedFrom: null, missedTo: null }]);
      expect({ has, wrong }).toEqual({ has: node.database.numbers(stream), wrong: [] });
    }
    // What they have now is a place in the new history.
    for (const { last } of readers) {
      const again = await readerOf(node, last);
      expect(again).toMatchObject({ has: [], gaps: [] });
    }
  });

  it('is told to whoever resumes by a cursor of the old one, wherever the gap left them', async () => {
    const node = makeNode();
    node.append(5);
    const { last } = await readerOf(node);
    node.database.restore(stream, 4, laterEpoch);
    node.database.append(stream, 3);
    const resumed = await readerOf(node, last);
    expect(resumed).toMatchObject({ gaps: [{ reason: 'RESTORED' }], has: node.database.numbers(stream) });
  });

  it('is told once, too, when events of the old one were being read', async () => {
    const node = makeNode();
    node.append(5);
    const reader = await readerOf(node);
    const turnstile = new Turnstile();
    node.database.pass = turnstile.pass;
    node.database.append(stream, 1);
    node.append(1);
    // Events 6 and 7 have been read, and arrive after the beat has found the stream at 4.
    turnstile.release(0);
    await settled();
    node.database.restore(stream, 4, node.database.epoch);
    node.database.pass = () => Promise.resolve();
    await beat();
    turnstile.open();
    await beat();
    await beat();
    node.append(1);
    await settled();
    expect(reader).toMatchObject({ gaps: [{ reason: 'RESTORED' }], has: node.database.numbers(stream), wrong: [] });
    expect(reader.gaps).toHaveLength(1);
  });

  it('is not taken for one when a look at the log is merely late', async () => {
    const node = makeNode();
    node.append(5);
    const reader = await readerOf(node);
    const turnstile = new Turnstile();
    node.database.pass = turnstile.pass;
    vi.advanceTimersByTime(beatMs);
    await settled();
    // The beat has its answer; before that arrives, more happens.
    turnstile.release(0);
    await settled();
    node.append(2);
    turnstile.open();
    await beat();
    expect(reader).toMatchObject({ has: node.database.numbers(stream), gaps: [], wrong: [] });
  });

  it('is not taken for one when a cursor is newer than a look it shares', async () => {
    const node = makeNode();
    node.append(5);
    const turnstile = new Turnstile();
    node.database.pass = turnstile.pass;
    const early = readerOf(node);
    turnstile.release(0);
    await settled();
    node.append(1);
    const late = readerOf(node, { stream, epoch: node.log.epoch, seq: 6 });
    await settled();
    turnstile.open();
    await settled();
    expect(await late).toMatchObject({ has: [], gaps: [] });
    expect(await early).toMatchObject({ has: [1, 2, 3, 4, 5, 6], gaps: [] });
  });

  it('is not taken for one when a cursor is newer than what the node has heard of', async () => {
    const node = makeNode();
    node.append(5);
    await readerOf(node);
    node.database.append(stream, 2);
    const ahead = await readerOf(node, { stream, epoch: node.log.epoch, seq: 6 });
    expect(ahead).toMatchObject({ has: [7], gaps: [] });
  });
});

describe('retention that overtakes a follower', () => {
  it.each<[what: string, append: number, tail: number, missedTo: number, has: number[]]>([
    ['in part', 5, 6, 5, [6, 7, 8]],
    ['by one', 5, 5, 4, [5, 6, 7, 8]],
    ['wholly', 5, 9, 8, []],
  ])('is told with its numbers: %s', async (_, append, tail, missedTo, rest) => {
    const node = makeNode();
    node.append(3);
    const reader = await readerOf(node);
    node.database.append(stream, append);
    node.database.trim(stream, tail);
    await beat();
    expect(reader).toMatchObject({
      has: [1, 2, 3, ...rest],
      gaps: [{ reason: 'TRIMMED', missedFrom: 4, missedTo }],
      wrong: [],
    });
    node.append(1);
    await settled();
    expect(reader.has).toEqual([1, 2, 3, ...rest, 9]);
  });

  it('is told to one that was busy elsewhere while thousands of events came and went', async () => {
    const node = makeNode();
    const turnstile = new Turnstile();
    const slow = new Reader(turnstile.pass);
    void slow.connect(node.feed);
    await settled();
    for (let more = 0; more < 1_500; more += 1) node.append(1);
    await settled();
    node.database.trim(stream, 1_001);
    turnstile.open();
    await beat();
    const [gap] = slow.gaps;
    expect(slow).toMatchObject({ gaps: [{ reason: 'TRIMMED', missedTo: 1_000 }], wrong: [] });
    expect(slow.has.length + 1_000 - (gap?.missedFrom ?? 0) + 1).toBe(1_500);
  });
});

describe('an event this node can’t read', () => {
  it.each<[what: string, changes: object]>([
    ['of an unknown type', { type: 'CupsSwapped' }],
    ['of a later version', { version: 2 }],
    ['without what its type has', { payload: {} }],
    ['with no object', { payload: 'startedAt' }],
  ])('%s: its followers get all before it, then the error; others follow on', async (_, changes) => {
    for (const told of [true, false]) {
      const node = makeNode();
      node.append(2);
      const live = await readerOf(node);
      if (told) node.append(1, changes);
      else node.database.append(stream, 1, changes);
      node.append(1);
      await beat();
      const late = await readerOf(node);
      for (const reader of [live, late]) {
        expect(reader.has).toEqual([1, 2]);
        expect(reader.failure).toBeInstanceOf(UnknownEventError);
        expect(String(reader.failure)).toContain(`Event 3 of ${stream}`);
        expect(reader.connected).toBe(false);
      }
      expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
      const beyond = await readerOf(node, { stream, epoch: node.log.epoch, seq: 3 });
      node.append(1);
      await settled();
      expect(beyond).toMatchObject({ has: [4, 5], failure: undefined });
    }
  });
});
