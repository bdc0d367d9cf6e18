import { Game } from '../entities/game.ts';
import {
  globalBoardId,
  Scoreboard,
  type ScoreOperator,
  type SortOrder,
  type Submission,
} from '../entities/scoreboard.ts';
import { User } from '../entities/user.ts';
import type { Context } from '../resolvers/context.ts';
import { visibleBoards } from '../resolvers/group/boardSight.ts';
import { pageOf } from '../resolvers/page.ts';
import { findBoard } from '../resolvers/scoreboard/findBoard.ts';
import {
  aroundOf,
  boardNow,
  entryOf,
  radiusSize,
  seasonAsked,
  seasonsOf,
  topOf,
  topSize,
  type Season,
} from '../resolvers/scoreboard/readBoard.ts';
import type { RankedEntry } from '../subscriptions/standings/standing.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { inOrder } from './inOrder.ts';

export const ScoreOperatorEnum = builder.enumType('ScoreOperator', {
  description: 'What a new score does to the one there is.',
  values: {
    INCREMENT: { description: 'Is added to it.' },
    BEST: { description: 'Replaces it when it is better by the board’s order.' },
    SET: { description: 'Replaces it.' },
  } satisfies Record<ScoreOperator, object>,
});

export const SortOrderEnum = builder.enumType('SortOrder', {
  description: 'Which score is best.',
  values: {
    HIGHEST_FIRST: { description: 'The greatest: points.' },
    LOWEST_FIRST: { description: 'The least: times, strokes.' },
  } satisfies Record<SortOrder, object>,
});

export const SubmissionEnum = builder.enumType('ScoreSubmission', {
  description: 'Who may submit scores.',
  values: {
    SERVICE: { description: 'Services with the scope scores:write alone.' },
    PLAYER: { description: 'Players for themselves too, so many a minute and so many points at once.' },
  } satisfies Record<Submission, object>,
});

export const ScoreboardEntryRef = builder.objectRef<RankedEntry>('ScoreboardEntry');
ScoreboardEntryRef.implement({
  description: 'Where someone stands.',
  fields: (t) => ({
    user: t.field({
      type: User,
      description: 'Who.',
      resolve: ({ userId }, _args, context) => person(context, userId),
    }),
    rank: t.exposeInt('rank', {
      description: 'From 1, exact. Nobody shares one: of equal scores whoever got there first ranks higher.',
    }),
    score: t.exposeInt('score', { description: 'What they have.' }),
    achievedAt: t.field({
      type: 'DateTime',
      description: 'Since when they have it.',
      resolve: ({ achievedAt }) => achievedAt,
    }),
  }),
});

/** Loads in one query for a whole list. */
function person({ em }: Context, userId: string): Promise<User> {
  return em.getReference(User, userId, { wrapped: true }).loadOrFail();
}

const SeasonRef = builder.objectRef<Season>('ScoreboardSeason');
SeasonRef.implement({
  description: 'A board from one reset to the next.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1. Give it as `season` to read how it stands or ended.' }),
    startedAt: t.field({ type: 'DateTime', description: 'When it began.', resolve: ({ startedAt }) => startedAt }),
    endedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended; null for the one that is on.',
      resolve: ({ endedAt }) => endedAt,
    }),
  }),
});

const seasonNote = 'A season by number; left out, the one that is on.';

builder.node(Scoreboard, {
  name: 'Scoreboard',
  description:
    'Who has how many points, in order. Ranks are exact at any moment. That of a battle within a group is for its members, as the battle is.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) =>
    inOrder(ids, await visibleBoards(context, await context.em.find(Scoreboard, { id: { $in: ids } }))),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The name programs know it by; unique.' }),
    title: t.exposeString('title', { description: 'The name to show.' }),
    operator: t.field({
      type: ScoreOperatorEnum,
      description: 'What a new score does.',
      resolve: ({ operator }) => operator,
    }),
    sortOrder: t.field({ type: SortOrderEnum, description: 'What is best.', resolve: ({ sortOrder }) => sortOrder }),
    submission: t.field({
      type: SubmissionEnum,
      description: 'Who submits scores to it.',
      resolve: ({ submission }) => submission,
    }),
    maxPlayerPoints: t.exposeInt('mostPlayerPoints', {
      description: 'The most points, above or below zero, that a player submits at once.',
    }),
    resetSchedule: t.string({
      nullable: true,
      description: 'When it begins anew: cron of five fields, in UTC. Null: never.',
      resolve: ({ resetSchedule }) => resetSchedule,
    }),
    resetsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it begins anew next; null: never.',
      resolve: async (board, _args, context) => (await boardNow(context, board)).resetsAt,
    }),
    season: t.int({
      description: 'Number of the season that is on, from 1.',
      resolve: async (board, _args, context) => (await seasonAsked(context, board, null)).season,
    }),
    seasons: t.field({
      type: [SeasonRef],
      description: 'Every season, the newest first; the last 1000 of them.',
      resolve: (board, _args, context) => seasonsOf(context, board),
    }),
    size: t.int({
      description: 'How many people are on it.',
      args: { season: t.arg.int({ required: false, description: seasonNote }) },
      resolve: async (board, { season }, context) =>
        context.services.ranks.size(await seasonAsked(context, board, season)),
    }),
    top: t.connection({
      type: ScoreboardEntryRef,
      description: `From the first rank down: ${topSize.usual} when \`first\` is left out, ${topSize.most} at most a page. Pages go by rank, so one read while people move may show somebody twice.`,
      args: { season: t.arg.int({ required: false, description: seasonNote }) },
      resolve: (board, args, context) => topOf(context, board, args),
    }),
    entry: t.field({
      type: ScoreboardEntryRef,
      nullable: true,
      description: 'Where someone stands; null when they are not on the board.',
      args: {
        userId: t.arg.globalID({ for: User, required: false, description: 'Whose; the viewer’s when left out.' }),
        season: t.arg.int({ required: false, description: seasonNote }),
      },
      resolve: (board, { userId, season }, context) => entryOf(context, board, { userId: userId?.id, season }),
    }),
    around: t.field({
      type: [ScoreboardEntryRef],
      description: 'Someone’s entry with those just above and below, by rank; nothing when they are not on the board.',
      args: {
        userId: t.arg.globalID({ for: User, required: false, description: 'Whom; the viewer when left out.' }),
        radius: t.arg.int({
          required: false,
          defaultValue: radiusSize.usual,
          description: `How many on either side, ${radiusSize.most} at most.`,
        }),
        season: t.arg.int({ required: false, description: seasonNote }),
      },
      resolve: (board, { userId, radius, season }, context) =>
        aroundOf(context, board, { userId: userId?.id, radius, season }),
    }),
  }),
});

builder.objectField(Game, 'scoreboard', (t) =>
  t.field({
    type: Scoreboard,
    description: 'The points of this game, as a board: its players from the start on.',
    resolve: async ({ id, createdAt }, _args, { em }) => {
      const board = em.getReference(Scoreboard, id, { wrapped: true });
      await board.load();
      if (board.isInitialized()) return board.unwrap();
      // A lobby that a server of an earlier release has opened gets its board as it starts.
      return em.fork().create(
        Scoreboard,
        {
          id,
          key: `game:${id}`,
          kind: 'GAME',
          title: 'Game',
          operator: 'INCREMENT',
          sortOrder: 'HIGHEST_FIRST',
          submission: 'SERVICE',
          mostPlayerPoints: 1,
          season: 1,
          createdAt,
        },
        { persist: false },
      );
    },
  }),
);

builder.queryFields((t) => ({
  scoreboard: t.field({
    type: Scoreboard,
    nullable: true,
    authScopes: { known: true },
    description: 'A board by key, or null when there is none for you.',
    args: { key: t.arg.string({ description: 'Its key.' }) },
    resolve: async (_root, { key }, context) => {
      const board = await findBoard(context, key);
      return board && ((await visibleBoards(context, [board]))[0] ?? null);
    },
  }),
  globalLeaderboard: t.field({
    type: Scoreboard,
    authScopes: { known: true },
    description: 'Everyone who has risen above level 1, by level × 100.',
    resolve: (_root, _args, { em }) => em.findOneOrFail(Scoreboard, globalBoardId),
  }),
  scoreboards: t.connection({
    type: Scoreboard,
    authScopes: { known: true },
    description: 'Integrators’ boards and the global one, the oldest first. At most 200 a page.',
    resolve: async (_root, args, { em }) =>
      connectionOf(
        await em.findByCursor(Scoreboard, {
          where: { kind: { $in: ['CUSTOM', 'GLOBAL'] } },
          orderBy: { id: 'asc' },
          ...pageOf(args),
        }),
      ),
  }),
}));
