import { Scoreboard } from '../entities/scoreboard.ts';
import { topSize } from '../resolvers/scoreboard/readBoard.ts';
import { standings } from '../resolvers/scoreboard/standings.ts';
import type { StandingsSnapshot } from '../subscriptions/standings/liveStandings.ts';
import { builder } from './builder.ts';
import { encodeGlobalId } from './globalId.ts';
import { personRef } from './streams.ts';

const StandingRef = builder.objectRef<StandingsSnapshot['entries'][number]>('Standing');
StandingRef.implement({
  description: 'One line of the standings.',
  fields: (t) => ({
    user: t.field({ type: personRef, description: 'Who.', resolve: ({ user }) => user }),
    rank: t.exposeInt('rank', { description: 'From 1.' }),
    score: t.exposeInt('score', { description: 'What they have.' }),
    achievedAt: t.field({
      type: 'DateTime',
      description: 'Since when they have it.',
      resolve: ({ achievedAt }) => achievedAt,
    }),
  }),
});

const StandingsRef = builder.objectRef<StandingsSnapshot>('Standings');
StandingsRef.implement({
  description: 'The top of a board at one moment. State, not history: the newest says all.',
  fields: (t) => ({
    scoreboardId: t.id({
      description: 'Of the Scoreboard.',
      resolve: ({ scoreboardId }) => encodeGlobalId('Scoreboard', scoreboardId),
    }),
    entries: t.field({
      type: [StandingRef],
      description: 'From the first rank down.',
      resolve: ({ entries }) => entries,
    }),
    size: t.exposeInt('size', { description: 'How many people are on the board.' }),
    version: t.exposeString('version', { description: 'Opaque. Equal versions of a board hold equal standings.' }),
    at: t.field({ type: 'DateTime', description: 'When it was read.', resolve: ({ at }) => new Date(at) }),
  }),
});

builder.subscriptionFields((t) => ({
  standings: t.field({
    type: StandingsRef,
    authScopes: { known: true },
    description:
      'The standings of a board: as they are at once, then after each change, at most ten times a second. After a reconnect it begins with the newest again, so there is no cursor.',
    args: {
      scoreboardId: t.arg.globalID({ for: Scoreboard, description: 'Of a Scoreboard.' }),
      first: t.arg.int({
        required: false,
        defaultValue: topSize.usual,
        description: `How many entries, ${topSize.most} at most.`,
      }),
    },
    subscribe: (_root, { scoreboardId, first }, context) =>
      standings(context, { scoreboardId: scoreboardId.id, first }),
    resolve: (snapshot) => snapshot,
  }),
}));
