import type { RewardBand, TournamentStatus } from '../entities/tournament.ts';
import { startOf } from './day.ts';

/** What a tournament is played by. Times are Unix milliseconds. */
export interface TournamentDefinition {
  name: string;
  startsAt: number;
  entryClosesAt: number;
  endsAt: number;
  minLevel: number;
  entryFee: number;
  groupSize: number;
  /** By rank, none overlapping. */
  rewards: RewardBand[];
}

/** No other tournament may be called that. */
export const dailyName = 'Daily';

/** What a tournament is played by unless its definition says otherwise. */
export const usualTerms = {
  minLevel: 10,
  entryFee: 500,
  groupSize: 35,
  rewards: [
    { fromRank: 1, toRank: 1, coins: 5_000 },
    { fromRank: 2, toRank: 2, coins: 3_000 },
    { fromRank: 3, toRank: 3, coins: 2_000 },
    { fromRank: 4, toRank: 10, coins: 1_000 },
  ],
} as const satisfies Partial<TournamentDefinition>;

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** A day's tournament: from midnight to 23:59, entry until noon, all UTC. */
export function dailyDefinition(day: string): TournamentDefinition {
  const startsAt = startOf(day);
  return {
    name: dailyName,
    startsAt,
    entryClosesAt: startsAt + 12 * hourMs,
    endsAt: startsAt + 24 * hourMs - minuteMs,
    ...usualTerms,
    rewards: [...usualTerms.rewards],
  };
}

/** When a tournament's steps are due, and which of them were taken. */
export interface TournamentTimes {
  startsAt: Date;
  entryClosesAt: Date;
  endsAt: Date;
  openedAt?: Date | null | undefined;
  closedAt?: Date | null | undefined;
  finishedAt?: Date | null | undefined;
  cancelledAt?: Date | null | undefined;
}

/**
 * How far a tournament is. The times say, never a timer: entry closes at its time whether anything has run by then or
 * not. Only FINISHED waits until the rewards stand.
 */
export function statusAt(times: TournamentTimes, now: number): TournamentStatus {
  if (times.cancelledAt) return 'CANCELLED';
  if (times.finishedAt) return 'FINISHED';
  if (now < times.startsAt.getTime()) return 'SCHEDULED';
  return now < times.entryClosesAt.getTime() && !times.closedAt ? 'OPEN' : 'ENTRY_CLOSED';
}

/** What happens at a boundary, once; named as the deadline that brings it about. */
export const tournamentSteps = ['OPENING', 'ENTRY', 'FINISH'] as const;
export type TournamentStep = (typeof tournamentSteps)[number];

/** When a step is due. */
export function dueAt({ startsAt, entryClosesAt, endsAt }: TournamentTimes, step: TournamentStep): number {
  return { OPENING: startsAt, ENTRY: entryClosesAt, FINISH: endsAt }[step].getTime();
}

/** The steps that are due and not taken, in order. */
export function dueSteps(times: TournamentTimes, now: number): TournamentStep[] {
  if (times.cancelledAt) return [];
  const taken = { OPENING: times.openedAt, ENTRY: times.closedAt, FINISH: times.finishedAt };
  return tournamentSteps.filter((step) => !taken[step] && dueAt(times, step) <= now);
}

/** Coins for a rank within its group. */
export function rewardFor(rank: number, rewards: readonly RewardBand[]): number {
  return rewards.find(({ fromRank, toRank }) => fromRank <= rank && rank <= toRank)?.coins ?? 0;
}
