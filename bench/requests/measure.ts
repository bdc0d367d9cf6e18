import type { Child } from '../fanout/calls.ts';
import type { PeopledDatabase } from '../fanout/database.ts';
import type { ClientCalls } from './clientProcess.ts';
import { takeBack } from './games.ts';
import type { Operation, Shot } from './operations.ts';
import type { ServerCalls } from './serverProcess.ts';

/** What is there to be asked for. */
export interface Games {
  /** Of the game that is read. */
  gameId: string;
  shots: Shot[];
}

export interface Measuring {
  server: Child<ServerCalls>;
  name: string;
  client: Child<ClientCalls>;
  database: PeopledDatabase;
  operation: Operation;
  games: Games;
  seconds: number;
}

export interface Measured {
  server: string;
  operation: Operation;
  /** Of right answers. */
  perSecond: number;
  /** Milliseconds, of all answers. */
  p50: number;
  p99: number;
  /** Microseconds of the server's processor for each answer. */
  cpuUs: number;
  /** How busy the one thread of the client was: near 1, it was the limit. */
  clientBusy: number;
  /** Answers that were not what was asked for, refused throws among them. */
  wrong: number;
}

const connections = 32;
const warmSeconds = 1.5;

/** One operation on one server that has been asked the same for a while. */
export async function measure(options: Measuring): Promise<Measured> {
  const { server, name, client, database, operation, games, seconds } = options;
  const load = {
    port: await server.call('port'),
    operation,
    tokens: database.tokens.slice(0, connections),
    gameId: games.gameId,
    shots: operation === 'throwBall' ? games.shots : [],
  };
  await client.call('load', { ...load, seconds: Math.min(warmSeconds, seconds) });
  if (operation === 'throwBall') await takeBack(database.url);
  const before = await server.call('cpuMs');
  const loaded = await client.call('load', { ...load, seconds });
  const used = (await server.call('cpuMs')) - before;
  if (operation === 'throwBall') await takeBack(database.url);
  const { answered, wrong, example, elapsedMs, latency, cpuMs } = loaded;
  if (wrong > 0) console.log(`  ${name}, ${operation}: ${wrong} answers were wrong, as this one: ${example}`);
  return {
    server: name,
    operation,
    perSecond: (answered / elapsedMs) * 1000,
    p50: latency.p50,
    p99: latency.p99,
    cpuUs: (used / (answered + wrong)) * 1000,
    clientBusy: cpuMs / elapsedMs,
    wrong,
  };
}
