import { describe, expect, it } from 'vitest';
import type { Context } from '../../resolvers/context.ts';
import { pollStream, type PollArgs } from '../../resolvers/stream/pollStream.ts';
import { encodeCursor } from '../../subscriptions/cursor.ts';
import { UnknownEventError } from '../../subscriptions/follower.ts';
import { gameId, makeNode, stream } from './testNode.ts';
import { settled, Turnstile } from './turnstile.ts';

function makePoll() {
  const node = makeNode();
  node.feed.stop();
  const context = { services: { log: node.log, clock: { now: () => 1_000 } } } as unknown as Context;
  const after = (seq: number) => encodeCursor({ stream, epoch: node.log.epoch, seq });
  return {
    ...node,
    after,
    poll: (args: PollArgs) => pollStream(context, 'Game', gameId, args),
  };
}

describe('a stream that changes while it is polled', () => {
  it.each<[what: string, change: (poll: ReturnType<typeof makePoll>) => void, seqs: number[], reason: string]>([
    ['by retention', ({ database }) => database.trim(stream, 4), [3, 4, 5], 'TRIMMED'],
    ['by a restore', ({ database }) => database.restore(stream, 4, 'fedcba9876543210'), [0, 1, 2, 3, 4], 'RESTORED'],
  ])('%s, says so', async (_, change, seqs, reason) => {
    const made = makePoll();
    const turnstile = new Turnstile();
    made.database.append(stream, 5);
    made.database.pass = turnstile.pass;
    const polled = made.poll({ after: made.after(1) });
    // The look at the stream is done, the read of its events is not.
    for (const _step of [1, 2]) {
      turnstile.release(0);
      await settled();
    }
    change(made);
    turnstile.open();
    const { items } = await polled;
    expect(items.map(({ seq }) => seq)).toEqual(seqs);
    expect(items[0]?.gap?.reason).toBe(reason);
    expect(new Set(items.map(({ epoch }) => epoch))).toEqual(new Set([made.database.epoch]));
  });
});

describe('pages', () => {
  it.each<[what: string, first: number, seqs: number[], hasNextPage: boolean]>([
    ['none', 0, [], true],
    ['the gap alone', 1, [3], true],
    ['the gap and some', 2, [3, 4], true],
    ['all', 3, [3, 4, 5], false],
    ['more than there is', 10, [3, 4, 5], false],
  ])('are no larger than asked, gap included: %s', async (_, first, seqs, hasNextPage) => {
    const { database, poll, after } = makePoll();
    database.append(stream, 5);
    database.trim(stream, 4);
    const page = await poll({ after: after(1), first });
    expect(page.items.map(({ seq }) => seq)).toEqual(seqs);
    expect(page.hasNextPage).toBe(hasNextPage);
  });

  it('say that there is more when all that is left is a gap', async () => {
    const { database, poll, after } = makePoll();
    database.append(stream, 5);
    database.trim(stream, 6);
    expect(await poll({ after: after(1), first: 0 })).toMatchObject({ items: [], hasNextPage: true });
    expect(await poll({ after: after(1), first: 1 })).toMatchObject({ items: [{ seq: 5 }], hasNextPage: false });
  });
});

describe('the last', () => {
  it.each<[last: number, seqs: number[], hasPreviousPage: boolean]>([
    [0, [], true],
    [2, [4, 5], true],
    [3, [3, 4, 5], false],
    [10, [3, 4, 5], false],
  ])('%d are the newest of those kept, the oldest first', async (last, seqs, hasPreviousPage) => {
    const { database, poll } = makePoll();
    database.append(stream, 5);
    database.trim(stream, 3);
    const page = await poll({ last });
    expect(page.items.map(({ seq }) => seq)).toEqual(seqs);
    expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage });
  });

  it('of nothing are none', async () => {
    expect(await makePoll().poll({ last: 5 })).toEqual({ items: [], hasNextPage: false, hasPreviousPage: false });
  });

  it.each<[what: string, args: PollArgs]>([
    ['too many', { last: 1_001 }],
    ['fewer than none', { last: -1 }],
    ['with `first`', { last: 1, first: 1 }],
    ['with `after`', { last: 1, after: 'anything' }],
  ])('%s are refused', async (_, args) => {
    await expect(makePoll().poll(args)).rejects.toThrow(/`last`/);
  });
});

describe('an event this node can’t read', () => {
  it('ends the page before it, and is an error where it would be the first', async () => {
    const { database, poll, after } = makePoll();
    database.append(stream, 2);
    database.append(stream, 1, { type: 'CupsSwapped' });
    database.append(stream, 1);
    const page = await poll({});
    expect(page.items.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(page.hasNextPage).toBe(true);
    await expect(poll({ after: after(2) })).rejects.toThrow(UnknownEventError);
    expect((await poll({ after: after(3) })).items.map(({ seq }) => seq)).toEqual([4]);
  });
});
