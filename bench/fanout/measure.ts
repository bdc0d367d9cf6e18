import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { Percentiles } from '../percentiles.ts';
import { Child } from './calls.ts';
import type { Counted } from './audience.ts';
import type { ClientCalls } from './clientProcess.ts';
import type { Kind } from './kinds.ts';
import type { Published } from './publisher.ts';
import type { ServerCalls } from './serverProcess.ts';

export interface Measuring {
  /** The server's program, and what its environment holds. */
  program: string;
  env?: Record<string, string>;
  name: string;
  kind: Kind;
  listeners: number;
  /** Of the steady rate, and again as fast as it goes. */
  seconds: number;
  tokens?: string[];
}

export interface FanoutResult {
  /** Bytes resident for each of the second half of listeners, while they wait. */
  bytesPerListener: number;
  steady: SteadyResult;
  full: FullResult;
}

export interface SteadyResult {
  /** From when an event was due until a listener had it, in milliseconds; and from when it was stored. */
  latency: Percentiles;
  sinceStored: Percentiles;
  /** Milliseconds of the server's processor for 1,000 deliveries. */
  cpuMs: number;
  /** Events that were left out, as server or listeners were seconds behind. */
  skipped: number;
}

export interface FullResult {
  /** Of one message. */
  bytes: number;
  deliveriesPerSecond: number;
  cpuMs: number;
  /** Less what it took to store the events, which a node does and other servers don't. */
  cpuMsToDeliver: number;
  /** How busy the one thread of the client was: near 1, it was the limit. */
  clientBusy: number;
}

export const clientProgram = join(import.meta.dirname, 'clientProcess.ts');
export const perSecond = 10;
const atOnce = 100;
const warmListeners = 20;
const warmSeconds = 0.7;
const settleMs = 400;
const probes = 30;
/** Of the time; above it, a server has something to do. */
const mostAtRest = 0.25;
/** Deliveries between two notes of the client: few enough to cost nothing. */
const deliveriesPerNote = 1_000;
const notesUnderWay = 4;
const storedEvents = 500;

type Server = Child<ServerCalls>;
type Client = Child<ClientCalls>;

/** One server, one payload, so many listeners: a process for each end, that live as long as this takes. */
export async function measure(options: Measuring): Promise<FanoutResult> {
  const { program, env = {}, name, kind, listeners, seconds, tokens } = options;
  const server: Server = new Child(program, { name, env });
  const client: Client = new Child(clientProgram, { name: 'the client' });
  client.onNote = (events) => server.note(events);
  const bench = new Bench(server, client, kind);
  try {
    await bench.connect(warmListeners, tokens);
    await bench.reach();
    await bench.disconnect();
    // The first half also takes what a process takes once.
    const half = Math.floor(listeners / 2);
    const before = await bench.residentWith(half, tokens);
    const bytesPerListener = ((await bench.residentWith(listeners - half, tokens)) - before) / (listeners - half);
    await bench.reach();
    await bench.full(warmSeconds);
    const steady = await bench.steady(seconds);
    const full = await bench.full(seconds);
    return { bytesPerListener, steady, full };
  } finally {
    await Promise.all([server.end(), client.end()]);
  }
}

/** A server with its listeners. */
class Bench {
  readonly #server: Server;
  readonly #client: Client;
  readonly #kind: Kind;
  #listeners = 0;

  constructor(server: Server, client: Client, kind: Kind) {
    this.#server = server;
    this.#client = client;
    this.#kind = kind;
  }

  async connect(listeners: number, tokens: string[] | undefined): Promise<void> {
    const hello = await this.#server.call('hello', this.#kind);
    await this.#client.call('connect', { hellos: [hello], listeners, atOnce, ...(tokens && { tokens }) });
    this.#listeners += listeners;
  }

  async disconnect(): Promise<void> {
    await this.#client.call('disconnect');
    this.#listeners = 0;
    await sleep(settleMs);
  }

  /** What the server takes with so many more listeners. */
  async residentWith(listeners: number, tokens: string[] | undefined): Promise<number> {
    await this.connect(listeners, tokens);
    await sleep(settleMs);
    return this.#server.call('resident');
  }

  /** Resolves once everyone is known to listen: a subscription is taken up a while after it was asked for. */
  async reach(): Promise<void> {
    await this.#client.call('count', { every: Infinity, timed: 0 });
    for (let tries = 0; tries < probes; tries += 1) {
      await this.#server.call('publish', this.#kind);
      await this.#rest();
      if ((await this.#client.call('reached')) === this.#listeners) return;
    }
    const heard = await this.#client.call('reached');
    throw new Error(`${this.#listeners - heard} of ${this.#listeners} listeners hear nothing`);
  }

  async steady(seconds: number): Promise<SteadyResult> {
    await this.#client.call('count', { every: 1, timed: Math.ceil(seconds * perSecond) });
    const cpu = await this.#server.call('cpuMs');
    const published = await this.#server.call('steady', { kind: this.#kind, perSecond, seconds });
    const { deliveries } = await this.#everyone(published);
    const used = (await this.#server.call('cpuMs')) - cpu;
    return {
      latency: await this.#client.call('latencies', { streams: 1, at: published.asked }),
      sinceStored: await this.#client.call('latencies', { streams: 1, at: published.sent }),
      cpuMs: (used / deliveries) * 1000,
      skipped: published.skipped,
    };
  }

  async full(seconds: number): Promise<FullResult> {
    const every = Math.max(1, Math.round(deliveriesPerNote / this.#listeners));
    await this.#client.call('count', { every, timed: 0 });
    const cpu = await this.#server.call('cpuMs');
    const clientCpu = await this.#client.call('cpuMs');
    const load = { kind: this.#kind, seconds, window: every * notesUnderWay };
    const published = await this.#server.call('full', load);
    const { deliveries, bytes, lastAt } = await this.#everyone(published);
    const used = (await this.#server.call('cpuMs')) - cpu;
    const clientUsed = (await this.#client.call('cpuMs')) - clientCpu;
    const storeMs = await this.#server.call('storeMs', { kind: this.#kind, events: storedEvents });
    const tookMs = lastAt - (published.asked[0] ?? lastAt);
    return {
      bytes: bytes / deliveries,
      deliveriesPerSecond: (deliveries / tookMs) * 1000,
      cpuMs: (used / deliveries) * 1000,
      cpuMsToDeliver: ((used - storeMs * published.asked.length) / deliveries) * 1000,
      clientBusy: clientUsed / tookMs,
    };
  }

  /** Resolves once nothing is on its way: a server may be at work for long before the first listener hears of it. */
  async #rest(): Promise<void> {
    for (let busy = Infinity; busy > mostAtRest;) {
      const cpu = await this.#server.call('cpuMs');
      await this.#client.call('quiet', settleMs);
      busy = ((await this.#server.call('cpuMs')) - cpu) / settleMs;
    }
  }

  async #everyone({ asked }: Published): Promise<Counted> {
    const expected = asked.length * this.#listeners;
    const counted = await this.#client.call('all', expected);
    await this.#client.call('quiet', settleMs / 2);
    if (counted.deliveries === expected && counted.lost === 0) return counted;
    throw new Error(`${counted.deliveries} deliveries instead of ${expected}; ${counted.lost} listeners were cut off`);
  }
}
