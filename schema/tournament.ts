import { Scoreboard } from '../entities/scoreboard.ts';
import {
  type RewardBand,
  Tournament,
  TournamentEntry,
  TournamentGroup,
  type TournamentStatus,
} from '../entities/tournament.ts';
import { User } from '../entities/user.ts';
import { pollSize, pollStream } from '../resolvers/stream/pollStream.ts';
import { entryPlace } from '../resolvers/tournament/entryPlace.ts';
import { currentTournament, myTournaments, tournaments } from '../resolvers/tournament/listTournaments.ts';
import { myEntry, participantCount } from '../resolvers/tournament/participants.ts';
import { tournamentStatus } from '../resolvers/tournament/tournamentStatus.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import { streamId } from '../subscriptions/topics.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { inOrder } from './inOrder.ts';
import { tournamentEventsConnection } from './tournamentEvents.ts';

const TournamentStatusEnum = builder.enumType('TournamentStatus', {
  description: 'How far a tournament is. Its times say, to the millisecond.',
  values: {
    SCHEDULED: { description: 'Before startsAt.' },
    OPEN: { description: 'From startsAt to entryClosesAt: it can be entered, and levels count in it.' },
    ENTRY_CLOSED: { description: 'From entryClosesAt on: whoever is in plays on until endsAt.' },
    FINISHED: { description: 'Over, and the ranks and rewards stand: moments after endsAt.' },
    CANCELLED: { description: 'Called off.' },
  } satisfies Record<TournamentStatus, object>,
});

const TournamentRewardRef = builder.objectRef<RewardBand>('TournamentReward');
TournamentRewardRef.implement({
  description: 'What everyone earns whose rank in their group is between the two.',
  fields: (t) => ({
    fromRank: t.exposeInt('fromRank', { description: 'The best of the ranks, from 1.' }),
    toRank: t.exposeInt('toRank', { description: 'The last of them, included.' }),
    coins: t.exposeInt('coins', { description: 'For each of them.' }),
  }),
});

builder.node(Tournament, {
  name: 'Tournament',
  description:
    'A contest in groups: who enters pays a fee, gains points by rising levels, and earns coins by their rank within their group.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Tournament, { id: { $in: ids } })),
  fields: (t) => ({
    cursor: t.string({
      description: 'The event this state reflects, at the least. Subscribe after it to miss nothing.',
      resolve: ({ id, streamHead }, _args, { services }) =>
        encodeCursor({ stream: streamId('Tournament', id), epoch: services.log.epoch, seq: streamHead }),
    }),
    name: t.exposeString('name', { description: 'What it is called; the one of each day is “Daily”.' }),
    status: t.field({
      type: TournamentStatusEnum,
      description: 'How far it is.',
      resolve: (tournament, _args, context) => tournamentStatus(context, tournament),
    }),
    startsAt: t.field({
      type: 'DateTime',
      description: 'When it opens. The daily one: 00:00 UTC.',
      resolve: ({ startsAt }) => startsAt,
    }),
    entryClosesAt: t.field({
      type: 'DateTime',
      description: 'Until when it can be entered. The daily one: 12:00 UTC.',
      resolve: ({ entryClosesAt }) => entryClosesAt,
    }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'Until when levels count. The daily one: 23:59 UTC.',
      resolve: ({ endsAt }) => endsAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its ranks and rewards stood; null before.',
      resolve: ({ finishedAt }) => finishedAt,
    }),
    minLevel: t.exposeInt('minLevel', { description: 'The least level that may enter. The daily one: 10.' }),
    entryFee: t.exposeInt('entryFee', { description: 'Coins that entering takes. The daily one: 500.' }),
    groupSize: t.exposeInt('groupSize', { description: 'Seats in each group. The daily one: 35.' }),
    rewards: t.field({
      type: [TournamentRewardRef],
      description: 'By rank, the best first. Ranks that are not named earn nothing.',
      resolve: ({ rewards }) => rewards,
    }),
    participantCount: t.int({
      description: 'People who entered.',
      resolve: (tournament, _args, context) => participantCount(context, tournament),
    }),
    myEntry: t.field({
      type: TournamentEntry,
      nullable: true,
      description: 'The viewer’s; null when they did not enter, and for services.',
      resolve: (tournament, _args, context) => myEntry(context, tournament),
    }),
    events: t.field({
      type: tournamentEventsConnection,
      description: 'The events of tournamentEvents, by polling: the same events, the same cursors.',
      args: {
        after: t.arg.string({
          required: false,
          description: 'A cursor of this tournament; left out, all that is kept.',
        }),
        first: t.arg.int({
          required: false,
          description: `How many, ${pollSize.usual} when left out, ${pollSize.most} at most.`,
        }),
      },
      resolve: async ({ id }, args, context) => {
        const { items, ...page } = await pollStream(context, 'Tournament', id, args);
        const edges = items.map((item) => ({ node: item, cursor: encodeCursor(item) }));
        const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
        return { edges, pageInfo: { startCursor, endCursor, ...page } };
      },
    }),
  }),
});

builder.node(TournamentGroup, {
  name: 'TournamentGroup',
  description: 'People of a tournament who are ranked among themselves.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(TournamentGroup, { id: { $in: ids } })),
  fields: (t) => ({
    tournament: t.field({
      type: Tournament,
      description: 'The tournament it is part of.',
      resolve: ({ tournament }) => tournament.loadOrFail(),
    }),
    number: t.exposeInt('number', { description: 'From 1, in the order they were begun.' }),
    band: t.exposeString('band', {
      description: 'The levels its people had as they entered, such as 10-19, where groups go by level; else “all”.',
    }),
    size: t.exposeInt('size', { description: 'People seated; the tournament’s groupSize is the capacity.' }),
    scoreboard: t.field({
      type: Scoreboard,
      description: 'How they stand: everyone seated, from zero on. Follow it by standings.',
      resolve: ({ id }, _args, { em }) => em.getReference(Scoreboard, id, { wrapped: true }).loadOrFail(),
    }),
  }),
});

builder.node(TournamentEntry, {
  name: 'TournamentEntry',
  description: 'Somebody’s part in a tournament.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(TournamentEntry, { id: { $in: ids } })),
  fields: (t) => ({
    user: t.field({ type: User, description: 'Whose.', resolve: ({ user }) => user.loadOrFail() }),
    tournament: t.field({
      type: Tournament,
      description: 'What they entered.',
      resolve: ({ tournament }) => tournament.loadOrFail(),
    }),
    group: t.field({
      type: TournamentGroup,
      description: 'Where they are seated.',
      resolve: ({ group }) => group.loadOrFail(),
    }),
    score: t.int({
      description: 'Points: for each rise while it was on, the new level × 10.',
      resolve: async (entry, _args, context) => (await entryPlace(context, entry)).score,
    }),
    rank: t.int({
      description: 'Within the group, from 1: at this moment, and final once the tournament is FINISHED.',
      resolve: async (entry, _args, context) => (await entryPlace(context, entry)).rank,
    }),
    coinsEarned: t.int({
      nullable: true,
      description: 'The reward that was paid, 0 for a rank without one; null until it is claimed or paid unasked.',
      resolve: ({ claimedAt, reward }) => (claimedAt ? reward : null),
    }),
    enteredAt: t.field({ type: 'DateTime', description: 'When they entered.', resolve: ({ enteredAt }) => enteredAt }),
    claimedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the reward was paid; null before.',
      resolve: ({ claimedAt }) => claimedAt,
    }),
  }),
});

builder.queryFields((t) => ({
  currentTournament: t.field({
    type: Tournament,
    nullable: true,
    authScopes: { known: true },
    description: 'The one of today, by UTC: under way from midnight to 23:59.',
    resolve: (_root, _args, context) => currentTournament(context),
  }),
  tournament: t.field({
    type: Tournament,
    nullable: true,
    authScopes: { known: true },
    description: 'A tournament by id, or null when there is none.',
    args: { id: t.arg.globalID({ for: Tournament, description: 'Of a Tournament.' }) },
    resolve: (_root, { id }, { em }) => em.findOne(Tournament, id.id),
  }),
  tournaments: t.connection({
    type: Tournament,
    authScopes: { known: true },
    description: 'Every tournament, the last defined first. At most 200 a page.',
    args: {
      open: t.arg.boolean({ required: false, description: 'True: only those that can be entered now.' }),
    },
    resolve: async (_root, args, context) => connectionOf(await tournaments(context, args)),
  }),
  myTournaments: t.connection({
    type: Tournament,
    authScopes: { signedIn: true },
    description: 'Those the viewer entered, the last entered first. At most 200 a page.',
    resolve: async (_root, args, context) => {
      const { edges, pageInfo } = connectionOf(await myTournaments(context, args));
      return {
        edges: edges.map(({ node, cursor }) => ({ node: node.tournament.unwrap(), cursor })),
        pageInfo,
      };
    },
  }),
}));
