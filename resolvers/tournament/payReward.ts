import type { ClientBase } from 'pg';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { moveCoins } from '../coins/moveCoins.ts';
import type { Services } from '../services.ts';
import { announce, appendEvents, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';

interface Earned {
  userId: string;
  tournamentId: string;
  rank: number;
  coins: number;
}

/** Pays what an entry has earned, once, and tells its person. False: it was paid before, or is not finished. */
export async function payReward(services: Services, entryId: string): Promise<boolean> {
  const { pool, observer, clock } = services;
  const paid = await retrying(observer, () => inTransaction(pool, (client) => pay(client, entryId, clock.now())));
  if (!paid) return false;
  announce(services, paid.events);
  services.product.rewardPaid({ entryId, ...paid.earned });
  return true;
}

async function pay(
  client: ClientBase,
  entryId: string,
  at: number,
): Promise<{ earned: Earned; events: Appended[] } | undefined> {
  const { rows } = await client.query<Earned>(
    `select user_id as "userId", tournament_id as "tournamentId", final_rank as rank, reward as coins
     from tournament_entry where id = $1 and reward is not null and claimed_at is null for no key update`,
    [entryId],
  );
  const [earned] = rows;
  if (!earned) return undefined;
  const { userId, tournamentId, rank, coins: reward } = earned;
  await client.query('update tournament_entry set claimed_at = $2 where id = $1', [entryId, new Date(at)]);
  if (reward === 0) return { earned, events: [] };
  await client.query('select from users where id = $1 for no key update', [userId]);
  const reference = `Reward:${entryId}`;
  const changed = await moveCoins(client, { reference, userId, amount: reward, reason: 'REWARD', at });
  const rewarded = newEntry('User', { type: 'RewardPaid', tournamentId, rank, coins: reward });
  return { earned, events: [await appendEvents(client, streamId('User', userId), [rewarded, changed], at)] };
}
