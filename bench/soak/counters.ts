import type { Cluster } from './cluster.ts';

/** What the nodes counted themselves, together, each since its last start. */
export interface Counters {
  healed: number;
  forged: number;
  swept: number;
  deadlocks: number;
  lostRaces: number;
  memoryMiB: number;
}

export async function countersOf({ nodes }: Cluster): Promise<Counters> {
  const sum = async (name: string, having?: string) => {
    const counts = await Promise.all(nodes.map((node) => node.counter(`cupbearer_${name}`, having)));
    return counts.reduce((total, count) => total + count, 0);
  };
  return {
    healed: await sum('feed_healed_events_total'),
    forged: await sum('feed_forged_messages_total'),
    swept: await sum('sweep_settled_total'),
    deadlocks: await sum('transaction_retries_total', 'why="deadlock"'),
    lostRaces: await sum('transaction_retries_total', 'why="lost_race"'),
    memoryMiB: Math.round((await sum('process_resident_memory_bytes')) / 2 ** 20),
  };
}
