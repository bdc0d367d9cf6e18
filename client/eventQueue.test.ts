import { describe, expect, it } from 'vitest';
import { EventQueue } from './eventQueue.ts';

const done = { done: true, value: undefined };
const item = (value: number) => ({ done: false, value });

describe('the queue', () => {
  it('gives what came before and after it was asked, in order', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.push(2);
    const results = [queue.next(), queue.next(), queue.next(), queue.next()];
    queue.push(3);
    queue.push(4);
    expect(await Promise.all(results)).toEqual([1, 2, 3, 4].map(item));
  });

  it('gives what it holds before it says how it ended, once', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.fail(new Error('over'));
    queue.end();
    queue.push(2);
    expect(await queue.next()).toEqual(item(1));
    await expect(queue.next()).rejects.toThrow('over');
    expect(await queue.next()).toEqual(done);
  });

  it('tells whoever waits', async () => {
    const failing = new EventQueue<number>();
    const waiting = [failing.next(), failing.next()];
    failing.fail(new Error('over'));
    await expect(waiting[0]).rejects.toThrow('over');
    expect(await waiting[1]).toEqual(done);
    const dropped = new EventQueue<number>();
    const last = dropped.next();
    dropped.drop();
    expect(await last).toEqual(done);
  });

  it('drops what it holds when the consumer has left', async () => {
    const queue = new EventQueue<number>();
    queue.push(1);
    queue.drop();
    expect(await queue.next()).toEqual(done);
  });

  it('is waited for until few enough are left, or until it does not matter', async () => {
    const queue = new EventQueue<number>();
    for (const number of [1, 2, 3]) queue.push(number);
    const over = new AbortController();
    const seen: string[] = [];
    const drained = queue.drainedTo(1, over.signal).then(() => seen.push('drained'));
    await queue.next();
    seen.push('one taken');
    await queue.next();
    await drained;
    expect(seen).toEqual(['one taken', 'drained']);
    queue.push(4);
    const never = queue.drainedTo(0, over.signal);
    over.abort();
    await never;
  });
});
