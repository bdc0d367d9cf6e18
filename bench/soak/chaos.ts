import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { Phase, Tally } from './tally.ts';

interface Step {
  /** Share of the round that has passed before it. */
  at: number;
  phase: Phase;
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
  { at: 0.7, phase: 'Redis and a node down', does: (cluster, number) => victim(cluster, number)?.stop('SIGKILL') },
  { at: 0.78, phase: 'Redis and a node down', does: (cluster, number) => victim(cluster, number)?.start() },
  { at: 0.86, phase: 'Redis returns', does: ({ redis }) => redis.start() },
];

/** Goes through the rounds, one after another, in `durationMs`; resolves early when the signal aborts. */
export async function wreakHavoc(
  cluster: Cluster,
  tally: Tally,
  { durationMs, rounds, signal }: { durationMs: number; rounds: number; signal: AbortSignal },
): Promise<void> {
  const began = performance.now();
  const roundMs = durationMs / rounds;
  const until = (ms: number) => sleep(Math.max(0, began + ms - performance.now()), undefined, { signal });
  try {
    // Everybody comes at once, to nodes that have just started.
    await until(Math.min(startMs, durationMs / 20));
    tally.enter('calm');
    for (let number = 0; number < rounds; number += 1) {
      for (const { at, phase, does } of round) {
        await until((number + at) * roundMs);
        tally.enter(phase);
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

/** As many as a run of that length has time for, one at least. */
export function roundsIn(durationMs: number): number {
  const roundMs = 150_000;
  return Math.max(1, Math.round(durationMs / roundMs));
}
