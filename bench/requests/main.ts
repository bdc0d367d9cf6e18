import { join } from 'node:path';
import { Child } from '../fanout/calls.ts';
import { openPeopledDatabase, type PeopledDatabase } from '../fanout/database.ts';
import { installPeers } from '../fanout/installPeers.ts';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import { watchMachine } from '../soak/machine.ts';
import type { ClientCalls } from './clientProcess.ts';
import { openShots, openUsualGame } from './games.ts';
import { measure, type Games, type Measured } from './measure.ts';
import { operations, type Operation } from './operations.ts';
import { median, printOperation, printRatios, ratiosOf } from './report.ts';
import type { ServerCalls } from './serverProcess.ts';

/** What is compared, in this order; ratios are ours to each other's. */
export const serverPrograms = {
  ours: 'ours.ts',
  mercurius: '../peers/mercuriusRequests.mjs',
  yoga: 'yoga.ts',
} as const;
export type ServerName = keyof typeof serverPrograms;
const servers = Object.keys(serverPrograms) as ServerName[];

export interface RequestsOptions {
  /** Of each measurement; there is one for each server, operation and round. */
  seconds: number;
  rounds: number;
}

/** A server that decides more throws than that is measured for a shorter time. */
const throwsPerSecond = 1_000;

/** Asks each server in turn, round after round. Prints medians; the last lines are the ratios. */
export function benchRequests(options: RequestsOptions): Promise<object> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, { seconds, rounds }: RequestsOptions): Promise<object> {
  await installPeers();
  const database = await lifetimes.hold(openPeopledDatabase, ({ close }) => close());
  const client = await lifetimes.hold(
    () => new Child<ClientCalls>(join(import.meta.dirname, 'clientProcess.ts'), { name: 'the client' }),
    (child) => child.end(),
  );
  const games = await withServer(lifetimes, database, 'ours', async (server) => {
    const port = await server.call('port');
    const gameId = await openUsualGame(port, database.tokens);
    return { gameId, shots: await openShots(port, database.tokens, seconds * throwsPerSecond) };
  });
  const machine = watchMachine();
  const measured: Measured[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of rotated(servers, round - 1)) {
      measured.push(...(await measureServer({ lifetimes, database, client, games, seconds, name })));
      console.log(`round ${round}: ${name} measured`);
    }
  }
  const rows = operations.flatMap((operation) => servers.map((name) => summary(measured, name, operation)));
  for (const operation of operations) printOperation(rows.filter((row) => row.operation === operation));
  const ratios = ratiosOf(rows);
  const { cores, busy } = machine();
  console.log(`${cores} cores, ${Math.round(busy * 100)} % busy in all; server, database and client shared them`);
  printRatios(ratios);
  if (rows.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
  return { rows, ratios, rounds: measured, cores, busy };
}

interface Turn {
  lifetimes: Lifetimes;
  database: PeopledDatabase;
  client: Child<ClientCalls>;
  games: Games;
  seconds: number;
  name: ServerName;
}

function measureServer({ lifetimes, database, client, games, seconds, name }: Turn): Promise<Measured[]> {
  return withServer(lifetimes, database, name, async (server) => {
    const results: Measured[] = [];
    for (const operation of operations) {
      results.push(await measure({ server, name, client, database, operation, games, seconds }));
    }
    return results;
  });
}

/** A server, in a process that lives as long as `work` takes. */
async function withServer<Result>(
  lifetimes: Lifetimes,
  { env }: PeopledDatabase,
  name: ServerName,
  work: (server: Child<ServerCalls>) => Promise<Result>,
): Promise<Result> {
  const program = join(import.meta.dirname, serverPrograms[name]);
  const server = await lifetimes.hold(
    () => new Child<ServerCalls>(program, { name, env }),
    (child) => child.end(),
  );
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function summary(measured: readonly Measured[], server: string, operation: Operation): Measured {
  const those = measured.filter((one) => one.server === server && one.operation === operation);
  const of = (figure: (one: Measured) => number) => median(those.map((one) => figure(one)));
  return {
    server,
    operation,
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    cpuUs: of(({ cpuUs }) => cpuUs),
    clientBusy: of(({ clientBusy }) => clientBusy),
    wrong: those.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

/** So that none always comes first. */
function rotated<Value>(values: readonly Value[], by: number): Value[] {
  const at = by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}
