import type { Job } from './job.ts';

/** Paid in one run, so that it is over before another worker takes the job for abandoned. The rest comes an hour later. */
const mostPayments = 4_000;

export interface UnclaimedRewardsOptions {
  /** Pays up to so many rewards whose time to be claimed is over. Says how many it paid. */
  pay(most: number): Promise<number>;
  paid(count: number): void;
}

/** Hourly: pays the rewards of tournaments that nobody claimed in time. */
export function unclaimedRewards({ pay, paid }: UnclaimedRewardsOptions): Job {
  return {
    name: 'unclaimedRewards',
    every: '1 hour',
    async run() {
      const count = await pay(mostPayments);
      if (count > 0) paid(count);
    },
  };
}
