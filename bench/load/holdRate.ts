import type { Child } from '../fanout/calls.ts';
import type { Memory, ServerCalls } from '../requests/serverProcess.ts';
import type { ClientCalls } from './clientProcess.ts';
import { mostP99Ms } from './findRate.ts';
import type { TallySummary } from './tally.ts';

export interface Holding {
  client: Child<ClientCalls>;
  node: Child<ServerCalls>;
  /** Tried from the last one down. */
  rates: readonly number[];
  /** By `performance.now()`. */
  ends: number;
}

export interface Held {
  /** Asked for, and answered. */
  perSecond: number;
  answeredPerSecond: number;
  tally: TallySummary;
  /** `meanwhile`: resident, every ten seconds. */
  memory: { start: Memory; meanwhile: number[]; end: Memory };
  /** How busy the one thread of each was, more or less: of a core. */
  nodeBusy: number;
  clientBusy: number;
}

const lookSeconds = 10;

/**
 * Holds the highest rate for the rest of the time. When answers take too long after all, counting begins anew at the
 * next lower one.
 */
export async function holdRate({ client, node, rates, ends }: Holding): Promise<Held> {
  const left = [...rates];
  for (;;) {
    const perSecond = left.pop() ?? 1;
    console.log(`holding ${perSecond}/s for ${Math.max(0, (ends - performance.now()) / 1000).toFixed(0)} s`);
    const held = await hold({ client, node, perSecond, ends, mayGiveUp: left.length > 0 });
    if (held) return held;
    await client.call('rest');
  }
}

interface HoldingOne extends Omit<Holding, 'rates'> {
  perSecond: number;
  mayGiveUp: boolean;
}

/** Undefined: it could not be held. */
async function hold({ client, node, perSecond, ends, mayGiveUp }: HoldingOne): Promise<Held | undefined> {
  const start = await node.call('memoryCollected');
  const meanwhile: number[] = [];
  await client.call('hold');
  const before = { node: await node.call('cpuMs'), client: await client.call('cpuMs'), at: performance.now() };
  do {
    const seconds = Math.min(lookSeconds, Math.max(1, (ends - performance.now()) / 1000));
    await client.call('run', { perSecond, seconds });
    meanwhile.push((await node.call('memory')).resident);
    const { all } = await client.call('held');
    if (all.p99 >= mostP99Ms && mayGiveUp && performance.now() < ends) return undefined;
  } while (performance.now() < ends);
  const elapsedMs = performance.now() - before.at;
  const nodeBusy = ((await node.call('cpuMs')) - before.node) / elapsedMs;
  const clientBusy = ((await client.call('cpuMs')) - before.client) / elapsedMs;
  await client.call('rest');
  const tally = await client.call('held');
  const memory = { start, meanwhile, end: await node.call('memoryCollected') };
  const answeredPerSecond = (tally.all.count / elapsedMs) * 1000;
  return { perSecond, answeredPerSecond, tally, memory, nodeBusy, clientBusy };
}
