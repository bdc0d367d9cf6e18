import { setTimeout as sleep } from 'node:timers/promises';
import { answerCalls } from './calls.ts';
import type { Kind } from './kinds.ts';
import { cpuMs } from './processTime.ts';
import { Publisher, type FullLoad, type Publish, type Published, type SteadyLoad } from './publisher.ts';

/** How listeners reach a server and what they say to it. */
export interface Hello {
  protocol: 'ws' | 'graphql' | 'socket.io' | 'colyseus';
  port: number;
  path: string;
  /** What a GraphQL listener subscribes with. */
  subscribe?: { query: string; variables: object };
}

/** What a server process can be asked. */
export interface ServerCalls {
  hello(kind: Kind): Promise<Hello>;
  publish(kind: Kind): Promise<void>;
  steady(load: SteadyLoad): Promise<Published>;
  full(load: FullLoad): Promise<Published>;
  /** Does so many times what comes before an event is sent, and is no part of it; zero milliseconds where nothing does. */
  storeMs(load: { kind: Kind; events: number }): Promise<number>;
  cpuMs(): number;
  resident(): Promise<number>;
}

export interface FanoutServer {
  hello(kind: Kind): Hello | Promise<Hello>;
  publish: Publish;
  /** Stores an event that nobody listens to. */
  store?(kind: Kind): Promise<unknown>;
  stop?(): Promise<void>;
}

const collections = 3;

/** Makes this process a server of the benchmark, until whoever forked it lets go. */
export function serveFanout(server: FanoutServer | Promise<FanoutServer>): void {
  const publisher = Promise.resolve(server).then(({ publish }) => new Publisher(publish));
  answerCalls<ServerCalls>(
    {
      hello: async (kind) => (await server).hello(kind),
      publish: async (kind) => void (await (await server).publish(kind)),
      steady: async (load) => (await publisher).steady(load),
      full: async (load) => (await publisher).full(load),
      storeMs: async (load) => storeMs(await server, load),
      cpuMs,
      resident,
    },
    {
      onNote: (events) => void publisher.then((publisher) => publisher.received(events)),
      ended: async () => (await server).stop?.(),
    },
  );
}

/** Milliseconds of processor for each event. */
async function storeMs({ store }: FanoutServer, { kind, events }: { kind: Kind; events: number }): Promise<number> {
  if (!store) return 0;
  const before = cpuMs();
  for (let count = 0; count < events; count += 1) await store(kind);
  return (cpuMs() - before) / events;
}

/** Of this process, in bytes, after all that is garbage was collected. */
export async function resident(): Promise<number> {
  for (let count = 0; count < collections; count += 1) {
    globalThis.gc?.();
    await sleep(50);
  }
  return process.memoryUsage().rss;
}
