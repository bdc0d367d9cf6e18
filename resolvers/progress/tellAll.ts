import type { BoardSeason, WrittenStanding } from '../../subscriptions/standings/standing.ts';
import type { LevelGain } from '../productObserver.ts';
import type { Services } from '../services.ts';
import { announce, type Appended } from '../stream/appendEvents.ts';

/** What a transaction did that others are told once it is committed. */
export interface Told {
  events: Appended[];
  standings: { board: BoardSeason; written: readonly WrittenStanding[] }[];
  /** Levels that somebody gained by it. */
  gain?: LevelGain;
}

/** After the commit. */
export function tellAll(services: Pick<Services, 'feed' | 'standings' | 'product'>, told: Told): void {
  const { events, standings, gain } = told;
  announce(services, events);
  for (const { board, written } of standings) {
    if (written.length > 0) services.standings.changed(board, written);
  }
  if (gain) services.product.levelGained(gain);
}
