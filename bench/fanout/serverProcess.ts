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
  cpuMs(): number;
  resident(): Promise<number>;
}

export interface FanoutServer {
  hello(kind: Kind): Hello | Promise<Hello>;
  publish: Publish;
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
      cpuMs,
      resident,
    },
    {
      onNote: (events) => void publisher.then((publisher) => publisher.received(events)),
      ended: async () => (await server).stop?.(),
    },
  );
}

/** Of this process, in bytes, after all that is garbage was collected. */
export async function resident(): Promise<number> {
  for (let count = 0; count < collections; count += 1) {
    globalThis.gc?.();
    await sleep(50);
  }
  return process.memoryUsage().rss;
}
