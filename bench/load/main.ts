import { join } from 'node:path';
import { Child } from '../fanout/calls.ts';
import { openPeopledDatabase } from '../fanout/database.ts';
import { requireFiles } from '../fanout/fileLimit.ts';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import type { ServerCalls } from '../requests/serverProcess.ts';
import { watchMachine } from '../soak/machine.ts';
import type { ClientCalls } from './clientProcess.ts';
import { holdRate } from './holdRate.ts';
import { makeUsers } from './people.ts';
import { findRate } from './findRate.ts';
import { printHeld } from './report.ts';

export interface LoadOptions {
  minutes: number;
  users: number;
}

/** A socket and, at most, a connection for requests. */
const socketsPerUser = 2;
const moreLimits = 'operationsPerService=1000000/10';
const warmPerSecond = 50;
const warmSeconds = 4;

/** So many users at ever higher rates, then at the highest that was good for the rest of the time. Prints as it goes. */
export function benchLoad(options: LoadOptions): Promise<object> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, { minutes, users: count }: LoadOptions): Promise<object> {
  await requireFiles(count * socketsPerUser);
  const database = await lifetimes.hold(openPeopledDatabase, ({ close }) => close());
  const env = { ...database.env, LIMITS: `${database.env['LIMITS']},${moreLimits}` };
  const node = await lifetimes.hold(
    () => new Child<ServerCalls>(join(import.meta.dirname, '../requests/ours.ts'), { name: 'the node', env }),
    (child) => child.end(),
  );
  const client = await lifetimes.hold(
    () => new Child<ClientCalls>(join(import.meta.dirname, 'clientProcess.ts'), { name: 'the client' }),
    (child) => child.end(),
  );
  const port = await node.call('port');
  const crowd = await makeUsers({ databaseUrl: database.url, url: `http://127.0.0.1:${port}` }, count);
  const { tables, streams } = await client.call('gather', { port, ...crowd });
  console.log(`${count} users at ${tables} tables, ${streams} live streams`);
  await client.call('run', { perSecond: warmPerSecond, seconds: warmSeconds });
  const ends = performance.now() + minutes * 60_000;
  const rates = await findRate(client, minutes * 60);
  const machine = watchMachine();
  const held = await holdRate({ client, node, rates, ends });
  const { cores, busy } = machine();
  printHeld(held);
  console.log(`${cores} cores, ${Math.round(busy * 100)} % busy in all; node, database and client shared them`);
  if (held.tally.failed > 0) process.exitCode = 1;
  return { users: count, tables, streams, ...held, cores, busy };
}
