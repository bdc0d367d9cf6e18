/** Processor time by who took it, in milliseconds, and how long that went on. */
export interface Spent {
  /** All nodes together. */
  node: number;
  postgres: number;
  players: number;
  elapsed: number;
}

export function difference(from: Spent, to: Spent): Spent {
  return {
    node: to.node - from.node,
    postgres: to.postgres - from.postgres,
    players: to.players - from.players,
    elapsed: to.elapsed - from.elapsed,
  };
}

/** As NODE_OPTIONS: what the process does is written into that folder when it ends. */
export function profiling(folder: string): string {
  return `--cpu-prof --cpu-prof-dir=${folder}`;
}
