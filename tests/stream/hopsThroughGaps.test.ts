import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hop } from '../../entities/throw.ts';
import type { Context } from '../../resolvers/context.ts';
import { throwHops } from '../../resolvers/game/throwHops.ts';
import { beatMs, gameId, makeNode, stream } from './testNode.ts';
import { settled } from './turnstile.ts';

const throwId = '0190c3e4-0000-7000-8000-00000000000a';
const thrower = { id: '0190c3e4-0000-7000-8000-00000000000b', handle: 'ada', displayName: 'Ada' };
const hop = (name: Hop['name']): Hop => ({ name, outcome: 'PASSED', at: 0, elapsedMs: 0, detail: null });
const thrown = {
  type: 'BallThrown',
  payload: {
    throwId,
    thrower,
    cupId: 'c',
    cupOwner: thrower,
    challengeBy: 1,
    hops: [hop('RECEIVED'), hop('IN_FLIGHT')],
  },
};
const challenged = {
  type: 'ThrowChallenged',
  payload: {
    throwId,
    thrower,
    challenger: thrower,
    challengeId: 'x',
    answerBy: 1,
    challengesLeft: 1,
    hops: [hop('CHALLENGED')],
  },
};
const answered = {
  type: 'ChallengeAnswered',
  payload: { throwId, thrower, upheld: false, hops: [hop('ANSWERED'), hop('VERIFIED')] },
};
const settledEvent = {
  type: 'ThrowSettled',
  payload: {
    throwId,
    status: 'LANDED',
    cupId: 'c',
    cupStanding: false,
    thrower,
    throwerScore: 1,
    challenger: null,
    settledAt: 1,
    hops: [hop('SETTLED')],
  },
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A throw whose row and stream stand as told; `told` says whether the node hears of what is committed. */
async function ballInFlight() {
  const node = makeNode();
  const row = { gameId, throwerId: thrower.id, status: 'IN_FLIGHT', hops: [] as Hop[], head: 0 };
  const pool = { query: vi.fn(() => Promise.resolve({ rows: [structuredClone(row)] })) };
  const commit = (event: { type: string; payload: { hops: Hop[] } }, status = row.status) => {
    node.database.append(stream, 1, event);
    row.hops.push(...event.payload.hops);
    row.status = status;
    row.head = node.database.stream(stream).head;
  };
  commit(thrown);
  const services = { pool, feed: node.feed, log: node.log };
  const context = { viewer: { userId: thrower.id }, services } as unknown as Context;
  const walk = await throwHops(context, { throwId });
  const names: string[] = [];
  const done = (async () => {
    for await (const { name } of walk) names.push(name);
  })();
  done.catch(() => undefined);
  await settled();
  return { node, pool, commit, names, done };
}

async function beat(): Promise<void> {
  vi.advanceTimersByTime(beatMs);
  await settled();
}

describe('hops through a gap come once each', () => {
  it('when the history is replaced', async () => {
    const { node, commit, names, done } = await ballInFlight();
    node.database.restore(stream, 1, 'fedcba9876543210');
    await beat();
    commit(challenged);
    commit(settledEvent, 'LANDED');
    await beat();
    await done;
    expect(names).toEqual(['RECEIVED', 'IN_FLIGHT', 'CHALLENGED', 'SETTLED']);
    expect(node.feed.size).toBe(0);
  });

  it.each([
    ['one step', 3],
    ['two', 4],
    ['all', 5],
  ])('when retention took the events of %s', async (_, tail) => {
    const { node, commit, names, done } = await ballInFlight();
    commit(challenged);
    commit(answered);
    commit(settledEvent, 'LANDED');
    node.database.trim(stream, tail);
    await beat();
    await done;
    expect(names).toEqual(['RECEIVED', 'IN_FLIGHT', 'CHALLENGED', 'ANSWERED', 'VERIFIED', 'SETTLED']);
    expect(node.feed.size).toBe(0);
  });
});

it('hops through a gap come once each, too, when events that were in the row already follow it', async () => {
  const { node, commit, names, done } = await ballInFlight();
  commit(challenged);
  commit(answered);
  node.database.trim(stream, 3);
  await beat();
  expect(names).toEqual(['RECEIVED', 'IN_FLIGHT', 'CHALLENGED', 'ANSWERED', 'VERIFIED']);
  commit(settledEvent, 'LANDED');
  await beat();
  await done;
  expect(names).toEqual(['RECEIVED', 'IN_FLIGHT', 'CHALLENGED', 'ANSWERED', 'VERIFIED', 'SETTLED']);
});

it('a throw that can’t be read again fails its subscription and leaves no follower', async () => {
  const { node, pool, done } = await ballInFlight();
  pool.query.mockRejectedValue(new Error('The database is away'));
  node.database.restore(stream, 1, 'fedcba9876543210');
  await beat();
  await expect(done).rejects.toThrow('The database is away');
  await settled();
  expect([node.feed.size, node.bus.size]).toEqual([0, 0]);
});
