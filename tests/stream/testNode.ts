import { vi } from 'vitest';
import { EventLog, type LogEntry } from '../../subscriptions/eventLog.ts';
import { Feed, type FeedObserver } from '../../subscriptions/feed.ts';
import { MessageSeal } from '../../subscriptions/messageSeal.ts';
import { LossyBus } from './lossyBus.ts';
import { MemoryDatabase } from './memoryDatabase.ts';

export const gameId = '0190c3e4-0000-7000-8000-000000000001';
export const stream = `Game:${gameId}`;
export const beatMs = 500;
export const seal = new MessageSeal(Buffer.alloc(32, 7));

/** A feed as one node has it, over memory alone, and what its observer was told. */
export function makeNode({ database = new MemoryDatabase(), bus = new LossyBus() } = {}) {
  const observer = {
    came: vi.fn<FeedObserver['came']>(),
    announced: vi.fn<FeedObserver['announced']>(),
    healed: vi.fn<FeedObserver['healed']>(),
    forged: vi.fn<FeedObserver['forged']>(),
    failed: vi.fn<FeedObserver['failed']>(),
  };
  const log = new EventLog(database, () => database.epoch);
  const feed = new Feed({ log, bus, seal, now: () => 1_000_000, observer, beatMs });
  feed.start();
  return {
    database,
    bus,
    log,
    feed,
    observer,
    /** Commits events and tells everyone, as an operation does. */
    append(count = 1, changes: Partial<LogEntry> = {}) {
      const entries = database.append(stream, count, changes);
      feed.announce(stream, entries);
      return entries;
    },
  };
}
export type TestNode = ReturnType<typeof makeNode>;
