import { vi } from 'vitest';
import type { StandingsSnapshot } from '../../subscriptions/standings/followedBoard.ts';
import { LiveStandings, type LiveStandingsObserver } from '../../subscriptions/standings/liveStandings.ts';
import { LossyBus } from '../stream/lossyBus.ts';
import { seal } from '../stream/testNode.ts';
import { MemoryBoards } from './memoryBoards.ts';

export const tickMs = 100;
export const beatMs = 500;

/** Live standings as one node has them, over memory alone. */
export function liveNode({ boards = new MemoryBoards(), bus = new LossyBus() } = {}) {
  const observer = { forged: vi.fn<() => void>(), failed: vi.fn<LiveStandingsObserver['failed']>() };
  const live = new LiveStandings({
    store: boards,
    people: boards.people,
    pool: boards,
    bus,
    seal,
    epoch: () => boards.epoch,
    now: () => Date.now(),
    observer,
    beatMs,
  });
  live.start();
  return { boards, bus, live, observer };
}

/** Takes what comes as soon as it comes, and keeps it. */
export function listen(live: LiveStandings, board: string, boards: MemoryBoards, first = 10) {
  const follower = live.follow(() => boards.season(board), first);
  const got: StandingsSnapshot[] = [];
  const ended = (async () => {
    for await (const snapshot of follower) got.push(snapshot);
  })();
  return {
    got,
    follower,
    /** Settles once it has ended, and not before. */
    ended,
    /** The newest as `Ada 3, Ben 1`. */
    get newest() {
      const { entries = [] } = got.at(-1) ?? {};
      return entries.map(({ user, score }) => `${user.displayName} ${score}`).join(', ');
    },
  };
}
