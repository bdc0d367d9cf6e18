import type { BoardSeason, WrittenStanding } from '../../subscriptions/standings/standing.ts';
import type { Services } from '../services.ts';
import { announce, type Appended } from '../stream/appendEvents.ts';

/** What a transaction did that others are told once it is committed. */
export interface Told {
  events: Appended[];
  standings: { board: BoardSeason; written: readonly WrittenStanding[] }[];
}

/** After the commit. */
export function tellAll(services: Pick<Services, 'feed' | 'standings'>, { events, standings }: Told): void {
  announce(services, events);
  for (const { board, written } of standings) {
    if (written.length > 0) services.standings.changed(board, written);
  }
}
