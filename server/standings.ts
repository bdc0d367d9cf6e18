import type { Pool } from 'pg';
import type { MessageSeal } from '../subscriptions/messageSeal.ts';
import { LiveStandings, type LiveStore } from '../subscriptions/standings/liveStandings.ts';
import { People } from '../subscriptions/standings/people.ts';
import { RedisStandings } from '../subscriptions/standings/redisStandings.ts';
import type { BoardSeason, StandingsStore } from '../subscriptions/standings/standing.ts';
import { TableStandings } from '../subscriptions/standings/tableStandings.ts';
import type { Bus } from './bus.ts';
import type { Config } from './config.ts';
import type { Logger, Say } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface StandingsOptions {
  config: Pick<Config, 'redisPrefix'>;
  requests: Pool;
  background: Pool;
  redis: Bus['redis'];
  /** What carries messages to other nodes, where there may be any. */
  bus: Bus['engine'] | null;
  seal: MessageSeal;
  epoch: () => string;
  now: () => number;
  beatMs: number;
  /** See `LiveStandings`. */
  tickMs?: number;
  metrics: Metrics;
  log: Logger;
  /** For what an outage would repeat. */
  warn: Say;
}

export interface Standings {
  ranks: StandingsStore;
  live: LiveStandings;
  /** Left out: nothing is copied. */
  copiesDrift?: () => Promise<number>;
  stop(): Promise<void>;
}

/** Where people stand, for requests and for those who follow a board: in Redis where there is one, else in the table. */
export function openStandings(options: StandingsOptions): Standings {
  const { config, requests, background, redis, bus, seal, epoch, now, beatMs, tickMs, metrics, log, warn } = options;
  const table = new TableStandings(requests);
  const copies =
    redis &&
    new RedisStandings({
      redis,
      prefix: config.redisPrefix,
      pool: background,
      table,
      epoch,
      failed: (what, error) => {
        metrics.standings.failures.inc({ what });
        warn({ err: error, what }, 'standings are read from the database for a while');
      },
    });
  const live = new LiveStandings({
    store: liveStore(copies, new TableStandings(background)),
    people: new People(background),
    pool: background,
    bus,
    seal,
    epoch,
    now,
    observer: metrics.feed.observer(log),
    beatMs,
    ...(tickMs !== undefined && { tickMs }),
  });
  metrics.feed.watchBoards(() => live.size);
  live.start();
  return {
    ranks: copies ?? table,
    live,
    ...(copies && { copiesDrift: () => copies.checkDrift() }),
    async stop() {
      live.stop();
      await copies?.stop();
    },
  };
}

/** Small boards are read over connections of their own, which no load of requests takes. */
function liveStore(copies: RedisStandings | null, table: StandingsStore): LiveStore {
  if (!copies) return table;
  const of = ({ large }: BoardSeason) => (large ? copies : table);
  return {
    best: (board, count) => of(board).best(board, count),
    changed: (board, standings) => copies.changed(board, standings),
    doubt: (board) => copies.doubt(board),
  };
}
