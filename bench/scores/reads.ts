import { performance } from 'node:perf_hooks';
import type { BoardSeason, StandingsStore } from '../../subscriptions/standings/standing.ts';
import { percentilesOf, type Percentiles } from '../percentiles.ts';

export interface ReadTimes {
  rank: Percentiles;
  topTen: Percentiles;
  around: Percentiles;
}

/** Times reads of a store one after another, in this process, in milliseconds. */
export async function timeReads(
  store: StandingsStore,
  board: BoardSeason,
  someone: () => string,
  count: number,
): Promise<ReadTimes> {
  const timed = async (read: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const began = performance.now();
      await read();
      times.push(performance.now() - began);
    }
    return percentilesOf(times);
  };
  return {
    rank: await timed(() => store.entries(board, [someone()])),
    topTen: await timed(() => store.top(board, 0, 10)),
    around: await timed(() => store.around(board, someone(), 5)),
  };
}
