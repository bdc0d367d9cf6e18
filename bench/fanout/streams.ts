import { join } from 'node:path';
import type { Percentiles } from '../percentiles.ts';
import { Child } from './calls.ts';
import type { ClientCalls } from './clientProcess.ts';
import { openPeopledDatabase } from './database.ts';
import { requireFiles } from './fileLimit.ts';
import type { ManyGamesCalls } from './manyGames.ts';
import { clientProgram } from './measure.ts';

const program = join(import.meta.dirname, 'manyGames.ts');
const games = 1_000;
const listenersEach = 3;
const atOnce = 100;
const warmSeconds = 2;

export interface StreamsResult {
  games: number;
  listeners: number;
  eventsPerSecond: number;
  /** Milliseconds of the node's processor for 1,000 deliveries: all of it, and what listeners add to it. */
  cpuMs: number;
  cpuMsOfListeners: number;
  /** From when an event was due until a listener had it; and from when it was stored. Milliseconds. */
  latency: Percentiles;
  sinceStored: Percentiles;
}

/** Many games with a few listeners each, and an event a second in each. Prints what came of it. */
export async function benchStreams(seconds: number): Promise<StreamsResult> {
  const listeners = games * listenersEach;
  await requireFiles(listeners);
  const { env, tokens, close } = await openPeopledDatabase();
  const server = new Child<ManyGamesCalls>(program, { name: 'ours', env });
  const client = new Child<ClientCalls>(clientProgram, { name: 'the client' });
  try {
    console.log(`\nOpening ${games.toLocaleString('en')} games`);
    await server.call('open', games);
    await server.call('play', warmSeconds);
    const alone = await playing(server, seconds);
    await client.call('connect', { hellos: await server.call('hellos'), listeners, atOnce, tokens });
    await server.call('play', warmSeconds);
    await client.call('quiet', 500);
    if ((await client.call('reached')) < listeners) throw new Error('Not all listeners hear their game');
    await client.call('count', { every: Infinity, timed: seconds });
    const beside = await playing(server, seconds);
    const deliveries = listeners * seconds;
    const counted = await client.call('all', deliveries);
    if (counted.deliveries !== deliveries) throw new Error(`${counted.deliveries} deliveries instead of ${deliveries}`);
    const result = {
      games,
      listeners,
      eventsPerSecond: beside.eventsPerSecond,
      cpuMs: (beside.cpuMs / deliveries) * 1000,
      cpuMsOfListeners: ((beside.cpuMs - alone.cpuMs) / deliveries) * 1000,
      latency: await client.call('latencies', { streams: games, at: beside.asked }),
      sinceStored: await client.call('latencies', { streams: games, at: beside.sent }),
    };
    print(result);
    return result;
  } finally {
    await Promise.all([server.end(), client.end()]);
    await close();
  }
}

async function playing(server: Child<ManyGamesCalls>, seconds: number) {
  const cpu = await server.call('cpuMs');
  const { asked, sent } = await server.call('play', seconds);
  const lastAt = sent.reduce((latest, at) => Math.max(latest, at), 0);
  const eventsPerSecond = (sent.length / (lastAt - (asked[0] ?? 0))) * 1000;
  return { asked, sent, eventsPerSecond, cpuMs: (await server.call('cpuMs')) - cpu };
}

function print({ eventsPerSecond, cpuMs, cpuMsOfListeners, latency, sinceStored }: StreamsResult): void {
  console.log(
    `${games.toLocaleString('en')} games with ${listenersEach} listeners each, ${eventsPerSecond.toFixed(0)} events a second: ` +
      `${cpuMs.toFixed(1)} ms of CPU for 1,000 deliveries with all it takes to append them, ` +
      `${cpuMsOfListeners.toFixed(1)} ms more than without listeners; ` +
      `p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms; ` +
      `since they were stored ${sinceStored.p50.toFixed(1)} and ${sinceStored.p99.toFixed(1)} ms`,
  );
}
