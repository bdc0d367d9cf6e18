import { Reservation } from '../entities/coins.ts';
import { User } from '../entities/user.ts';
import { reserveCoins } from '../resolvers/coins/reserveCoins.ts';
import { confirmReservation, rollBackReservation } from '../resolvers/coins/settleReservation.ts';
import { InvalidInputError, NotEnoughCoinsError, NotFoundError, ReservationSettledError } from '../resolvers/errors.ts';
import { recordProgress } from '../resolvers/progress/recordProgress.ts';
import { builder } from './builder.ts';
import { ReservationStatusEnum } from './errors.ts';
import { inOrder } from './inOrder.ts';

builder.relayMutationField(
  'recordProgress',
  {
    description: 'What somebody achieved elsewhere.',
    inputFields: (t) => ({
      userId: t.globalID({ for: User, description: 'Who.' }),
      levels: t.int({ description: 'How many levels they rise, 1 or more.' }),
      eventId: t.string({ description: '1 to 200 characters, your own for each achievement: it counts once.' }),
    }),
  },
  {
    description:
      'Raises a level: 100 coins a level, their place on the global leaderboard, new level × 10 points in each tournament under way. Service scope progress:write.',
    authScopes: { scope: 'progress:write' },
    errors: { types: [InvalidInputError, NotFoundError] },
    resolve: (_root, { input }, context) => recordProgress(context, { ...input, userId: input.userId.id }),
  },
  {
    description: 'Recorded, now or before.',
    outputFields: (t) => ({
      user: t.field({ type: User, description: 'As they are now.', resolve: ({ user }) => user }),
      coinsEarned: t.int({ description: 'What this event brought.', resolve: ({ coinsEarned }) => coinsEarned }),
    }),
  },
);

builder.node(Reservation, {
  name: 'Reservation',
  description: 'Coins taken aside for something outside. Yours, or any for services with the scope coins:write.',
  id: { resolve: ({ id }) => id },
  authScopes: ({ user }, { eyes, service }) => eyes === user.id || (service?.scopes.includes('coins:write') ?? false),
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Reservation, { id: { $in: ids } })),
  fields: (t) => ({
    user: t.field({ type: User, description: 'Whose coins.', resolve: ({ user }) => user.loadOrFail() }),
    amount: t.exposeInt('amount', { description: 'How many.' }),
    purpose: t.exposeString('purpose', { description: 'What for, in the service’s words.' }),
    status: t.field({ type: ReservationStatusEnum, description: 'What came of it.', resolve: ({ status }) => status }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When the coins go back unless it is confirmed before: five minutes after it was made.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
  }),
});

const reservationIdNote = 'The id it was reserved under.';
const settled = { types: [NotFoundError, ReservationSettledError] };

builder.relayMutationField(
  'reserveCoins',
  {
    description: 'What to take aside.',
    inputFields: (t) => ({
      userId: t.globalID({ for: User, description: 'Whose coins.' }),
      amount: t.int({ description: 'How many, 1 or more.' }),
      purpose: t.string({ description: 'What for; 1 to 120 characters.' }),
      reservationId: t.id({ description: '1 to 128 characters, your own for each reservation.' }),
    }),
  },
  {
    description:
      'Takes coins aside for five minutes, then gives them back unless confirmed. Service scope coins:write. The same reservationId again is the same reservation.',
    authScopes: { scope: 'coins:write' },
    errors: { types: [NotEnoughCoinsError, InvalidInputError, NotFoundError] },
    resolve: (_root, { input }, context) => reserveCoins(context, { ...input, userId: input.userId.id }),
  },
  {
    description: 'Taken aside.',
    outputFields: (t) => ({
      reservation: t.field({ type: Reservation, description: 'The reservation.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'confirmReservation',
  {
    description: 'What to confirm.',
    inputFields: (t) => ({ reservationId: t.id({ description: reservationIdNote }) }),
  },
  {
    description: 'Spends reserved coins. Service scope coins:write. Confirming twice is a no-op.',
    authScopes: { scope: 'coins:write' },
    errors: settled,
    resolve: (_root, { input }, context) => confirmReservation(context, input.reservationId),
  },
  {
    description: 'Spent.',
    outputFields: (t) => ({
      reservation: t.field({ type: Reservation, description: 'The reservation.', resolve: (made) => made }),
    }),
  },
);

builder.relayMutationField(
  'rollBackReservation',
  {
    description: 'What to roll back.',
    inputFields: (t) => ({ reservationId: t.id({ description: reservationIdNote }) }),
  },
  {
    description: 'Gives reserved coins back. Service scope coins:write. Rolling back twice is a no-op.',
    authScopes: { scope: 'coins:write' },
    errors: settled,
    resolve: (_root, { input }, context) => rollBackReservation(context, input.reservationId),
  },
  {
    description: 'Given back.',
    outputFields: (t) => ({
      reservation: t.field({ type: Reservation, description: 'The reservation.', resolve: (made) => made }),
    }),
  },
);
