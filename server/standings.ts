import type { Pool } from 'pg';
import type { MessageSeal } from '../subscriptions/messageSeal.ts';
import { LiveStandings } from '../subscriptions/standings/liveStandings.ts';
import { People } from '../subscriptions/standings/people.ts';
import type { StandingsStore } from '../subscriptions/standings/standing.ts';
import { TableStandings } from '../subscriptions/standings/tableStandings.ts';
import type { Bus } from './bus.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface StandingsOptions {
  requests: Pool;
  background: Pool;
  bus: Bus;
  seal: MessageSeal;
  epoch: () => string;
  now: () => number;
  beatMs: number;
  metrics: Metrics;
  log: Logger;
}

/** Where people stand, for requests and for those who follow a board. */
export function openStandings(options: StandingsOptions): { ranks: StandingsStore; live: LiveStandings } {
  const { requests, background, bus, seal, epoch, now, beatMs, metrics, log } = options;
  const live = new LiveStandings({
    store: new TableStandings(background),
    people: new People(background),
    pool: background,
    bus: bus.engine,
    seal,
    epoch,
    now,
    observer: metrics.feedObserver(log),
    beatMs,
  });
  live.start();
  return { ranks: new TableStandings(requests), live };
}
