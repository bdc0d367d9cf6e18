import * as failures from '../resolvers/errors.ts';
import type { ReservationStatus } from '../entities/coins.ts';
import { gameStatuses } from '../entities/game.ts';
import { builder } from './builder.ts';

export const ErrorInterface = builder.interfaceRef<Error>('Error').implement({
  description: 'An expected failure. Its type name is its code; the message says what to do next.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'For people, in English.' }) }),
});

export const GameStatusEnum = builder.enumType('GameStatus', {
  description: 'How far a game is.',
  values: {
    LOBBY: { description: 'Waiting for players; given up after 30 minutes.' },
    ACTIVE: { description: 'Under way.' },
    FINISHED: { description: 'Over, with a winner.' },
    ABANDONED: { description: 'Never started: nobody began it in time, or everyone left.' },
  } satisfies Record<(typeof gameStatuses)[number], object>,
});

const InvalidFieldRef = builder.objectRef<failures.InvalidField>('InvalidField');
InvalidFieldRef.implement({
  description: 'One field of an input that is out of bounds.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Its name in the input.' }),
    message: t.exposeString('message', { description: 'What it must be.' }),
  }),
});

const RefreshRefusalEnum = builder.enumType('RefreshRefusal', {
  description: 'Why a refresh token is refused.',
  values: {
    UNKNOWN: { description: 'No such token.' },
    EXPIRED: { description: 'The session was not refreshed in time.' },
    ENDED: { description: 'The session was signed out, or ended by a reuse.' },
    REUSED: { description: 'The token had been exchanged before; the session ended with this attempt.' },
  } satisfies Record<failures.RefreshRefusal, object>,
});

export const ReservationStatusEnum = builder.enumType('ReservationStatus', {
  description: 'What came of a reservation.',
  values: {
    RESERVED: { description: 'The coins are taken aside.' },
    CONFIRMED: { description: 'They are spent.' },
    ROLLED_BACK: { description: 'They were given back.' },
    EXPIRED: { description: 'Nobody confirmed it in five minutes, and they were given back.' },
  } satisfies Record<ReservationStatus, object>,
});

const interfaces = [ErrorInterface];

builder.objectType(failures.InvalidInputError, {
  name: 'InvalidInputError',
  description: 'Values that are well-formed but not allowed.',
  interfaces,
  fields: (t) => ({
    fields: t.field({ type: [InvalidFieldRef], description: 'What to mend.', resolve: ({ fields }) => fields }),
  }),
});
builder.objectType(failures.NotFoundError, {
  name: 'NotFoundError',
  description: 'No object of the id given.',
  interfaces,
});
builder.objectType(failures.HandleTakenError, {
  name: 'HandleTakenError',
  description: 'Handles are unique, whatever their case.',
  interfaces,
  fields: (t) => ({ handle: t.exposeString('handle', { description: 'The handle asked for.' }) }),
});
builder.objectType(failures.WrongCredentialsError, {
  name: 'WrongCredentialsError',
  description: 'No account has this handle and password; which of them is wrong is not said.',
  interfaces,
});
builder.objectType(failures.InvalidRefreshTokenError, {
  name: 'InvalidRefreshTokenError',
  description: 'The refresh token buys nothing. Sign in again.',
  interfaces,
  fields: (t) => ({
    reason: t.field({ type: RefreshRefusalEnum, description: 'Why.', resolve: ({ reason }) => reason }),
  }),
});
builder.objectType(failures.NoSessionError, {
  name: 'NoSessionError',
  description: 'The token was not made by a sign-in.',
  interfaces,
});
builder.objectType(failures.GameFullError, {
  name: 'GameFullError',
  description: 'Every seat is taken.',
  interfaces,
  fields: (t) => ({ maxPlayers: t.exposeInt('maxPlayers', { description: 'Seats the game has.' }) }),
});
builder.objectType(failures.GameNotJoinableError, {
  name: 'GameNotJoinableError',
  description: 'The game is past its lobby.',
  interfaces,
  fields: (t) => ({
    status: t.field({ type: GameStatusEnum, description: 'What the game is now.', resolve: ({ status }) => status }),
  }),
});
builder.objectType(failures.NotHostError, {
  name: 'NotHostError',
  description: 'Only the host may; where the message says so, cohosts too.',
  interfaces,
});
builder.objectType(failures.NotAuthorError, {
  name: 'NotAuthorError',
  description: 'Only the author may.',
  interfaces,
});
builder.objectType(failures.NotEnoughPlayersError, {
  name: 'NotEnoughPlayersError',
  description: 'Too few are seated to start.',
  interfaces,
  fields: (t) => ({
    players: t.exposeInt('players', { description: 'Seated now.' }),
    needed: t.exposeInt('needed', { description: 'Needed to start.' }),
  }),
});
builder.objectType(failures.NotCupOwnerError, {
  name: 'NotCupOwnerError',
  description: 'Only the owner of the cup a ball flies at may challenge it.',
  interfaces,
});
builder.objectType(failures.NoChallengesLeftError, {
  name: 'NoChallengesLeftError',
  description: 'The challenger has spent every challenge of this game.',
  interfaces,
  fields: (t) => ({
    challengesPerPlayer: t.exposeInt('challengesPerPlayer', { description: 'What each player has a game.' }),
  }),
});
builder.objectType(failures.ChallengeWindowClosedError, {
  name: 'ChallengeWindowClosedError',
  description: 'The throw is not open to challenge any more.',
  interfaces,
  fields: (t) => ({
    challengeBy: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it was; null for a throw that was rejected, or voided.',
      resolve: ({ challengeBy }) => challengeBy,
    }),
  }),
});
builder.objectType(failures.AlreadyChallengedError, {
  name: 'AlreadyChallengedError',
  description: 'A throw is challenged once.',
  interfaces,
  fields: (t) => ({
    answerBy: t.field({
      type: 'DateTime',
      description: 'When its answer is due.',
      resolve: ({ answerBy }) => answerBy,
    }),
  }),
});
builder.objectType(failures.NotThrowerError, {
  name: 'NotThrowerError',
  description: 'Only the thrower may answer.',
  interfaces,
});
builder.objectType(failures.NotChallengedError, {
  name: 'NotChallengedError',
  description: 'There is no challenge to answer.',
  interfaces,
});
builder.objectType(failures.AnswerWindowClosedError, {
  name: 'AnswerWindowClosedError',
  description: 'The answer came late, or differs from the one that settled the throw.',
  interfaces,
  fields: (t) => ({
    answerBy: t.field({ type: 'DateTime', description: 'When it was due.', resolve: ({ answerBy }) => answerBy }),
  }),
});
builder.objectType(failures.ScoreboardKeyTakenError, {
  name: 'ScoreboardKeyTakenError',
  description: 'Keys of scoreboards are unique.',
  interfaces,
  fields: (t) => ({ key: t.exposeString('key', { description: 'The key asked for.' }) }),
});
builder.objectType(failures.ScoreOutOfRangeError, {
  name: 'ScoreOutOfRangeError',
  description: 'A total past 32 bits. Nothing was changed.',
  interfaces,
});
builder.objectType(failures.IdempotencyKeyReusedError, {
  name: 'IdempotencyKeyReusedError',
  description: 'An idempotency key stands for one score for ever. Nothing was changed.',
  interfaces,
  fields: (t) => ({ idempotencyKey: t.exposeString('idempotencyKey', { description: 'The key.' }) }),
});
builder.objectType(failures.NotEnoughCoinsError, {
  name: 'NotEnoughCoinsError',
  description: 'The balance is too small.',
  interfaces,
  fields: (t) => ({
    coins: t.exposeInt('coins', { description: 'The balance.' }),
    needed: t.exposeInt('needed', { description: 'What it takes.' }),
  }),
});
builder.objectType(failures.ReservationSettledError, {
  name: 'ReservationSettledError',
  description: 'The reservation came to another end already.',
  interfaces,
  fields: (t) => ({
    status: t.field({ type: ReservationStatusEnum, description: 'Which.', resolve: ({ status }) => status }),
  }),
});
builder.objectType(failures.LevelTooLowError, {
  name: 'LevelTooLowError',
  description: 'The tournament takes a higher level.',
  interfaces,
  fields: (t) => ({
    level: t.exposeInt('level', { description: 'Yours.' }),
    minLevel: t.exposeInt('minLevel', { description: 'The least that may enter.' }),
  }),
});
builder.objectType(failures.EntryClosedError, {
  name: 'EntryClosedError',
  description: 'The tournament takes nobody now.',
  interfaces,
  fields: (t) => ({
    startsAt: t.field({
      type: 'DateTime',
      description: 'Since when it takes people.',
      resolve: ({ startsAt }) => startsAt,
    }),
    entryClosesAt: t.field({
      type: 'DateTime',
      description: 'Until when.',
      resolve: ({ entryClosesAt }) => entryClosesAt,
    }),
  }),
});
builder.objectType(failures.TournamentNotFinishedError, {
  name: 'TournamentNotFinishedError',
  description: 'Rewards are claimed after the end.',
  interfaces,
  fields: (t) => ({
    endsAt: t.field({ type: 'DateTime', description: 'When that is.', resolve: ({ endsAt }) => endsAt }),
  }),
});
builder.objectType(failures.NotAParticipantError, {
  name: 'NotAParticipantError',
  description: 'Only who entered may claim.',
  interfaces,
});
