import { defineEntity, p } from '@mikro-orm/core';
import { User } from './user.ts';

/** Why coins moved; also the account of the house on the other side. */
export const coinReasons = ['WELCOME', 'LEVEL_UP', 'RESERVATION', 'REFUND', 'ENTRY_FEE', 'REWARD'] as const;
export type CoinReason = (typeof coinReasons)[number];

const CoinEntrySchema = defineEntity({
  name: 'CoinEntry',
  properties: {
    /** What the movement is for, once: `Welcome:<user>`. Its two legs share it. */
    reference: p.string().primary(),
    /** `User:<id>` or `House:<reason>`. */
    account: p.string().primary(),
    amount: p.integer(),
    reason: p.string().$type<CoinReason>(),
    at: p.datetime(),
  },
});

/** One leg of a movement of coins; the legs of a reference add up to nothing. */
export class CoinEntry extends CoinEntrySchema.class {}
CoinEntrySchema.setClass(CoinEntry);

export const reservationStatuses = ['RESERVED', 'CONFIRMED', 'ROLLED_BACK', 'EXPIRED'] as const;
export type ReservationStatus = (typeof reservationStatuses)[number];

const ReservationSchema = defineEntity({
  name: 'Reservation',
  properties: {
    id: p.uuid().primary(),
    /** The id that whoever reserved chose. */
    key: p.string(),
    user: () => p.manyToOne(User).ref(),
    amount: p.integer(),
    purpose: p.string(),
    status: p.string().$type<ReservationStatus>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
});

export class Reservation extends ReservationSchema.class {}
ReservationSchema.setClass(Reservation);
