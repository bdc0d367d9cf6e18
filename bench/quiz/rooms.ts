import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Child } from '../fanout/calls.ts';
import { requireFiles } from '../fanout/fileLimit.ts';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import { openCluster, type Cluster } from '../soak/cluster.ts';
import { watchMachine } from '../soak/machine.ts';
import { makePeople } from '../soak/people.ts';
import { closesOf, countedInScores, type Close } from './log.ts';
import type { PlayersCalls } from './playersProcess.ts';
import { watchPostgres } from './postgresTime.ts';
import { failuresOf, printRooms, printSpent } from './report.ts';
import { difference, profiling, type Spent } from './spent.ts';
import { timed, type TallySummary, type Timed } from './tally.ts';

export interface RoomsOptions {
  rooms: number;
  /** In each room. */
  players: number;
  questions: number;
  redis: boolean;
  /** A folder for profiles of the nodes' processor time. */
  profile?: string | undefined;
}

/** Questions that closed in one part of the run. */
export interface RoomsRow {
  what: string;
  closes: number;
  late: Timed;
  answered: number;
}

/** From when a node is killed until it is ready again; Unix milliseconds. */
interface Outage {
  from: number;
  until: number;
}

interface Played {
  tally: TallySummary;
  closes: Close[];
  /** What was not as it must be. */
  wrong: string[];
}

const nodes = 2;
const lifeMs = 4 * 3_600_000;
const intermissionSeconds = 2;
/** Each question takes from the first to the second. */
const leastSeconds = 3;
const mostSeconds = 6;
const staggerMs = 6_000;
const spareMs = 60_000;
/** When a node is killed, as a share of the time that the rooms take; and how long it is away before it starts again. */
const killAt = 0.4;
const awayMs = 3_000;

/** Many rooms in play at once on two nodes: how late their questions close, undisturbed and with a node killed. Prints as it goes. */
export function benchRooms(options: RoomsOptions): Promise<object> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, options: RoomsOptions): Promise<object> {
  const { rooms, players, questions, redis, profile } = options;
  await requireFiles(rooms * (players + 1));
  const settings = {
    // What one person or one room may do stays limited.
    LIMITS: 'requestsPerAddress=10000000/10',
    ...(!redis && { REDIS_URL: '' }),
    ...(profile && { NODE_OPTIONS: profiling(profile) }),
  };
  const cluster = await lifetimes.hold(
    () => openCluster({ nodes, settings }),
    ({ close }) => close(),
  );
  const pool = await lifetimes.hold(
    () => new pg.Pool({ connectionString: cluster.databaseUrl, max: 2 }),
    (one) => one.end(),
  );
  const driver = await lifetimes.hold(
    () => new Child<PlayersCalls>(join(import.meta.dirname, 'playersProcess.ts'), { name: 'the players' }),
    (child) => child.end(),
  );
  const tokens = await makePeople(cluster.databaseUrl, rooms * (players + 1), lifeMs, { prefix: 'player' });
  const stage = { cluster, pool, driver, tokens, options };

  const machine = watchMachine();
  const postgresMs = await watchPostgres(cluster.databaseUrl);
  const now = async (): Promise<Spent> => ({
    node: await cpuOf(cluster),
    postgres: await postgresMs(),
    players: await driver.call('cpuMs'),
    elapsed: performance.now(),
  });
  const before = await now();
  const calm = await play(stage);
  const spent = difference(before, await now());
  const outage: Outage = { from: Infinity, until: Infinity };
  const killed = await play(stage, outage);
  const use = machine();

  const during = killed.closes.filter(
    ({ deadline, lateMs }) => deadline < outage.until && deadline + lateMs >= outage.from,
  );
  const beside = killed.closes.filter((close) => !during.includes(close));
  console.log(
    `\n${rooms} rooms of ${players} players on ${nodes} nodes ${redis ? 'with' : 'without'} Redis; ` +
      `in the second round one of them was killed and back after ${((outage.until - outage.from) / 1000).toFixed(1)} s`,
  );
  const rows = [row('undisturbed', calm.closes), row('a node is away', during), row('before and after that', beside)];
  printRooms(rows, use);
  printSpent({ undisturbed: { ...spent, parts: rooms * questions } }, 'question');
  for (const [name, { tally, wrong }] of Object.entries({ undisturbed: calm, 'a node killed': killed })) {
    const { sent, accepted, answer, reveal, lost, resumed } = tally;
    console.log(
      `${name}: ${sent} answers sent, ${accepted} accepted, p50 ${answer.p50.toFixed(1)} ms, p99 ${answer.p99.toFixed(1)} ms; ` +
        `from deadline to reveal at each p50 ${reveal.p50.toFixed(1)} ms, p99 ${reveal.p99.toFixed(1)} ms; ` +
        `${lost} sockets lost, ${resumed} back${failuresOf(tally)}`,
    );
    for (const one of wrong) console.log(`wrong: ${one}`);
    if (wrong.length > 0) process.exitCode = 1;
  }
  return { ...options, rows, spent, calm: calm.tally, killed: killed.tally, outage, ...use };
}

interface Stage {
  cluster: Cluster;
  pool: pg.Pool;
  driver: Child<PlayersCalls>;
  tokens: readonly string[];
  options: RoomsOptions;
}

/** All rooms, once. With an outage a node is killed in the middle, and started again; then says when that was. */
async function play({ cluster, pool, driver, tokens, options }: Stage, outage?: Outage): Promise<Played> {
  const { rooms: count, players, questions } = options;
  const plans = Array.from({ length: count }, (_, room) => {
    const [host = '', ...those] = tokens.slice(room * (players + 1), (room + 1) * (players + 1));
    const seconds = Array.from({ length: questions }, () => between(leastSeconds, mostSeconds));
    return { host, players: those, plan: { seconds, intermissionSeconds, answerWithinMs: Infinity } };
  });
  const ports = cluster.nodes.map(({ url }) => Number(new URL(url).port));
  await driver.call('gather', { ports, http: false, rooms: plans });
  await driver.call('join');
  await driver.call('follow');
  const usualMs = staggerMs + questions * ((leastSeconds + mostSeconds) / 2 + intermissionSeconds) * 1000;
  const playing = driver.call('play', { staggerMs, mostMs: usualMs * 2 + spareMs });
  if (outage) {
    await sleep(usualMs * killAt);
    const [victim] = cluster.nodes;
    outage.from = Date.now();
    await victim?.stop('SIGKILL');
    await sleep(awayMs);
    await victim?.start();
    outage.until = Date.now();
  }
  await playing;
  const { tally, rooms } = await driver.call('results');
  const closes = await closesOf(
    pool,
    rooms.map(({ roomId }) => roomId),
  );
  const wrong: string[] = [];
  const must = (is: unknown, wanted: unknown, what: string) => {
    if (is !== wanted) wrong.push(`${what}: ${String(is)}, not ${String(wanted)}`);
  };
  const once = closes.filter(({ opened, closed }) => opened === 1 && closed === 1);
  must(once.length, count * questions, 'questions that closed once');
  must(closes.filter(({ answered, kept }) => answered !== kept).length, 0, 'reveals that left out an answer');
  must(Object.keys(tally.failures).length, 0, 'kinds of failures');
  must(rooms.filter(({ behind }) => behind > 0).length, 0, 'rooms with members who lack events');
  let counted = 0;
  for (const room of rooms) counted += await countedInScores(pool, room);
  must(counted, tally.accepted, 'accepted answers in the scores');
  if (!outage) must(tally.accepted, count * players * questions, 'answers accepted');
  await driver.call('leave');
  return { tally, closes, wrong };
}

async function cpuOf({ nodes: all }: Cluster): Promise<number> {
  const seconds = await Promise.all(all.map((node) => node.counter('cupbearer_process_cpu_seconds_total')));
  return seconds.reduce((sum, one) => sum + one, 0) * 1000;
}

function row(what: string, closes: readonly Close[]): RoomsRow {
  const late = timed(closes.map(({ lateMs }) => lateMs));
  return { what, closes: closes.length, late, answered: closes.reduce((sum, { answered }) => sum + answered, 0) };
}

function between(least: number, most: number): number {
  return least + Math.random() * (most - least);
}
