import { describe, expect, it, vi } from 'vitest';
import { Channel } from './channel.ts';
import type { LogEntry } from './eventLog.ts';

const stream = 'Game:0190c3e4-0000-7000-8000-000000000001';
const epoch = '0123456789abcdef';
const later = 'fedcba9876543210';

const entries = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return { seq, type: 'Event', version: 1, payload: seq, at: seq * 1_000 };
  });
const channelAt = (head: number) =>
  new Channel<number>({ stream, epoch, head, tail: 1 }, ({ payload }) => {
    if (typeof payload !== 'number' || payload === 13) throw new RangeError(`Can't read ${String(payload)}`);
    return payload;
  });
const look = (head: number, changes = {}) => ({ stream, epoch, head, tail: 1, ...changes });
const seqs = (items: readonly { seq: number }[] | undefined) => items?.map(({ seq }) => seq);

describe('what is offered', () => {
  it.each<[what: string, offered: LogEntry[], taken: boolean, head: number]>([
    ['the next one', entries(6, 6), true, 6],
    ['several', entries(6, 9), true, 9],
    ['nothing', [], true, 5],
    ['an old one', entries(3, 3), true, 5],
    ['the newest once more', entries(5, 5), true, 5],
    ['some old, some new', entries(4, 7), true, 7],
    ['one too far', entries(7, 7), false, 5],
    ['many too far', entries(100, 300), false, 5],
  ])('is taken when it goes on from the end: %s', (_, offered, taken, head) => {
    const channel = channelAt(5);
    expect(channel.offer(offered)).toBe(taken);
    expect(channel.head).toBe(head);
    expect(seqs(channel.since(5))).toEqual(seqs(entries(6, head)));
  });

  it('is not taken in part when one of it can’t be read', () => {
    const channel = channelAt(10);
    expect(() => channel.offer(entries(11, 14))).toThrow(RangeError);
    expect(channel.head).toBe(10);
    expect(channel.since(10)).toEqual([]);
  });

  it('arrives with the stream, the epoch and the time it was written', () => {
    const channel = channelAt(0);
    channel.offer(entries(1, 1));
    expect(channel.since(0)).toEqual([{ stream, epoch, seq: 1, at: 1_000, event: 1 }]);
  });
});

describe('what is kept at hand', () => {
  it('begins where the channel did', () => {
    const channel = channelAt(5);
    channel.offer(entries(6, 8));
    expect(seqs(channel.since(5))).toEqual([6, 7, 8]);
    expect(seqs(channel.since(7))).toEqual([8]);
    expect(channel.since(8)).toEqual([]);
    expect(channel.since(9)).toEqual([]);
    expect(channel.since(4)).toBeUndefined();
  });

  it('is bounded, and always the newest', () => {
    const channel = channelAt(0);
    for (let seq = 1; seq <= 5_000; seq += 1) channel.offer([{ seq, type: 'Event', version: 1, payload: 0, at: 0 }]);
    expect(seqs(channel.since(4_990))).toEqual([4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999, 5000]);
    expect(channel.since(4_700)).toHaveLength(300);
    expect(channel.since(4_000)).toBeUndefined();
  });

  it('is nothing after a jump', () => {
    const channel = channelAt(0);
    channel.offer(entries(1, 3));
    channel.jump(7);
    expect(channel.since(3)).toBeUndefined();
    expect(channel.since(7)).toEqual([]);
    channel.offer(entries(8, 8));
    expect(seqs(channel.since(7))).toEqual([8]);
  });
});

describe('a look at the log', () => {
  it.each<[what: string, extent: ReturnType<typeof look>, known: number, head: number, expected: number]>([
    ['finds nothing new', look(5), 5, 5, 5],
    ['finds more', look(8), 5, 5, 8],
    ['is older than the run', look(3), 3, 5, 5],
    ['is older than the run, and not as old as it began', look(4), 3, 5, 5],
  ])('changes no history when it %s', (_, extent, known, head, expected) => {
    const channel = channelAt(known);
    const { history, place } = channel;
    channel.offer(entries(known + 1, 5));
    channel.reconcile(extent, place);
    expect(channel).toMatchObject({ head, expected, epoch });
    expect(channel.history).toBe(history);
  });

  it.each<[what: string, extent: ReturnType<typeof look>]>([
    ['the epoch is another', look(9, { epoch: later })],
    ['the epoch is another, at the same head', look(5, { epoch: later })],
    ['the log ends before what was there when the look began', look(4)],
    ['the stream is gone', look(0)],
  ])('finds another history when %s', (_, extent) => {
    const channel = channelAt(2);
    channel.offer(entries(3, 5));
    const { history, place } = channel;
    channel.reconcile(extent, place);
    expect(channel).toMatchObject({ head: extent.head, expected: extent.head, epoch: extent.epoch });
    expect(channel.history).not.toBe(history);
    expect(channel.since(extent.head)).toEqual([]);
    if (extent.head > 0) expect(channel.since(extent.head - 1)).toBeUndefined();
  });

  it('that began before a break does not break again', () => {
    const channel = channelAt(5);
    const { place } = channel;
    channel.reconcile(look(2, { epoch: later }), place);
    const { history } = channel;
    channel.reconcile(look(2, { epoch: later }), place);
    expect(channel.history).toBe(history);
  });
});

describe('those who wait', () => {
  it('are woken once by the next change, whatever it is', () => {
    const channel = channelAt(0);
    const changes = [
      () => channel.offer(entries(1, 1)),
      () => channel.jump(5),
      () => channel.reconcile(look(9, { epoch: later })),
    ];
    for (const change of changes) {
      const wake = vi.fn<() => void>();
      channel.onChange(wake);
      expect(wake).not.toHaveBeenCalled();
      change();
      change();
      expect(wake).toHaveBeenCalledTimes(1);
    }
  });

  it('are left alone by what changes nothing', () => {
    const channel = channelAt(5);
    const wake = vi.fn<() => void>();
    channel.onChange(wake);
    channel.offer([]);
    channel.offer(entries(2, 5));
    channel.offer(entries(9, 9));
    channel.expect(20);
    channel.reconcile(look(8), channel.place);
    expect(wake).not.toHaveBeenCalled();
  });

  it('may call it off', () => {
    const channel = channelAt(0);
    const [stays, goes] = [vi.fn<() => void>(), vi.fn<() => void>()];
    channel.onChange(stays);
    channel.onChange(goes)();
    channel.offer(entries(1, 1));
    expect(stays).toHaveBeenCalledTimes(1);
    expect(goes).not.toHaveBeenCalled();
  });
});

describe('entries of the log', () => {
  it('come as far as they can be read', () => {
    const channel = channelAt(0);
    expect(seqs(channel.items(entries(10, 15)))).toEqual([10, 11, 12]);
    expect(() => channel.items(entries(13, 15))).toThrow("Can't read 13");
    expect(channel.items([])).toEqual([]);
  });
});
