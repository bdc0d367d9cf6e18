import { Tournament, TournamentEntry } from '../entities/tournament.ts';
import {
  EntryClosedError,
  InvalidInputError,
  LevelTooLowError,
  NotAParticipantError,
  NotEnoughCoinsError,
  NotFoundError,
  TournamentNotFinishedError,
} from '../resolvers/errors.ts';
import { claimReward } from '../resolvers/tournament/claimReward.ts';
import { defineTournament } from '../resolvers/tournament/defineTournament.ts';
import { enterTournament } from '../resolvers/tournament/enterTournament.ts';
import { builder } from './builder.ts';

builder.relayMutationField(
  'enterTournament',
  {
    description: 'What to enter.',
    inputFields: (t) => ({
      tournamentId: t.globalID({ for: Tournament, required: false, description: 'Today’s when left out.' }),
    }),
  },
  {
    description:
      'Takes the entry fee and seats you in a group: both or neither. Entering twice is the same entry, charged once.',
    authScopes: { signedIn: true },
    errors: { types: [LevelTooLowError, NotEnoughCoinsError, EntryClosedError, NotFoundError] },
    resolve: (_root, { input }, context) => enterTournament(context, { tournamentId: input.tournamentId?.id }),
  },
  {
    description: 'Entered, now or before.',
    outputFields: (t) => ({
      entry: t.field({ type: TournamentEntry, description: 'Yours.', resolve: (entry) => entry }),
    }),
  },
);

builder.relayMutationField(
  'claimReward',
  {
    description: 'What to claim the reward of.',
    inputFields: (t) => ({
      tournamentId: t.globalID({
        for: Tournament,
        required: false,
        description: 'Left out: the last one that owes you a reward, else the one you claimed last.',
      }),
    }),
  },
  {
    description:
      'Pays what your rank earned, once the tournament has ended. Claiming twice pays once. What nobody claims is paid unasked after some days.',
    authScopes: { signedIn: true },
    errors: { types: [TournamentNotFinishedError, NotAParticipantError, NotFoundError] },
    resolve: (_root, { input }, context) => claimReward(context, { tournamentId: input.tournamentId?.id }),
  },
  {
    description: 'Claimed, now or before.',
    outputFields: (t) => ({
      entry: t.field({ type: TournamentEntry, description: 'Yours, with its coinsEarned.', resolve: (entry) => entry }),
    }),
  },
);

const TournamentRewardInput = builder.inputType('TournamentRewardInput', {
  description: 'Coins for everyone whose rank in their group is between the two.',
  fields: (t) => ({
    fromRank: t.int({ description: 'From 1.' }),
    toRank: t.int({ description: 'Included; up to 1000.' }),
    coins: t.int({ description: '0 to 1000000, for each of them.' }),
  }),
});

builder.relayMutationField(
  'defineTournament',
  {
    description: 'A tournament beside the daily one; what is left out is as in that one.',
    inputFields: (t) => ({
      name: t.string({ description: '1 to 80 visible characters, and not “Daily”.' }),
      startsAt: t.field({ type: 'DateTime', description: 'When it opens; it may have begun.' }),
      entryClosesAt: t.field({
        type: 'DateTime',
        description: 'Until when it can be entered: after startsAt and now.',
      }),
      endsAt: t.field({
        type: 'DateTime',
        description: 'When it is over: not before entryClosesAt, within 366 days of startsAt.',
      }),
      minLevel: t.int({ required: false, description: 'The least level that may enter, 1 to 1000000; default 10.' }),
      entryFee: t.int({ required: false, description: 'Coins, 0 to 1000000; default 500.' }),
      groupSize: t.int({ required: false, description: 'Seats a group, 2 to 1000; default 35.' }),
      rewards: t.field({
        type: [TournamentRewardInput],
        required: false,
        description: 'At most 100, none overlapping; default 5000, 3000, 2000, and 1000 for ranks 4 to 10.',
      }),
    }),
  },
  {
    description:
      'Adds a tournament of your own times, fee, level, groups and rewards. Admins only. The same name and startsAt with the same settings again is the same tournament.',
    authScopes: { admin: true },
    errors: { types: [InvalidInputError] },
    resolve: (_root, { input }, context) => defineTournament(context, input),
  },
  {
    description: 'Defined, now or before.',
    outputFields: (t) => ({
      tournament: t.field({ type: Tournament, description: 'As it is.', resolve: (tournament) => tournament }),
    }),
  },
);
