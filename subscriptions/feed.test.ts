import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reader } from '../tests/stream/reader.ts';
import { beatMs, gameId, makeNode, seal, stream, type TestNode } from '../tests/stream/testNode.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';
import { MessageSeal } from './messageSeal.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const laterEpoch = 'fedcba9876543210';
const healed = ({ observer }: TestNode) => observer.healed.mock.calls.reduce((sum, [events]) => sum + events, 0);

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

describe('announcements', () => {
  it('bring events at once, here and on other nodes, without a read of the log', async () => {
    const here = makeNode();
    const there = makeNode(here);
    const readers = [await readerOf(here), await readerOf(there)];
    const before = { ...here.database.asked };
    here.append(2);
    await settled();
    there.append(1);
    await settled();
    for (const { has } of readers) expect(has).toEqual(here.database.numbers(stream));
    expect(here.database.asked).toEqual(before);
    await beat();
    expect([healed(here), healed(there)]).toEqual([0, 0]);
  });

  it('that are lost cost a beat, and are counted', async () => {
    const node = makeNode();
    const reader = await readerOf(node);
    node.database.append(stream, 3);
    await settled();
    expect(reader.has).toEqual([]);
    await beat();
    expect(reader.has).toEqual([1, 2, 3]);
    expect(healed(node)).toBe(3);
  });

  it('that leave a hole make the node read what lies in it at once', async () => {
    const node = makeNode();
    const reader = await readerOf(node);
    node.database.append(stream, 3);
    node.append(1);
    await settled();
    expect(reader.has).toEqual([1, 2, 3, 4]);
  });

  it('that come while an older hole is being read are not lost until the next beat', async () => {
    const node = makeNode();
    const reader = await readerOf(node);
    const turnstile = new Turnstile();
    node.database.pass = turnstile.pass;
    node.database.append(stream, 1);
    node.append(1);
    // The read of events 1 and 2 has its answer, and another hole opens before that arrives.
    turnstile.release(0);
    await settled();
    node.database.append(stream, 1);
    node.append(1);
    turnstile.open();
    await settled();
    expect(reader.has).toEqual([1, 2, 3, 4]);
  });

  const good = {
    stream,
    epoch: '000000000000000a',
    entries: [{ seq: 1, type: 'GameStarted', version: 1, payload: { startedAt: 666 }, at: 0 }],
  };
  it.each<[what: string, message: unknown, counted: number]>([
    ['no text', { ...good }, 1],
    ['not signed', JSON.stringify(good), 1],
    ['signed by another', new MessageSeal(Buffer.alloc(32)).seal(good), 1],
    ['another stream’s', seal.seal({ ...good, stream: stream.replace('1', '2') }), 1],
    ['signed, but malformed', seal.seal({ ...good, entries: [{ ...good.entries[0], at: null } as never] }), 1],
    ['of another history', seal.seal({ ...good, epoch: laterEpoch }), 0],
  ])('are ignored when they are %s', async (_, message, counted) => {
    const node = makeNode();
    const reader = await readerOf(node);
    await node.bus.publish(stream, message);
    await settled();
    expect(reader.has).toEqual([]);
    expect(node.observer.forged).toHaveBeenCalledTimes(counted);
    node.append(1);
    await settled();
    expect(reader.has).toEqual([1]);
  });

  it('that can’t be sent are reported and nobody’s error', async () => {
    const node = makeNode();
    const reader = await readerOf(node);
    const away = new Error('Redis is away');
    for (const publish of [
      () => Promise.reject(away),
      () => {
        throw away;
      },
    ]) {
      node.bus.publish = publish;
      expect(() => node.append(1)).not.toThrow();
      await settled();
    }
    expect(reader.has).toEqual([1, 2]);
    expect(node.observer.failed.mock.calls).toEqual([
      ['publish', away],
      ['publish', away],
    ]);
  });

  it('that can’t be received are reported, and the beat goes on', async () => {
    const node = makeNode();
    const away = new Error('Redis is away');
    node.bus.subscribe = () => Promise.reject(away);
    const reader = await readerOf(node);
    expect(node.observer.failed.mock.calls).toEqual([['subscribe', away]]);
    node.database.append(stream, 1);
    await beat();
    expect(reader.has).toEqual([1]);
    await reader.cut();
    expect(node.feed.size).toBe(0);
  });
});

describe('what a resuming follower is given', () => {
  it.each<[what: string, seq: number | undefined, has: number[], gaps: object[]]>([
    ['all that is kept, without a cursor', undefined, [4, 5, 6], []],
    ['the rest', 5, [6], []],
    ['nothing, at the head', 6, [], []],
    ['what is missing, then the rest', 1, [4, 5, 6], [{ reason: 'TRIMMED', missedFrom: 2, missedTo: 3 }]],
    ['the history’s end, past the head', 7, [4, 5, 6], [{ reason: 'RESTORED', missedFrom: null, missedTo: null }]],
  ])('is %s', async (_, seq, has, gaps) => {
    const node = makeNode();
    node.append(6);
    node.database.trim(stream, 4);
    const reader = await readerOf(node, seq === undefined ? undefined : { stream, epoch: node.log.epoch, seq });
    expect(reader).toMatchObject({ has, gaps });
    node.append(1);
    await settled();
    expect(reader.has).toEqual([...has, 7]);
  });

  it('is nothing for another stream’s cursor, and nothing stays of it', async () => {
    const node = makeNode();
    const foreign = { stream: stream.replace('1', '2'), epoch: node.log.epoch, seq: 0 };
    expect(await node.feed.follow('Game', gameId, foreign)).toBeUndefined();
    expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
  });

  it('costs one look and one read however many resume together', async () => {
    const node = makeNode();
    node.append(100);
    const readers = Array.from({ length: 1_000 }, () => new Reader());
    for (const reader of readers) void reader.connect(node.feed);
    await settled();
    expect(new Set(readers.map(({ has }) => has.length))).toEqual(new Set([100]));
    expect(node.database.asked).toEqual({ 'stream-extents': 1, 'stream-read': 1 });
    expect([node.feed.size, node.bus.size]).toEqual([1, 1]);
    await beat();
    expect(node.database.asked).toEqual({ 'stream-extents': 2, 'stream-read': 1 });
  });
});

describe('nothing stays', () => {
  it('of a stream that the last follower has left', async () => {
    const node = makeNode();
    const readers = [await readerOf(node), await readerOf(node)];
    await readers[0]?.cut();
    expect([node.feed.size, node.bus.size]).toEqual([1, 1]);
    await readers[1]?.cut();
    await settled();
    expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
    const before = { ...node.database.asked };
    await beat();
    expect(node.database.asked).toEqual(before);
  });

  it('of one that left before the bus had answered, and who comes meanwhile hears everything', async () => {
    const node = makeNode();
    const turnstile = new Turnstile();
    node.bus.pass = turnstile.pass;
    const gone = await readerOf(node);
    await gone.cut();
    const reader = await readerOf(node);
    turnstile.open();
    await settled();
    expect([node.feed.size, node.bus.size]).toEqual([1, 1]);
    node.append(1);
    await settled();
    expect(reader.has).toEqual([1]);
    await reader.cut();
    await settled();
    expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
  });

  it('of any, once the feed has stopped', async () => {
    const node = makeNode();
    const reader = await readerOf(node);
    node.feed.stop();
    await settled();
    expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
    await reader.cut();
    expect(reader.connected).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
