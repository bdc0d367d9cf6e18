import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { Rooms } from './quiz/rooms.ts';
import type { Phase, Tally } from './tally.ts';

interface Step {
  /** Share of the round that has passed before it. */
  at: number;
  phase: Phase;
  /** A node, which waits for open questions. */
  kills?: boolean;
  does(cluster: Cluster, round: number): Promise<unknown> | void;
}

const startMs = 15_000;
const returnMs = 5_000;
/** The node whose turn it is to be killed. */
const victim = ({ nodes }: Cluster, round: number) => nodes[round % nodes.length];

/** One round: Redis stopped in order and started, hung and resumed, killed and started, a node killed and started while Redis is away. */
const round: readonly Step[] = [
  { at: 0.12, phase: 'Redis down', does: ({ redis }) => redis.stop('SIGTERM') },
  { at: 0.28, phase: 'Redis returns', does: ({ redis }) => redis.start() },
  { at: 0.4, phase: 'Redis hangs', does: ({ redis }) => redis.hang() },
  { at: 0.56, phase: 'Redis returns', does: ({ redis }) => redis.goOn() },
  { at: 0.66, phase: 'Redis down', does: ({ redis }) => redis.stop('SIGKILL') },
  {
    at: 0.7,
    phase: 'Redis and a node down',
    kills: true,
    does: (cluster, number) => victim(cluster, number)?.stop('SIGKILL'),
  },
  { at: 0.78, phase: 'Redis and a node down', does: (cluster, number) => victim(cluster, number)?.start() },
  { at: 0.86, phase: 'Redis returns', does: ({ redis }) => redis.start() },
];

/** What a run does to the cluster, in a phase of its own each; resolves early when the signal aborts. */
export type Havoc = (cluster: Cluster, tally: Tally, options: HavocOptions) => Promise<void>;

export interface HavocOptions {
  durationMs: number;
  signal: AbortSignal;
  /** Quiz rooms that are played meanwhile: a node is killed while they have a question open. */
  rooms: Pick<Rooms, 'asking' | 'size'>;
}

/** Goes through the rounds, one after another, in `durationMs`; resolves early when the signal aborts. */
export async function wreakHavoc(
  cluster: Cluster,
  tally: Tally,
  { durationMs, rooms, signal }: HavocOptions,
): Promise<void> {
  const rounds = roundsIn(durationMs);
  const began = performance.now();
  const roundMs = durationMs / rounds;
  const until = (ms: number) => sleep(Math.max(0, began + ms - performance.now()), undefined, { signal });
  try {
    // Everybody comes at once, to nodes that have just started.
    await until(Math.min(startMs, durationMs / 20));
    tally.enter('calm');
    for (let number = 0; number < rounds; number += 1) {
      for (const { at, phase, kills, does } of round) {
        await until((number + at) * roundMs);
        if (kills) await questionsOpen(rooms, signal);
        tally.enter(phase);
        if (kills) tally.kills.push(rooms.asking);
        await does(cluster, number);
        if (phase === 'Redis and a node down' && cluster.nodes.every(({ live }) => live)) tally.enter('Redis down');
        if (phase !== 'Redis returns') continue;
        await cluster.redisSeen(returnMs);
        tally.enter('calm');
      }
    }
    await until(durationMs);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** How long a kill waits for this share of the rooms to have a question open. */
const askingMs = 3_000;
const mostRooms = 0.6;
const timersUpMs = 8_000;
const timersDownMs = 5_000;

/** Again and again kills the one node that has timers while questions are open, for longer than most have left. */
export async function killTimers(
  { nodes }: Cluster,
  tally: Tally,
  { durationMs, rooms, signal }: HavocOptions,
): Promise<void> {
  const end = performance.now() + durationMs;
  const timers = nodes.at(-1);
  if (!timers) throw new RangeError('There is no node to kill');
  try {
    tally.enter('calm');
    while (performance.now() + timersUpMs + 2 * timersDownMs < end) {
      await sleep(timersUpMs, undefined, { signal });
      await questionsOpen(rooms, signal);
      tally.enter('timers down');
      tally.kills.push(rooms.asking);
      await timers.stop('SIGKILL');
      await sleep(timersDownMs, undefined, { signal });
      await timers.start();
      tally.enter('calm');
    }
    await sleep(Math.max(0, end - performance.now()), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Resolves when most of the rooms have a question open, or after a while. */
async function questionsOpen(rooms: HavocOptions['rooms'], signal: AbortSignal): Promise<void> {
  const end = performance.now() + askingMs;
  while (rooms.asking < rooms.size * mostRooms && performance.now() < end) await sleep(20, undefined, { signal });
}

/** As many as a run of that length has time for, one at least. */
function roundsIn(durationMs: number): number {
  const roundMs = 150_000;
  return Math.max(1, Math.round(durationMs / roundMs));
}
