import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, within } from '../harness/deferred.ts';
import type { ShiftedClock } from '../harness/shiftedClock.ts';
import type { TestBotApi } from './botApi.ts';
import { openQueue, type TestQueue } from './testQueue.ts';

let api: TestBotApi;
let clock: ShiftedClock;
let queue: TestQueue;
beforeEach(async () => void ({ api, clock, queue } = await openQueue()));

describe('a worker', () => {
  it('that is stopped midway lets its calls come to their end, gives back the rest, and another goes on at once', async () => {
    const readers = await queue.readers(15);
    for (const reader of readers) await queue.notify(reader, 1);
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    api.answer = () => held;
    const worker = queue.worker({ messagesPerSecond: 20 });
    const running = worker.run();
    await eventually(
      'A call',
      () => api.calls.length,
      (count) => count > 1,
    );
    const stopped = worker.stop();
    // Some may be on their way yet.
    const called = worker.begun.length;
    release(undefined);
    await within(3_000, 'The end of the run', Promise.all([running, stopped]));
    expect([worker.begun.length, api.calls.length, api.taken.length]).toEqual([called, called, called]);
    await queue.worker().run();
    for (const reader of readers) expect(queue.told(reader)).toEqual([1]);
    expect(new Set((await queue.rows()).map(({ attempts }) => attempts))).toEqual(new Set([1]));
  });

  it('is not kept by a call that hangs from beginning its next run, and from telling others', async () => {
    const [ada, ben] = [await queue.reader(), await queue.reader()];
    await queue.notify(ada, 1);
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    api.answer = ({ chatId }) => (chatId === String(ada.chat) ? held : undefined);
    const worker = queue.worker();
    const first = worker.run();
    await eventually(
      'The call that hangs',
      () => api.calls.length,
      (count) => count === 1,
    );
    clock.advance(10_000);
    await within(3_000, 'The end of the run', first);
    await queue.notify(ben, 1);
    const second = worker.run();
    await eventually(
      'The other',
      () => queue.told(ben),
      ([told]) => told === 1,
    );
    release(undefined);
    await second;
    expect(queue.told(ada)).toEqual([1]);
    expect((await queue.rows()).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it('that dies in the middle of a call is followed by another, once the lease of its chats is over', async () => {
    const ada = await queue.reader();
    for (const number of [1, 2]) await queue.notify(ada, number);
    const dead = queue.worker({ send: () => new Promise(() => undefined) });
    void dead.run();
    await eventually(
      'The lease',
      () => queue.rows(),
      ([first]) => first?.attempts === 1,
    );
    const other = queue.worker();
    await other.run();
    expect(queue.told(ada)).toEqual([]);
    clock.advance(12_000);
    await other.run();
    expect(queue.told(ada)).toEqual([1, 2]);
    void dead.stop();
  });

  it('that comes back after its lease says what it knows, and disturbs nobody', async () => {
    const ada = await queue.reader();
    for (const number of [1, 2]) await queue.notify(ada, number);
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    const slow = queue.worker({
      send: async () => {
        await woken;
        return { said: 'NOTHING', reason: 'too late' };
      },
    });
    const running = slow.run();
    await eventually(
      'The lease',
      () => queue.rows(),
      ([first]) => first?.attempts === 1,
    );
    clock.advance(12_000);
    await queue.worker().run();
    const stopped = slow.stop();
    wake();
    await Promise.all([running, stopped]);
    expect(queue.told(ada)).toEqual([1, 2]);
    expect((await queue.rows()).map(({ outcome }) => outcome)).toEqual(['SENT', 'SENT']);
  });
});
