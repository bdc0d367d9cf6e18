import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildPage } from '../../server/buildPage.ts';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { startEmbeddedPostgres } from '../../server/embedded/postgres.ts';
import { GraphQLClient } from '../graphqlClient.ts';
import { openTable } from '../hotGame.ts';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import { publicUrl } from '../soak/cluster.ts';
import { watchMachine } from '../soak/machine.ts';
import { NodeProcess } from '../soak/nodeProcess.ts';
import { makePeople } from '../soak/people.ts';
import { busyTable, type BusyTable } from './busyTable.ts';
import { screenFigures, type ScreenFigures } from './screen.ts';

export interface WebOptions {
  /** How long the busy table is watched. */
  seconds: number;
  /** How often each screen is opened; medians are shown. */
  rounds: number;
}

export interface WebResult {
  screens: ScreenFigures[];
  table: BusyTable;
  /** How many times slower the browser's processor was made. */
  slowed: number;
  cores: number;
  busy: number;
}

const slowed = 4;
const seats = 8;
const eventsPerSecond = 50;

/** The page in a browser whose processor is slowed: how soon it is there and answers, and a table where much happens. */
export function benchWeb(options: WebOptions): Promise<WebResult> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, { seconds, rounds }: WebOptions): Promise<WebResult> {
  await buildPage((line) => console.log(line));
  const folder = await lifetimes.hold(
    () => mkdtemp(join(tmpdir(), 'cupbearer-bench-')),
    (path) => rm(path, { recursive: true, force: true }),
  );
  await chmod(folder, 0o755);
  const postgres = await lifetimes.hold(
    () => startEmbeddedPostgres({ dataDir: folder }),
    (started) => started.stop(),
  );
  const port = await findFreePort();
  const node = await lifetimes.hold(
    () =>
      new NodeProcess('the node', port, {
        DATABASE_URL: postgres.url,
        PUBLIC_URL: publicUrl,
        PAGE: 'true',
        LIMITS: 'requestsPerAddress=10000000/10,operationsPerUser=1000000/10',
      }),
    (started) => started.stop('SIGTERM'),
  );
  const people = await makePeople(postgres.url, seats, 3_600_000);
  await node.start();
  const client = await lifetimes.hold(
    () => new GraphQLClient(node.url),
    (opened) => opened.close(),
  );
  const browser = await lifetimes.hold(
    () => chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] }),
    (launched) => launched.close(),
  );
  const machine = watchMachine();
  const { gameId, ids } = await openTable(client, people);
  const asked = { browser, url: node.url, token: people[0] ?? '', client, slowed };
  const screens: ScreenFigures[] = [];
  for (const [name, path] of [
    ['entrance', null],
    ['lobby', '/'],
    ['table', `/tables/${gameId}`],
  ] as const) {
    screens.push(await screenFigures(asked, { name, path, rounds }));
  }
  console.table(screens);
  const table = await busyTable(asked, { gameId, people, cups: ids, seconds, eventsPerSecond });
  console.table([table]);
  const { cores, busy } = machine();
  console.log(
    `${cores} cores, ${Math.round(busy * 100)} % busy in all; the browser's processor was slowed ${slowed} times`,
  );
  return { screens, table, slowed, cores, busy };
}
