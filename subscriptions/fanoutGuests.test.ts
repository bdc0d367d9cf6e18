import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeScene, nothing, type Scene } from '../tests/stream/fanoutScene.ts';
import { Asking, Ear, Visitor } from '../tests/stream/line.ts';
import { gameId, makeNode, stream } from '../tests/stream/testNode.ts';
import { settled } from '../tests/stream/turnstile.ts';
import { Fanout } from './fanout.ts';

/** A listener of Ben's, and others of Ada's who ask the same, if it is not to be alone. */
async function listening({ begin, together }: Scene, alone: boolean, asking: Asking) {
  if (!alone) await together(2, () => ({ asking, viewer: 'ada' }));
  const ben = begin({ asking, viewer: 'ben' });
  await settled();
  expect(ben.guest.told).toBe(0);
  return ben;
}
type Ben = Awaited<ReturnType<typeof listening>>;

const ends: Record<string, (ben: Ben, scene: Scene, asking: Asking) => void> = {
  'its stop': ({ listener }) => listener.stop(),
  'its stop in the midst of an answer': ({ listener, ear }, { line }) => {
    ear.heed = () => listener.stop();
    line.add();
  },
  'the end of the stream': (_, { line }) => line.end(),
  'a failure of the stream': (_, { line }) => line.end(new Error('unreadable')),
  'what can’t be answered': (_, { line }, asking) => {
    asking.late = () => Promise.reject(new Error('no answer'));
    line.add();
  },
  'its last item': (_, { line }) => line.append({ last: ['ben'] }),
  'its last item when it has enough': ({ ear }, { line }) => {
    ear.drain(1);
    line.append({ last: ['ben'] });
  },
  'its stop while it waits for room': ({ ear, listener }, { line }) => {
    ear.drain(1);
    line.add();
    setImmediate(() => listener.stop());
  },
};
const cases = Object.entries(ends).flatMap(([how, end]) =>
  [true, false].map((alone) => [how, alone ? 'one who is alone' : 'a member', alone, end] as const),
);

describe('a guest', () => {
  it.each(cases)('is told once of %s, the end of %s', async (_how, _who, alone, end) => {
    const scene = makeScene();
    const asking = new Asking();
    const ben = await listening(scene, alone, asking);
    end(ben, scene, asking);
    await settled();
    await settled();
    expect(ben.guest.told).toBe(1);
    // Whatever else may come to an end does not end it again.
    ben.listener.stop();
    ben.ear.drain();
    scene.line.end();
    await settled();
    expect(ben.guest.told).toBe(1);
    expect(scene.standing()).toEqual(nothing);
  });

  it('is told of a stop that comes at once, and by then nothing else is left', async () => {
    const { begin, standing } = makeScene();
    const { listener, guest } = begin();
    listener.stop();
    expect(guest.told).toBe(1);
    await settled();
    expect(guest.told).toBe(1);
    expect(standing()).toEqual(nothing);
  });

  it('is told nothing while its listener joins a group, has enough, goes on alone and comes back', async () => {
    const { line, begin, together } = makeScene();
    const others = await together(2);
    const { ear, guest, listener } = begin({ ear: new Ear(1) });
    await settled();
    for (let round = 0; round < 3; round += 1) {
      line.add();
      line.add();
      await settled();
      ear.drain(1);
      await settled();
      ear.drain(1);
      await settled();
    }
    for (const other of others) other.listener.stop();
    await settled();
    expect([guest, ...others.map((other) => other.guest)].map(({ told }) => told)).toEqual([0, 1, 1]);
    listener.stop();
    expect(guest.told).toBe(1);
  });

  it('may end others when it is told', async () => {
    const { line, together, standing } = makeScene();
    const all = await together(3, () => ({ viewer: 'ben' }));
    const [first] = all;
    if (!first) throw new Error('Three were made');
    first.guest.gone = () => {
      first.guest.told += 1;
      for (const { listener } of all) listener.stop();
    };
    line.append({ last: ['ben'] });
    await settled();
    expect(all.map(({ guest, ear }) => [guest.told, ear.ends.length])).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
    expect(standing()).toEqual(nothing);
  });
});

describe('the guest of a walk along events', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  const unreadable = { type: 'Unheard', payload: {} };
  async function followed() {
    const node = makeNode();
    const guest = new Visitor();
    const walk = await node.feed.follow('Game', gameId, undefined);
    if (!walk) throw new Error('There is such a stream');
    walk.guest = guest;
    return { ...node, guest, walk };
  }

  it('is told when the walk is returned before anybody listens, once', async () => {
    const { walk, guest, feed } = await followed();
    await walk.return();
    expect(guest.told).toBe(1);
    await walk.return();
    expect(guest.told).toBe(1);
    expect(feed.size).toBe(0);
    feed.stop();
  });

  it('is told when whoever pulls it by itself meets what can’t be read', async () => {
    const { walk, guest, feed, append } = await followed();
    append(1, unreadable);
    await expect(walk.next()).rejects.toThrow('does not know');
    await walk.return();
    expect(guest.told).toBe(1);
    feed.stop();
  });

  it.each(['its stop', 'what can’t be read'])('is the listener’s, once there is one: %s', async (how) => {
    const { walk, guest, feed, append, database } = await followed();
    const fanout = new Fanout<{ seq: number }>();
    const question = { key: 'q', answer: () => ({ seq: database.stream(stream).head }) };
    const sink = { write: () => true, drained: () => Promise.resolve(), end: vi.fn<(error?: unknown) => void>() };
    const first = fanout.listen(walk, question, null, sink);
    expect(walk.guest).toBeUndefined();
    await settled();
    append();
    await settled();
    // The group goes on with a walk that brought a guest; the one that ends is not its listener.
    const other = await feed.follow('Game', gameId, undefined);
    if (!other) throw new Error('There is such a stream');
    const second = fanout.listen(other, question, null, { ...sink });
    await settled();
    expect(fanout.counts).toMatchObject({ groups: 1, members: 2 });
    second.stop();
    expect(guest.told).toBe(0);
    if (how === 'its stop') first.stop();
    else append(1, unreadable);
    await settled();
    expect(guest.told).toBe(1);
    expect(sink.end).toHaveBeenCalledTimes(how === 'its stop' ? 0 : 1);
    expect(feed.size).toBe(0);
    feed.stop();
  });

  it('does not come with forks', async () => {
    const { walk, guest, feed } = await followed();
    const fork = walk.fork(0);
    expect(fork.guest).toBeUndefined();
    await fork.return();
    expect(guest.told).toBe(0);
    await walk.return();
    expect(guest.told).toBe(1);
    feed.stop();
  });
});
