import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { startServer, type RunningServer } from '../../server/start.ts';
import { answerCalls } from '../fanout/calls.ts';
import { cpuMs } from '../fanout/processTime.ts';

/** What a server process can be asked. */
export interface ServerCalls {
  /** Where it answers. */
  port(): Promise<number>;
  /** Of this process since it began, user and system together, in milliseconds. */
  cpuMs(): number;
  memory(): Memory;
  /** The same after all that is garbage was collected, which stops the process for a while. */
  memoryCollected(): Promise<Memory>;
}

/** In bytes. */
export interface Memory {
  resident: number;
  heapUsed: number;
  heapTotal: number;
}

export interface RequestServer {
  port: number;
  stop(): Promise<void>;
}

const collections = 3;

/** A node of the product, set up by this process's environment. */
export async function startNode(): Promise<RunningServer> {
  const config = readConfig(process.env);
  const { databaseUrl } = config;
  if (databaseUrl === undefined) throw new RangeError('DATABASE_URL is not set');
  return startServer({ ...config, databaseUrl }, makeLog(config));
}

/** Makes this process a server of the benchmark, until whoever forked it lets go. */
export function serveRequests(server: RequestServer | Promise<RequestServer>): void {
  answerCalls<ServerCalls>(
    { port: async () => (await server).port, cpuMs, memory, memoryCollected },
    { ended: async () => (await server).stop() },
  );
}

function memory(): Memory {
  const { rss: resident, heapUsed, heapTotal } = process.memoryUsage();
  return { resident, heapUsed, heapTotal };
}

async function memoryCollected(): Promise<Memory> {
  for (let count = 0; count < collections; count += 1) {
    globalThis.gc?.();
    await sleep(50);
  }
  return memory();
}
