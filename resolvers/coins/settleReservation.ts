import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { validate as isUuid } from 'uuid';
import { Reservation, type ReservationStatus } from '../../entities/coins.ts';
import { streamId } from '../../subscriptions/topics.ts';
import type { Context } from '../context.ts';
import { NotFoundError, ReservationSettledError } from '../errors.ts';
import type { Services } from '../services.ts';
import { announce, appendEvents } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { moveCoins } from './moveCoins.ts';

/** The coins are spent. Confirming twice is fine. */
export function confirmReservation(context: Context, reservationId: string): Promise<Reservation> {
  return settleAs(context, reservationId, 'CONFIRMED');
}

/** The coins go back. Rolling back twice is fine. */
export function rollBackReservation(context: Context, reservationId: string): Promise<Reservation> {
  return settleAs(context, reservationId, 'ROLLED_BACK');
}

/** What the deadline clock calls when the five minutes are over: the coins go back. Idempotent. */
export async function expireReservation(services: Services, id: string): Promise<void> {
  await settle(services, id, 'EXPIRED');
}

async function settleAs({ services, em }: Context, reservationId: string, wanted: ReservationStatus) {
  const found = await findReservation(em, reservationId);
  if (!found) throw new NotFoundError('reservation');
  const status = await settle(services, found.id, wanted);
  if (status !== wanted) throw new ReservationSettledError(status);
  em.clear();
  return em.findOneOrFail(Reservation, found.id);
}

/** Whoever reserved knows the reservation by the id they chose, or by the global one they were answered. */
async function findReservation(em: EntityManager, reservationId: string): Promise<Reservation | null> {
  // PostgreSQL could not even be asked for a text with these.
  const key = reservationId.replaceAll(/[\0\p{Cs}]/gu, '\u{fffd}');
  const chosen = await em.findOne(Reservation, { key });
  const id = reservationId.replace(/^Reservation:/, '');
  return chosen ?? (id !== reservationId && isUuid(id) ? em.findOne(Reservation, id) : null);
}

/** Brings an open reservation to its end, and says what it came to; a reservation past its time has expired, whatever is wanted. */
async function settle(services: Services, id: string, wanted: ReservationStatus): Promise<ReservationStatus> {
  const at = services.clock.now();
  const { status, events } = await retrying(services.observer, () =>
    inTransaction(services.pool, async (client) => {
      // The person's row comes first, as everywhere.
      const { rows: owners } = await client.query<{ id: string }>(
        `select u.id from users u where u.id = (select r.user_id from reservation r where r.id = $1) for no key update`,
        [id],
      );
      const userId = owners[0]?.id;
      if (!userId) throw new NotFoundError('reservation');
      const { rows } = await client.query<{ status: ReservationStatus; amount: number; expiresAt: Date }>({
        text: `select status, amount, expires_at as "expiresAt" from reservation where id = $1 for no key update`,
        values: [id],
        types: pg.types,
      });
      const [reservation] = rows;
      if (!reservation) throw new NotFoundError('reservation');
      const { amount } = reservation;
      const due = reservation.expiresAt.getTime() <= at;
      if (reservation.status !== 'RESERVED' || (wanted === 'EXPIRED' && !due)) {
        return { status: reservation.status, events: [] };
      }
      const outcome = due ? 'EXPIRED' : wanted;
      await client.query('update reservation set status = $2, settled_at = $3 where id = $1', [
        id,
        outcome,
        new Date(at),
      ]);
      await client.query(`delete from deadline where kind = 'RESERVATION' and subject = $1`, [id]);
      if (outcome === 'CONFIRMED') return { status: outcome, events: [] };
      const refunded = await moveCoins(client, { reference: `Refund:${id}`, userId, amount, reason: 'REFUND', at });
      return { status: outcome, events: [await appendEvents(client, streamId('User', userId), [refunded], at)] };
    }),
  );
  announce(services, events);
  return status;
}
