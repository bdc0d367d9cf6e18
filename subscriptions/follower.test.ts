import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { settled } from '../tests/stream/turnstile.ts';
import { Channel, type FeedItem } from './channel.ts';
import { Follower, pageSize, UnknownEventError, type FollowerSource } from './follower.ts';

const stream = 'Game:0190c3e4-0000-7000-8000-000000000001';
const epoch = '0123456789abcdef';
const entry = (seq: number) => ({ seq, type: 'Event', version: 1, payload: seq, at: 0 });
const item = (seq: number): FeedItem<number> => ({ stream, epoch, seq, at: 0, event: seq });
const items = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => item(from + index));
const never = <Value>() => new Promise<Value>(() => undefined);
type Source = FollowerSource<number>;

/** A follower from `after` in a stream that ends at `head`, whose log answers as told. */
function makeFollower({
  head = 0,
  after = head,
  page = never as Source['page'],
  first,
}: { head?: number; after?: number; page?: Source['page']; first?: FeedItem<number> } = {}) {
  const channel = new Channel<number>({ stream, epoch, head, tail: 1 }, ({ seq }) => seq);
  let beat = Promise.withResolvers<void>();
  const source = {
    page: vi.fn<Source['page']>(page),
    extent: vi.fn<Source['extent']>(() => Promise.resolve({ stream, epoch, head: channel.head, tail: 1 })),
    nextBeat: () => beat.promise,
    now: () => 1_000,
    eyes: () => [],
    lastFor: () => [],
    hold: vi.fn<() => void>(),
    release: vi.fn<() => void>(),
  };
  return {
    channel,
    source,
    follower: new Follower(channel, source, first ? { after, first } : { after }),
    append: () => void channel.offer([entry(channel.head + 1)]),
    beat() {
      const { resolve } = beat;
      beat = Promise.withResolvers<void>();
      resolve();
    },
  };
}

describe('next()', () => {
  it('asked several times at once gives each event once, in order', async () => {
    const { follower, append } = makeFollower();
    const asked = [follower.next(), follower.next(), follower.next()];
    for (const _ of asked) append();
    expect((await Promise.all(asked)).map(({ value }) => value?.seq)).toEqual([1, 2, 3]);
  });

  it('gives the gap it began with first', async () => {
    const gap = { stream, epoch, seq: 4, at: 0, gap: { reason: 'TRIMMED', missedFrom: 2, missedTo: 4 } } as const;
    const { follower } = makeFollower({
      head: 6,
      after: 4,
      first: gap,
      page: (after) => Promise.resolve(items(after + 1, 6)),
    });
    expect((await follower.next()).value).toEqual(gap);
    expect((await follower.next()).value).toEqual(item(5));
  });

  it('reads no further ahead than it is asked, and a page at a time', async () => {
    const { follower, source, append } = makeFollower({
      head: 2_000,
      after: 0,
      page: (after) => Promise.resolve(items(after + 1, after + pageSize)),
    });
    await settled();
    expect(source.page).not.toHaveBeenCalled();
    for (let seq = 1; seq <= pageSize; seq += 1) expect((await follower.next()).value?.seq).toBe(seq);
    append();
    await settled();
    expect(source.page.mock.calls).toEqual([[0]]);
    await follower.next();
    expect(source.page.mock.calls).toEqual([[0], [pageSize]]);
  });

  it('waits for the next beat when the log does not answer', async () => {
    let away = 2;
    const { follower, source, beat } = makeFollower({
      head: 1,
      after: 0,
      page: () => ((away -= 1) >= 0 ? Promise.reject(new Error('The database is away')) : Promise.resolve([item(1)])),
    });
    const asked = follower.next();
    for (const calls of [1, 2, 3]) {
      await settled();
      expect(source.page).toHaveBeenCalledTimes(calls);
      beat();
    }
    expect((await asked).value?.seq).toBe(1);
  });

  it('does not ask the log in circles while a hole has no explanation', async () => {
    const { follower, source, beat } = makeFollower({ head: 5, after: 0, page: () => Promise.resolve(items(3, 5)) });
    const asked = follower.next();
    await settled();
    await settled();
    expect(source.page).toHaveBeenCalledTimes(1);
    source.extent.mockResolvedValue({ stream, epoch, head: 5, tail: 3 });
    beat();
    expect((await asked).value?.gap).toEqual({ reason: 'TRIMMED', missedFrom: 1, missedTo: 2 });
    expect((await follower.next()).value?.seq).toBe(3);
  });

  it('throws what it can’t read, and that is the end', async () => {
    const error = new UnknownEventError(stream, 1, 'CupsSwapped');
    const { follower, source } = makeFollower({ head: 1, after: 0, page: () => Promise.reject(error) });
    await expect(follower.next()).rejects.toBe(error);
    expect(source.release).toHaveBeenCalledTimes(1);
    expect(await follower.next()).toEqual({ done: true, value: undefined });
    await follower.return();
    expect(source.release).toHaveBeenCalledTimes(1);
  });

  it('says nothing of what was read from a history that has been replaced meanwhile', async () => {
    const page = Promise.withResolvers<FeedItem<number>[]>();
    const { follower, channel, source } = makeFollower({ head: 5, after: 0, page: () => page.promise });
    const asked = follower.next();
    await settled();
    const later = { stream, epoch: 'fedcba9876543210', head: 5, tail: 3 };
    channel.reconcile(later);
    source.extent.mockResolvedValue(later);
    page.resolve(items(1, 5));
    expect((await asked).value).toMatchObject({ gap: { reason: 'RESTORED' }, epoch: later.epoch, seq: 2 });
  });
});

describe('as a walk', () => {
  const gap = { stream, epoch, seq: 4, at: 0, gap: { reason: 'TRIMMED', missedFrom: 2, missedTo: 4 } } as const;
  const read = (head: number) => (after: number) => Promise.resolve(items(after + 1, head));

  it('stands behind what it was given, and nowhere while a gap of its own comes first', async () => {
    const { follower, channel } = makeFollower({ head: 6, after: 4, first: gap, page: read(6) });
    expect(follower.place).toBeUndefined();
    expect(() => follower.fork(4)).toThrow('gap');
    for (const seq of [4, 5, 6]) {
      await follower.next();
      expect(follower.place).toEqual({ history: channel.history, seq });
    }
    expect(follower.place?.history).toBe(channel.history);
    expect(follower.along).toBe(channel);
  });

  it('is idle once it has been given all that the node knows of', async () => {
    const { follower, append, channel } = makeFollower({ head: 6, after: 4, page: read(6) });
    const idle: boolean[] = [];
    for (let seq = 5; seq <= 6; seq += 1) {
      idle.push(follower.idle);
      await follower.next();
    }
    idle.push(follower.idle);
    append();
    append();
    idle.push(follower.idle);
    await follower.next();
    idle.push(follower.idle);
    await follower.next();
    idle.push(follower.idle);
    channel.reconcile({ stream, epoch: 'fedcba9876543210', head: 8, tail: 1 });
    expect([...idle, follower.idle]).toEqual([false, false, true, false, false, true, false]);
  });

  it('forks from where it stands, though it has read further, and both are held', async () => {
    const { follower, source, append } = makeFollower();
    for (let count = 0; count < 4; count += 1) append();
    await follower.next();
    await follower.next();
    const fork = follower.fork(2);
    expect(source.hold).toHaveBeenCalledTimes(1);
    expect(fork.place).toEqual(follower.place);
    const rest = [await fork.next(), await fork.next(), await follower.next()];
    expect(rest.map(({ value }) => value?.seq)).toEqual([3, 4, 3]);
    await fork.return();
    await follower.return();
    expect(source.release).toHaveBeenCalledTimes(2);
  });

  it('a fork belongs to the history of the walk, also where that has been replaced', async () => {
    const { follower, source, append, channel } = makeFollower();
    append();
    await follower.next();
    const later = { stream, epoch: 'fedcba9876543210', head: 1, tail: 1 };
    channel.reconcile(later);
    source.extent.mockResolvedValue(later);
    const fork = follower.fork(1);
    expect(fork.place?.history).not.toBe(channel.history);
    expect((await fork.next()).value).toMatchObject({ gap: { reason: 'RESTORED' }, seq: 0 });
    expect(fork.place).toEqual({ history: channel.history, seq: 0 });
    expect(fork.place?.history).toBe(channel.history);
  });
});

describe('return()', () => {
  const waits: Record<string, () => ReturnType<typeof makeFollower>> = {
    'an event': () => makeFollower(),
    'a beat': () => makeFollower({ head: 1, after: 0, page: () => Promise.reject(new Error('The database is away')) }),
    'an explanation': () => makeFollower({ head: 5, after: 0, page: () => Promise.resolve(items(3, 5)) }),
  };
  it.each(Object.entries(waits))('interrupts what waits for %s', async (_, make) => {
    const { follower, source } = make();
    const asked = [follower.next(), follower.next()];
    await settled();
    expect(await follower.return()).toEqual({ done: true, value: undefined });
    for (const pending of asked) expect(await pending).toEqual({ done: true, value: undefined });
    expect(await follower.next()).toEqual({ done: true, value: undefined });
    expect(source.release).toHaveBeenCalledTimes(1);
  });

  it('while the log is being read ends when that fails, without waiting for a beat', async () => {
    const page = Promise.withResolvers<FeedItem<number>[]>();
    const { follower } = makeFollower({ head: 1, after: 0, page: () => page.promise });
    const asked = follower.next();
    await settled();
    await follower.return();
    page.reject(new Error('The database is away'));
    expect(await asked).toEqual({ done: true, value: undefined });
  });

  it('gives up what was read and not yet asked for', async () => {
    const { follower } = makeFollower({ head: 3, after: 0, page: () => Promise.resolve(items(1, 3)) });
    await follower.next();
    await follower.return();
    expect(await follower.next()).toEqual({ done: true, value: undefined });
  });

  it('before the first next() releases too, once', async () => {
    const { follower, source } = makeFollower();
    await follower.return();
    await follower.return();
    expect(source.release).toHaveBeenCalledTimes(1);
  });
});

describe('waiting', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  it('leaves nothing behind in a follower that waits for a long time, again and again', async () => {
    const { follower, append } = makeFollower();
    const walk = async (events: number) => {
      for (let event = 0; event < events; event += 1) {
        const asked = follower.next();
        await Promise.resolve();
        append();
        await asked;
      }
    };
    await walk(5_000);
    const before = heap();
    await walk(50_000);
    expect(heap() - before).toBeLessThan(2_000_000);
  });

  it('leaves nothing behind in a quiet stream that followers come to and leave', async () => {
    const { channel, source } = makeFollower();
    const come = async (followers: number) => {
      for (let count = 0; count < followers; count += 1) {
        const follower = new Follower(channel, { ...source, release: () => undefined }, { after: 0 });
        const asked = follower.next();
        await Promise.resolve();
        await follower.return();
        await asked;
      }
    };
    await come(2_000);
    const before = heap();
    await come(20_000);
    expect(heap() - before).toBeLessThan(1_000_000);
    expect(channel.head).toBe(0);
  });
});
