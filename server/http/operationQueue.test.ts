import { expect, it } from 'vitest';
import { OperationQueue } from './operationQueue.ts';

const subscribe = (id: string) => JSON.stringify({ type: 'subscribe', id });
const complete = (id: string) => JSON.stringify({ type: 'complete', id });

/** A queue whose operations are over when they are told to be, and what it handed on. */
function held() {
  const handed: string[] = [];
  const ends: (() => void)[] = [];
  const queue = new OperationQueue((message) => {
    handed.push(message);
    const { promise, resolve } = Promise.withResolvers<void>();
    if (message.includes('subscribe')) ends.push(resolve);
    else resolve();
    return promise;
  });
  const take = (...messages: string[]) => {
    for (const message of messages) void queue.take(message);
  };
  const end = async (index: number) => {
    ends[index]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, handed, take, end };
}

it('an operation waits for the one of its id that was completed, and for no other', async () => {
  const { handed, take, end } = held();
  take(subscribe('1'), subscribe('2'), complete('1'), subscribe('1'));
  expect(handed).toEqual([subscribe('1'), subscribe('2'), complete('1')]);
  await end(0);
  expect(handed.slice(3)).toEqual([subscribe('1')]);
});

it('one that is completed before it begins never does', async () => {
  const { handed, take, end } = held();
  take(subscribe('1'), complete('1'), subscribe('1'), complete('1'));
  await end(0);
  expect(handed).toEqual([subscribe('1'), complete('1')]);
});

it('one of an id that is in use is the protocol’s to refuse', () => {
  const { handed, take } = held();
  take(subscribe('1'), subscribe('1'));
  expect(handed).toEqual([subscribe('1'), subscribe('1')]);
});

it('nothing begins once the socket is closed', async () => {
  const { queue, handed, take, end } = held();
  take(subscribe('1'), complete('1'), subscribe('1'));
  queue.close();
  await end(0);
  expect(handed).toEqual([subscribe('1'), complete('1')]);
});

it.each(['', '{', '[]', '{"type":"ping"}', '{"type":7,"id":"1"}', '{"type":"subscribe","id":1}'])(
  '%j goes on as it came',
  (message) => {
    const { handed, take } = held();
    take(message);
    expect(handed).toEqual([message]);
  },
);
