import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openBus, processBus, type Bus } from '../../server/bus.ts';
import { makeLog } from '../../server/log.ts';
import { eventually } from '../harness/deferred.ts';

const redisUrl = inject('redisUrl');
const log = makeLog({ logLevel: 'silent' });
const onRedis = (prefix: string) => openBus({ ...(redisUrl && { redisUrl }), redisPrefix: prefix }, log);
const buses: Record<string, (prefix: string) => Bus> = {
  'in this process': () => processBus(),
  ...(redisUrl && { 'over Redis': onRedis }),
};

/** Everything a channel brought. */
async function listen({ engine }: Bus, channel: string) {
  const heard: unknown[] = [];
  const subscription = await engine.subscribe(channel, (message: unknown) => void heard.push(message), {});
  const has = (count: number) =>
    eventually(
      `${count} messages`,
      () => heard,
      ({ length }) => length >= count,
    );
  return { heard, has, stop: () => engine.unsubscribe(subscription) };
}

describe.each(Object.entries(buses))('a bus %s', (_name, make) => {
  async function open(prefix = `test-${randomUUID()}:`): Promise<Bus> {
    const bus = make(prefix);
    onTestFinished(() => bus.close());
    await eventually('The bus', bus.health, (health) => health !== 'down');
    return bus;
  }

  it('brings what is published to all who listen, in order', async () => {
    const bus = await open();
    const listeners = await Promise.all([listen(bus, 'a'), listen(bus, 'a'), listen(bus, 'a')]);
    const sent = Array.from({ length: 100 }, (_, index) => `message ${index}`);
    for (const message of sent) await bus.engine.publish('a', message);
    for (const { has } of listeners) expect(await has(100)).toEqual(sent);
  });

  it.each(['', '42', 'null', '"quoted"', '{"a":1}', 'ä 😀 \u0000 \n', 'x'.repeat(300_000)])(
    'brings a text as it is: %j',
    async (text) => {
      const bus = await open();
      const { has } = await listen(bus, 'a');
      await bus.engine.publish('a', text);
      expect(await has(1)).toEqual([text]);
    },
  );

  it('brings nothing of another channel', async () => {
    const bus = await open();
    const [one, other] = [await listen(bus, 'Game:1'), await listen(bus, 'Game:2')];
    for (const channel of ['Game:10', 'Game', 'game:1', 'Game:1:', 'Game:*', 'Game:2']) {
      await bus.engine.publish(channel, channel);
    }
    await bus.engine.publish('Game:1', 'last');
    expect(await one.has(1)).toEqual(['last']);
    expect(await other.has(1)).toEqual(['Game:2']);
  });

  it('brings nothing of another prefix', async () => {
    const [one, other] = [await open('one:'), await open('another:')];
    const [here, there] = [await listen(one, 'a'), await listen(other, 'a')];
    await one.engine.publish('a', 'here');
    await other.engine.publish('a', 'there');
    expect(await here.has(1)).toEqual(['here']);
    expect(await there.has(1)).toEqual(['there']);
  });

  it('brings nothing to who has stopped, and goes on for the others', async () => {
    const bus = await open();
    const [stays, goes] = [await listen(bus, 'a'), await listen(bus, 'a')];
    await bus.engine.publish('a', 'before');
    await Promise.all([stays.has(1), goes.has(1)]);
    goes.stop();
    await bus.engine.publish('a', 'after');
    expect(await stays.has(2)).toEqual(['before', 'after']);
    expect(goes.heard).toEqual(['before']);
  });

  it('goes on for who comes as the last one leaves', async () => {
    const bus = await open();
    for (let turn = 0; turn < 20; turn += 1) {
      const old = await listen(bus, 'a');
      old.stop();
      const fresh = await listen(bus, 'a');
      await bus.engine.publish('a', `turn ${turn}`);
      expect(await fresh.has(1)).toEqual([`turn ${turn}`]);
      expect(old.heard).toEqual([]);
      fresh.stop();
    }
  });

  it('serves many channels', async () => {
    const bus = await open();
    const channels = Array.from({ length: 500 }, (_, index) => `Game:${index}`);
    const listeners = await Promise.all(channels.map((channel) => listen(bus, channel)));
    await Promise.all(channels.map((channel) => bus.engine.publish(channel, channel)));
    for (const [index, { has }] of listeners.entries()) expect(await has(1)).toEqual([channels[index]]);
    for (const { stop } of listeners) stop();
  });

  it('once closed is used without harm, and closes again', async () => {
    const bus = await open();
    const { stop } = await listen(bus, 'a');
    await bus.close();
    await bus.engine.publish('a', 'late').catch(() => undefined);
    void bus.engine.subscribe('b', () => undefined, {}).catch(() => undefined);
    expect(stop).not.toThrow();
    await bus.close();
  });
});
