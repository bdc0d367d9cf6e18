import { Cup, Game } from '../entities/game.ts';
import { Challenge, Throw } from '../entities/throw.ts';
import {
  AlreadyChallengedError,
  AnswerWindowClosedError,
  ChallengeWindowClosedError,
  InvalidInputError,
  NoChallengesLeftError,
  NotChallengedError,
  NotCupOwnerError,
  NotFoundError,
  NotThrowerError,
} from '../resolvers/errors.ts';
import { answerChallenge } from '../resolvers/game/answerChallenge.ts';
import { challengeThrow } from '../resolvers/game/challengeThrow.ts';
import { throwBall } from '../resolvers/game/throwBall.ts';
import { voidThrow } from '../resolvers/game/voidThrow.ts';
import { reasonLength } from '../resolvers/operator/readReason.ts';
import { builder } from './builder.ts';

const signedIn = { signedIn: true };

builder.relayMutationField(
  'throwBall',
  {
    description: 'A throw: in the clear (cupId, nonce, thrownAt) or sealed.',
    inputFields: (t) => ({
      gameId: t.globalID({ for: Game, description: 'The game.' }),
      cupId: t.globalID({
        for: Cup,
        required: false,
        description: 'The cup to hit, in the clear. Either this or sealed.',
      }),
      sealed: t.string({
        required: false,
        description:
          'A compact JWE (ECDH-ES, A256GCM) to the server’s published encryption key, of {gameId, cupId, nonce, thrownAt, sub}.',
      }),
      nonce: t.string({
        required: false,
        description:
          'With cupId, required: 8 to 128 printable ASCII characters of your choice. The same nonce and cup again is the same throw; the same nonce for anything else is REPLAYED.',
      }),
      thrownAt: t.field({
        type: 'DateTime',
        required: false,
        description: 'With cupId, required: your clock. More than 15 seconds off is STALE.',
      }),
      commitment: t.string({
        required: false,
        description:
          'Unpadded base64url SHA-256 of a secret you keep, to answer a challenge with. Left out, the server makes the secret.',
      }),
    }),
  },
  {
    description:
      'Throws a ball at somebody else’s cup. It stands unless the cup’s owner challenges it in time and you fail to answer. A throw that breaks a rule is a Throw with status REJECTED, not an error.',
    authScopes: signedIn,
    errors: { types: [InvalidInputError, NotFoundError] },
    resolve: (_root, { input: { gameId, cupId, ...rest } }, context) =>
      throwBall(context, { ...rest, gameId: gameId.id, cupId: cupId?.id }),
  },
  {
    name: 'ThrowBallPayload',
    description: 'Decided: IN_FLIGHT or REJECTED.',
    outputFields: (t) => ({
      throw: t.field({ type: Throw, description: 'The throw, with its hops so far.', resolve: ({ thrown }) => thrown }),
      answerKey: t.exposeString('answerKey', {
        nullable: true,
        description:
          'The secret to answer a challenge with, when the server made it; again on an identical retry until the throw settles.',
      }),
    }),
  },
);

const throwIdInput = { description: 'Of a Throw.' };

builder.relayMutationField(
  'challengeThrow',
  {
    description: 'What to challenge.',
    inputFields: (t) => ({ throwId: t.globalID({ for: Throw, ...throwIdInput }) }),
  },
  {
    description: 'Doubts a ball in flight at your cup. It costs one of your challenges, whatever comes of it.',
    authScopes: signedIn,
    errors: {
      types: [
        NotCupOwnerError,
        NoChallengesLeftError,
        ChallengeWindowClosedError,
        AlreadyChallengedError,
        NotFoundError,
      ],
    },
    resolve: (_root, { input }, context) => challengeThrow(context, { throwId: input.throwId.id }),
  },
  {
    description: 'Challenged.',
    outputFields: (t) => ({
      challenge: t.field({ type: Challenge, description: 'The challenge.', resolve: (challenge) => challenge }),
    }),
  },
);

builder.relayMutationField(
  'answerChallenge',
  {
    description: 'The proof that the throw was yours.',
    inputFields: (t) => ({
      throwId: t.globalID({ for: Throw, ...throwIdInput }),
      secret: t.string({ description: 'The secret behind the commitment: your own, or the answerKey you were given.' }),
    }),
  },
  {
    description:
      'Answers for your challenged throw. The right secret lands it; a wrong one overturns it, with a penalty. The same answer again changes nothing.',
    authScopes: signedIn,
    errors: { types: [NotThrowerError, NotChallengedError, AnswerWindowClosedError, NotFoundError] },
    resolve: (_root, { input }, context) =>
      answerChallenge(context, { throwId: input.throwId.id, secret: input.secret }),
  },
  {
    description: 'Settled.',
    outputFields: (t) => ({
      throw: t.field({ type: Throw, description: 'LANDED or OVERTURNED.', resolve: (ball) => ball }),
    }),
  },
);

builder.relayMutationField(
  'voidThrow',
  {
    description: 'What to void, and why.',
    inputFields: (t) => ({
      throwId: t.globalID({ for: Throw, ...throwIdInput }),
      reason: t.string({
        description: `Why: told to everyone in the game, and kept in the audit log; 1 to ${reasonLength} characters.`,
      }),
    }),
  },
  {
    description:
      'Takes a ball out of the air, without points or penalty, which is written to the audit log. Admins only. A throw that is over stays as it is.',
    authScopes: { admin: true },
    errors: { types: [NotFoundError, InvalidInputError] },
    resolve: (_root, { input: { throwId, reason } }, context) => voidThrow(context, { throwId: throwId.id, reason }),
  },
  {
    description: 'Voided.',
    outputFields: (t) => ({ throw: t.field({ type: Throw, description: 'The throw.', resolve: (ball) => ball }) }),
  },
);
