import { v7 as uuid } from 'uuid';
import { Reservation } from '../../entities/coins.ts';
import { isText } from '../../rules/text.ts';
import { streamId } from '../../subscriptions/topics.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotFoundError, type InvalidField } from '../errors.ts';
import { announce, appendEvents } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { moveCoins } from './moveCoins.ts';
import { expireReservation } from './settleReservation.ts';

/** How long reserved coins wait to be confirmed or given back. */
export const reservationMs = 5 * 60_000;
const mostCoins = 2_147_483_647;
const longestPurpose = 120;
const longestId = 128;

export interface ReserveCoinsInput {
  userId: string;
  amount: number;
  purpose: string;
  reservationId: string;
}

/** Takes coins aside for five minutes. The same reservation id again is the same reservation, whatever came of it. */
export async function reserveCoins({ services, em }: Context, input: ReserveCoinsInput): Promise<Reservation> {
  const { userId, amount, purpose, reservationId: key } = input;
  const wrong = check(input);
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const at = services.clock.now();
  const reserve = () =>
    inTransaction(services.pool, async (client) => {
      const { rowCount } = await client.query('select from users where id = $1 for no key update', [userId]);
      if (!rowCount) throw new NotFoundError('user');
      const id = uuid();
      const { rowCount: made } = await client.query(
        `insert into reservation (id, key, user_id, amount, purpose, status, created_at, expires_at)
         values ($1, $2, $3, $4, $5, 'RESERVED', $6, $7) on conflict (key) do nothing`,
        [id, key, userId, amount, purpose, new Date(at), new Date(at + reservationMs)],
      );
      if (!made) return [];
      const reference = `Reservation:${id}`;
      const changed = await moveCoins(client, { reference, userId, amount: -amount, reason: 'RESERVATION', at });
      await client.query(`insert into deadline (kind, subject, due_at) values ('RESERVATION', $1, $2)`, [
        id,
        new Date(at + reservationMs),
      ]);
      return [await appendEvents(client, streamId('User', userId), [changed], at)];
    });
  const events = await services.games.run(userId, () => retrying(services.observer, reserve));
  announce(services, events);
  if (events.length > 0) services.deadlines.wake();
  em.clear();
  const reservation = await em.findOneOrFail(Reservation, { key });
  if (reservation.user.id !== userId || reservation.amount !== amount || reservation.purpose !== purpose) {
    throw new InvalidInputError([{ field: 'reservationId', message: 'was used before, for another reservation.' }]);
  }
  if (reservation.status === 'RESERVED' && reservation.expiresAt.getTime() <= services.clock.now()) {
    await expireReservation(services, reservation.id);
    await em.refresh(reservation);
  }
  return reservation;
}

function check({ amount, purpose, reservationId }: ReserveCoinsInput): InvalidField[] {
  const wrong: InvalidField[] = [];
  if (amount < 1) wrong.push({ field: 'amount', message: `must be from 1 to ${mostCoins}.` });
  if (!isText(purpose, longestPurpose)) {
    wrong.push({ field: 'purpose', message: `must have 1 to ${longestPurpose} visible characters.` });
  }
  if (!isText(reservationId, longestId)) {
    wrong.push({ field: 'reservationId', message: `must have 1 to ${longestId} visible characters.` });
  }
  if (reservationId.startsWith('Tournament:')) {
    wrong.push({ field: 'reservationId', message: 'must not begin with "Tournament:", as the server\'s own do.' });
  }
  return wrong;
}
