import { Cup, Game } from '../entities/game.ts';
import {
  Challenge,
  Throw,
  hopNames,
  hopOutcomes,
  throwRejections,
  throwStatuses,
  type Hop,
} from '../entities/throw.ts';
import { User } from '../entities/user.ts';
import { hopsVisibleTo } from '../subscriptions/visibleTo.ts';
import { builder } from './builder.ts';
import { inOrder } from './inOrder.ts';

export const ThrowStatusEnum = builder.enumType('ThrowStatus', {
  description: 'What has become of a throw.',
  values: {
    REJECTED: { description: 'A hop failed. Recorded with why; nothing flew.' },
    IN_FLIGHT: { description: 'Open to challenge by the cup’s owner.' },
    CHALLENGED: { description: 'The thrower has to answer in time.' },
    LANDED: { description: 'Final: the cup is down and the receipt signed.' },
    OVERTURNED: { description: 'Final: the answer did not open the commitment.' },
    LAPSED: { description: 'Final: no answer came in time.' },
    VOIDED: { description: 'Final: the game ended, a player left, or an operator stepped in.' },
  } satisfies Record<(typeof throwStatuses)[number], object>,
});

export const ThrowRejectionEnum = builder.enumType('ThrowRejection', {
  description: 'The rule a throw broke. REPLAYED and UNREADABLE are marks of forgery and cost the penalty.',
  values: {
    OWN_CUP: { description: 'The cup is the thrower’s own.' },
    CUP_GONE: { description: 'The cup is down, or not of this game.' },
    CUP_TAKEN: { description: 'Another ball is in flight at the cup.' },
    BALL_IN_FLIGHT: { description: 'The thrower has another ball in flight in this game.' },
    SITTING_OUT: { description: 'A penalty keeps the thrower from throwing.' },
    REPLAYED: { description: 'The nonce was used before, for something else.' },
    STALE: { description: 'The thrower’s clock is more than 15 seconds off.' },
    UNREADABLE: { description: 'The sealed throw does not open, or is not the caller’s or of this game.' },
    GAME_NOT_ACTIVE: { description: 'The game has not begun or is over.' },
    NOT_A_PLAYER: { description: 'The thrower has no seat in the game.' },
    SEAL_REQUIRED: { description: 'This server takes sealed throws only.' },
  } satisfies Record<(typeof throwRejections)[number], object>,
});

const HopNameEnum = builder.enumType('HopName', {
  description: 'The validation hops of a throw, in order.',
  values: {
    RECEIVED: { description: 'The request arrived.' },
    AUTHENTICATED: { description: 'The token is valid.' },
    OPENED: { description: 'The sealed throw was decrypted. Sealed throws only.' },
    FRESH: { description: 'The nonce is new and the thrower’s clock within 15 seconds.' },
    PERMITTED: { description: 'The rules allow it.' },
    IN_FLIGHT: { description: 'The challenge window is open.' },
    CHALLENGED: { description: 'The cup’s owner doubts it; the answer window is open.' },
    ANSWERED: { description: 'The thrower gave a secret, or let the time pass.' },
    VERIFIED: { description: 'The secret was held against the commitment.' },
    SETTLED: { description: 'It is over.' },
  } satisfies Record<(typeof hopNames)[number], object>,
});

const HopOutcomeEnum = builder.enumType('HopOutcome', {
  description: 'How a hop went.',
  values: {
    PASSED: { description: 'Passed.' },
    FAILED: { description: 'Failed; for SETTLED, the throw did not land.' },
    WAITING: { description: 'A window opened here; a later hop says how it closed.' },
  } satisfies Record<(typeof hopOutcomes)[number], object>,
});

export const HopRef = builder.objectRef<Hop>('Hop');
HopRef.implement({
  description: 'One validation step a throw went through.',
  fields: (t) => ({
    name: t.field({ type: HopNameEnum, description: 'Which.', resolve: ({ name }) => name }),
    outcome: t.field({ type: HopOutcomeEnum, description: 'How it went.', resolve: ({ outcome }) => outcome }),
    at: t.field({ type: 'DateTime', description: 'When, by the server.', resolve: ({ at }) => new Date(at) }),
    elapsedMs: t.exposeFloat('elapsedMs', { description: 'Milliseconds since RECEIVED.' }),
    detail: t.string({
      nullable: true,
      description: 'A remark, for the thrower’s eyes only.',
      resolve: ({ detail }) => detail,
    }),
  }),
});

builder.node(Throw, {
  name: 'Throw',
  description: 'A ball thrown at a cup, and everything that was decided about it.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Throw, { id: { $in: ids } })),
  fields: (t) => ({
    game: t.field({ type: Game, description: 'Where it was thrown.', resolve: ({ game }) => game.loadOrFail() }),
    thrower: t.field({ type: User, description: 'Who threw.', resolve: ({ thrower }) => thrower.loadOrFail() }),
    cup: t.field({
      type: Cup,
      nullable: true,
      description: 'What it was thrown at; null when that was no cup of the game.',
      resolve: ({ cup }) => cup?.loadOrFail(),
    }),
    status: t.field({ type: ThrowStatusEnum, description: 'What has become of it.', resolve: ({ status }) => status }),
    rejectedFor: t.field({
      type: ThrowRejectionEnum,
      nullable: true,
      description: 'Which rule it broke, when REJECTED.',
      resolve: ({ rejectedFor }) => rejectedFor,
    }),
    thrownAt: t.field({
      type: 'DateTime',
      description: 'When, by the thrower’s clock.',
      resolve: ({ thrownAt }) => thrownAt,
    }),
    challengeBy: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it may be challenged; null for one that never flew.',
      resolve: ({ challengeBy }) => challengeBy,
    }),
    settledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it became final.',
      resolve: ({ settledAt }) => settledAt,
    }),
    challenge: t.field({
      type: Challenge,
      nullable: true,
      description: 'The challenge, if there was one.',
      resolve: ({ challenge }) => challenge?.loadOrFail(),
    }),
    hops: t.field({
      type: [HopRef],
      description: 'Every validation hop so far, in order.',
      resolve: ({ hops, thrower }, _args, { viewer }) => [...hopsVisibleTo(viewer?.userId ?? '', thrower.id, hops)],
    }),
    receipt: t.string({
      nullable: true,
      description:
        'Once LANDED, for the thrower and the cup’s owner only: a JWT (typ throw-receipt+jwt) that anyone can verify with /.well-known/jwks.json.',
      resolve: async ({ receipt, thrower, cup }, _args, { viewer }) => {
        if (!receipt || !viewer || !cup) return null;
        if (thrower.id === viewer.userId) return receipt;
        return (await cup.loadOrFail()).owner.id === viewer.userId ? receipt : null;
      },
    }),
  }),
});

builder.node(Challenge, {
  name: 'Challenge',
  description: 'A cup owner’s doubt about a throw.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Challenge, { id: { $in: ids } })),
  fields: (t) => ({
    throw: t.field({
      type: Throw,
      description: 'What is doubted.',
      resolve: (challenge) => challenge.throw.loadOrFail(),
    }),
    challenger: t.field({
      type: User,
      description: 'Who doubts.',
      resolve: ({ challenger }) => challenger.loadOrFail(),
    }),
    challengedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ challengedAt }) => challengedAt }),
    answerBy: t.field({
      type: 'DateTime',
      description: 'When the answer is due.',
      resolve: ({ answerBy }) => answerBy,
    }),
    answeredAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the answer came, if it did.',
      resolve: ({ answeredAt }) => answeredAt,
    }),
    upheld: t.boolean({
      nullable: true,
      description: 'True: the throw did not stand. Null until settled, and for a throw that was voided.',
      resolve: ({ upheld }) => upheld,
    }),
  }),
});
