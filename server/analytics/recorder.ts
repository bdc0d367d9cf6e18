import { LRUCache } from 'lru-cache';
import type { ProductObserver } from '../../resolvers/productObserver.ts';
import { type AnyProductEvent, ofBattle, ofGame, ofRoom } from './happenings.ts';
import type { Visits } from './visits.ts';

/** A person who looks at a board again and again is noted this often. */
export const viewMs = 5 * 60_000;
const rememberedViews = 50_000;

export interface RecorderOptions {
  now(): number;
  add(event: AnyProductEvent): void;
  visits: Pick<Visits, 'seen' | 'signedOut'>;
}

/** Turns what people do into events. Nothing here waits or fails. */
export function recorder({ now, add, visits }: RecorderOptions): ProductObserver {
  const views = new LRUCache<string, number>({ maxSize: rememberedViews, sizeCalculation: () => 1 });
  return {
    seen: (user) => visits.seen(user),
    signedUp: (user, how) => add({ type: 'signed_up', at: now(), user, props: { how }, once: user }),
    signedOut: (user) => visits.signedOut(user),
    gameChanged(state, events) {
      for (const event of events) ofGame(state, event, now()).forEach(add);
    },
    roomChanged(state, events) {
      for (const event of events) ofRoom(state, event, now()).forEach(add);
    },
    battleChanged(state, events, ranking) {
      for (const event of events) ofBattle(state, event, now(), ranking).forEach(add);
    },
    tournamentEntered({ entryId, tournamentId: tournament, groupId: group, userId: user, fee, at }) {
      add({ type: 'tournament_entered', at, user, props: { tournament, group, fee }, once: entryId });
    },
    tournamentFinished(tournament) {
      add({ type: 'tournament_finished', at: now(), user: null, props: { tournament }, once: tournament });
    },
    rewardPaid({ entryId, tournamentId: tournament, userId: user, rank, coins }) {
      add({ type: 'reward_paid', at: now(), user, props: { tournament, rank, coins }, once: entryId });
    },
    levelGained({ userId: user, from, to, source, at }) {
      // What is behind the colon may be an integrator's words.
      const [by = ''] = source.split(':');
      add({ type: 'level_up', at, user, props: { from, to, by }, once: source });
    },
    groupChanged({ groupId: group, joined, left, by }) {
      const at = now();
      const founded = by === 'CREATE';
      for (const user of joined) add({ type: 'group_joined', at, user, props: { group, founded } });
      const because = by === 'KICK' ? 'KICKED' : by === 'BAN' ? 'BANNED' : 'LEFT';
      for (const user of left) add({ type: 'group_left', at, user, props: { group, because } });
    },
    boardViewed(user, board, how) {
      const at = now();
      const key = `${user}/${board}`;
      const last = views.get(key);
      if (last !== undefined && at - last < viewMs) return;
      views.set(key, at);
      add({ type: 'leaderboard_view', at, user, props: { board, how } });
    },
  };
}
