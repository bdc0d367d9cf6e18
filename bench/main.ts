import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePort } from '../server/embedded/freePort.ts';
import { startEmbeddedPostgres } from '../server/embedded/postgres.ts';
import { benchBattle } from './battle/main.ts';
import { benchFanout } from './fanout/main.ts';
import { isPeer, peers } from './fanout/peers.ts';
import { benchStorm } from './fanout/storm.ts';
import { benchStreams } from './fanout/streams.ts';
import { hotGame } from './hotGame.ts';
import { idleSubscribers } from './idle.ts';
import { latenessWithin, openWindows } from './lateness.ts';
import { benchLoad } from './load/main.ts';
import { Pgbench } from './pgbench.ts';
import { benchRequests } from './requests/main.ts';
import { watchMachine } from './soak/machine.ts';
import { benchQuiz } from './quiz/main.ts';
import { benchRooms } from './quiz/rooms.ts';
import { benchScores } from './scores/main.ts';
import { NodeProcess } from './soak/nodeProcess.ts';
import { makePeople } from './soak/people.ts';
import { publicUrl } from './soak/cluster.ts';
import { throwCycles } from './throwCycles.ts';
import { benchWeb } from './web/main.ts';

const usage = `npm run bench [-- throws|hot|lateness|idle|scores|streams|storm|fanout|requests|load|quiz|battle|web ...] [-- --seconds N] [-- --json FILE]

Starts a PostgreSQL and a node of its own, measures, prints tables. Without names: throws, hot, lateness and idle.
  scores   fills a board of a million entries (--entries N) and needs redis-server
  idle     --subscribers N, 1000 when left out
  streams  1,000 games with 3 listeners and an event a second each
  storm    5,000 listeners of one game cut off at once (--subscribers N)
  fanout   one stream with many listeners, beside other servers
             --listeners 100,1000,5000
             --peers ${peers.join(',')}
             --seconds N, 4 when left out, at a steady rate and again at full speed
  requests trivial query, game and throwBall over 32 connections, beside Mercurius and Yoga
             --rounds N, 3 when left out, of which the medians are shown
             --seconds N, 4 when left out, for each server, operation and round
  load     1,000 users who read, play, score and follow streams, at the highest rate that is held
             --minutes N, 5 when left out
  quiz     a room of 1,000 players who all join at once and answer every question within two seconds
             --players N, --questions N, 10 when left out
             --http, so that mutations do not go over the players' sockets
             --profile FOLDER, for what the node's processor time was spent on
             --rooms N, for so many rooms of five (--players) on two nodes instead, twice: the second time one is killed
             --no-redis, for nodes without one
  battle   a battle of 1,000 fighters on two nodes, 500 points events a second and 200 listeners; then 100 short ones
             --players N, --subscribers N, --seconds N, 30 when left out, --battles N
  web      the page in a Chromium (/usr/bin/chromium, or CHROMIUM) whose processor is slowed four times: its first paint and how
           it answers, and a table with 50 events a second
             --seconds N, 60 when left out, --rounds N, 3 when left out`;

const cpuSeconds = 'cupbearer_process_cpu_seconds_total';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    json: { type: 'string' },
    entries: { type: 'string', default: '1000000' },
    subscribers: { type: 'string' },
    listeners: { type: 'string', default: '100,1000,5000' },
    peers: { type: 'string', default: peers.join(',') },
    rounds: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '5' },
    players: { type: 'string' },
    questions: { type: 'string', default: '10' },
    http: { type: 'boolean', default: false },
    profile: { type: 'string' },
    rooms: { type: 'string' },
    battles: { type: 'string', default: '100' },
    'no-redis': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const usual = ['throws', 'hot', 'lateness', 'idle'];
const known = new Set([...usual, 'scores', 'streams', 'storm', 'fanout', 'requests', 'load', 'quiz', 'battle', 'web']);
const chosenPeers = values.peers.split(',').filter((name) => isPeer(name));
const listeners = values.listeners.split(',').map(Number);
const understood =
  positionals.every((name) => known.has(name)) &&
  chosenPeers.length === values.peers.split(',').length &&
  listeners.every((count) => Number.isInteger(count) && count > 1) &&
  [values.rounds, values.minutes].every((count) => Number(count) > 0) &&
  [values.players, values.questions, values.rooms, values.battles].every(
    (count) => count === undefined || Number(count) > 0,
  );
if (values.help || !understood) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}
const asked = new Set(positionals.length > 0 ? positionals : usual);
const seconds = Number(values.seconds ?? 8);
const results: Record<string, unknown> = {};

if (asked.has('scores')) results['scores'] = await benchScores({ seconds, entries: Number(values.entries) });
if (usual.some((name) => asked.has(name))) await benchNode();
if (asked.has('streams')) results['streams'] = await benchStreams(seconds);
if (asked.has('storm')) results['storm'] = await benchStorm(Number(values.subscribers ?? 5_000));
if (asked.has('fanout')) {
  results['fanout'] = await benchFanout({
    listeners,
    seconds: Number(values.seconds ?? 4),
    peers: chosenPeers,
  });
}
if (asked.has('requests')) {
  results['requests'] = await benchRequests({ seconds: Number(values.seconds ?? 4), rounds: Number(values.rounds) });
}
if (asked.has('load')) results['load'] = await benchLoad({ minutes: Number(values.minutes), users: 1_000 });
if (asked.has('quiz')) {
  const { http, profile } = values;
  const questions = Number(values.questions);
  results['quiz'] = values.rooms
    ? await benchRooms({
        rooms: Number(values.rooms),
        players: Number(values.players ?? 5),
        questions,
        redis: !values['no-redis'],
        profile,
      })
    : await benchQuiz({ players: Number(values.players ?? 1_000), questions, http, profile });
}
if (asked.has('battle')) {
  results['battle'] = await benchBattle({
    fighters: Number(values.players ?? 1_000),
    listeners: Number(values.subscribers ?? 200),
    seconds: Number(values.seconds ?? 30),
    rate: 500,
    battles: Number(values.battles),
  });
}
if (asked.has('web')) {
  results['web'] = await benchWeb({ seconds: Number(values.seconds ?? 60), rounds: Number(values.rounds) });
}
if (values.json) await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);

async function benchNode(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cupbearer-bench-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  const node = new NodeProcess('the node', await findFreePort(), {
    DATABASE_URL: postgres.url,
    PUBLIC_URL: publicUrl,
    LIMITS:
      'requestsPerAddress=10000000/10,operationsPerUser=1000000/10,messagesPerSocket=100000/10,socketsPerUser=100000',
  });
  const machine = watchMachine();
  try {
    const people = await makePeople(postgres.url, 128, 3_600_000);
    await node.start();
    // First, while the node has not yet grown by anything else.
    if (asked.has('idle')) {
      const subscribers = Number(values.subscribers ?? 1_000);
      const idle = await idleSubscribers({ url: node.url, people, subscribers, seconds });
      results['idle'] = idle;
      console.log(
        `${subscribers.toLocaleString('en')} idle subscribers: ${(idle.bytesEach / 1024).toFixed(1)} KiB each; ` +
          `mutations meanwhile p50 ${idle.beside.p50.toFixed(1)} ms, p99 ${idle.beside.p99.toFixed(1)} ms; ` +
          `before p50 ${idle.alone.p50.toFixed(1)} ms, p99 ${idle.alone.p99.toFixed(1)} ms`,
      );
    }
    if (asked.has('throws')) {
      const pgbenchUrl = new URL(postgres.url);
      pgbenchUrl.pathname = '/postgres';
      const pgbench = await Pgbench.on(pgbenchUrl.href);
      if (!pgbench)
        console.log('pgbench is not here, so there is nothing to compare with (Debian: postgresql-contrib).');
      const rows = [];
      for (const clients of [1, 16, 64]) {
        const pairs = Array.from({ length: clients }, (_, pair) => ({
          thrower: people[2 * pair] ?? '',
          challenger: people[2 * pair + 1] ?? '',
        }));
        const before = await node.counter(cpuSeconds);
        const result = await throwCycles({ url: node.url, pairs, seconds });
        const cpuMs = ((await node.counter(cpuSeconds)) - before) * 1000;
        const cpuMsEach = cpuMs / (result.mutationsPerSecond * seconds);
        const transactions = (await pgbench?.transactionsPerSecond(clients, seconds)) ?? Number.NaN;
        const ratio = result.mutationsPerSecond / transactions;
        rows.push({ clients, ...result, cpuMsEach, pgbench: transactions, ratio });
      }
      results['throws'] = rows;
      console.table(rows.map((row) => mapNumbers(row)));
    }
    if (asked.has('hot')) {
      const concurrent = 500;
      const { alone, beside, hotMutationsPerSecond } = await hotGame({ url: node.url, people, concurrent, seconds });
      results['hot'] = { concurrent, alone, beside, hotMutationsPerSecond };
      console.log(
        `one game with ${concurrent} throws under way at any moment (${hotMutationsPerSecond.toFixed(0)} decided a second): ` +
          `another game's mutations p50 ${beside.p50.toFixed(1)} ms, p99 ${beside.p99.toFixed(1)} ms; ` +
          `alone ${alone.p50.toFixed(1)} and ${alone.p99.toFixed(1)} ms`,
      );
    }
    if (asked.has('lateness')) {
      await openWindows({ url: node.url, people, windows: 2_000, spreadSeconds: 10 });
      const { ms, windows } = await latenessWithin(node.url, 0.99);
      results['lateness'] = { windows, p99Ms: ms };
      console.log(`${windows} windows closed within 10 s: 99 % of them at most ${ms} ms late`);
    }
    const { cores, busy } = machine();
    console.log(`${cores} cores, ${Math.round(busy * 100)} % busy in all; nodes, database and clients shared them`);
    Object.assign(results, { cores, busy });
  } finally {
    await node.stop('SIGTERM');
    node.client.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function mapNumbers(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toPrecision(4))]));
}
