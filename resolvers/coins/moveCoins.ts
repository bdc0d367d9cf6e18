import type { ClientBase } from 'pg';
import type { CoinReason } from '../../entities/coins.ts';
import type { NewEntry } from '../../subscriptions/eventLog.ts';
import { newEntry } from '../../subscriptions/topics.ts';
import { NotEnoughCoinsError } from '../errors.ts';

export interface CoinMovement {
  /** What it is for, once: the same reference never moves coins again. */
  reference: string;
  userId: string;
  /** To the person when positive, from them when negative. */
  amount: number;
  reason: CoinReason;
  /** Unix time in milliseconds. */
  at: number;
}

/**
 * Moves coins between a person and the house, in the caller's transaction, which holds the person's row. Returns
 * the CoinsChanged entry to append to the person's stream. Throws NotEnoughCoinsError; a RangeError when the reference
 * was used before, which its caller has to rule out.
 */
export async function moveCoins(client: ClientBase, movement: CoinMovement): Promise<NewEntry> {
  const { reference, userId, amount, reason, at } = movement;
  const { rows } = await client.query<{ before: number; moved: boolean; after: number | null }>({
    name: 'move-coins',
    text: `
      with person as (select id, coins from users where id = $2),
      legs as (
        insert into coin_entry (reference, account, amount, reason, at)
        select $1, leg.account, leg.amount, $4, $5
        from person, lateral (values ('User:' || id, $3::int), ('House:' || $4, -$3::int)) leg(account, amount)
        where coins + $3::int >= 0 and not exists (
          select from coin_entry where reference = $1 and account = 'User:' || $2::text)
        returning account),
      paid as (
        update users set coins = coins + $3::int where id = $2 and exists (select from legs) returning coins)
      select person.coins as before, (select coins from paid) as after,
        exists (select from coin_entry where reference = $1 and account = 'User:' || $2::text) as moved
      from person`,
    values: [reference, userId, amount, reason, new Date(at)],
  });
  const [row] = rows;
  if (!row) throw new RangeError(`There is no person ${userId}`);
  if (row.moved) throw new RangeError(`${reference} moved coins before`);
  if (row.after === null) throw new NotEnoughCoinsError(row.before, -amount);
  return newEntry('User', { type: 'CoinsChanged', coins: row.after, amount, reason });
}
