import { Battle } from '../entities/battle.ts';
import { Group } from '../entities/group.ts';
import { Scoreboard } from '../entities/scoreboard.ts';
import { User } from '../entities/user.ts';
import { visibleBattles, requireSight } from '../resolvers/battle/battleAccess.ts';
import { fighterCount, fightersOf, isFighting, mostFighters, type FighterPlace } from '../resolvers/battle/fighters.ts';
import { listBattles } from '../resolvers/battle/listBattles.ts';
import { pollSize, pollStream } from '../resolvers/stream/pollStream.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import { streamId } from '../subscriptions/topics.ts';
import { BattleStatusEnum } from './battleErrors.ts';
import { battleEventsConnection, CancelReasonEnum } from './battleEvents.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { inOrder } from './inOrder.ts';

const FighterRef = builder.objectRef<FighterPlace>('Fighter');
FighterRef.implement({
  description: 'Somebody in a battle.',
  fields: (t) => ({
    user: t.field({
      type: User,
      description: 'Who.',
      resolve: ({ userId }, _args, { em }) => em.getReference(User, userId, { wrapped: true }).loadOrFail(),
    }),
    score: t.exposeInt('score', { description: 'Points since it began; final once it is FINISHED.' }),
    rank: t.int({
      nullable: true,
      description: 'From 1, and nobody shares one; null before it runs, final once it is FINISHED.',
      resolve: ({ rank }) => rank,
    }),
  }),
});

builder.node(Battle, {
  name: 'Battle',
  description:
    'A race of so many seconds: whoever scores most in it, on whichever boards that add up, wins. One within a group is for its members; others find nothing under its id.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], context) => inOrder(ids, await visibleBattles(context, ids)),
  fields: (t) => ({
    cursor: t.string({
      description: 'The event this state reflects, at the least. Subscribe after it to miss nothing.',
      resolve: ({ id, streamHead }, _args, { services }) =>
        encodeCursor({ stream: streamId('Battle', id), epoch: services.log.epoch, seq: streamHead }),
    }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    group: t.field({
      type: Group,
      nullable: true,
      description: 'The group it is within; null of one that is open to all.',
      resolve: ({ group }) => group?.loadOrFail() ?? null,
    }),
    host: t.field({
      type: User,
      description: 'Who may begin and cancel it.',
      resolve: ({ host }) => host.loadOrFail(),
    }),
    status: t.field({ type: BattleStatusEnum, description: 'How far it is.', resolve: ({ status }) => status }),
    cancelReason: t.field({
      type: CancelReasonEnum,
      nullable: true,
      description: 'Why it was CANCELLED; null unless it was.',
      resolve: ({ cancelledBecause }) => cancelledBecause,
    }),
    seconds: t.exposeInt('seconds', { description: 'How long it runs.' }),
    minFighters: t.exposeInt('minFighters', { description: 'So many it takes to begin.' }),
    maxFighters: t.exposeInt('maxFighters', { description: 'So many may join.' }),
    beginsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it begins by itself, or began; null of one that waits for its host.',
      resolve: ({ beginsAt, beganAt }) => beganAt ?? beginsAt,
    }),
    endsAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is over, or was; null before it begins.',
      resolve: ({ endsAt }) => endsAt,
    }),
    fighters: t.field({
      type: [FighterRef],
      complexity: { field: 1, multiplier: mostFighters },
      description: 'Everyone in it: in the order in which they came while it is WAITING, then by rank. At most 1,000.',
      resolve: (battle, _args, context) => fightersOf(context, battle),
    }),
    fighterCount: t.int({
      description: 'How many are in it.',
      resolve: (battle, _args, context) => fighterCount(context, battle),
    }),
    fighting: t.boolean({
      description: 'Whether the viewer is in it.',
      resolve: (battle, _args, context) => isFighting(context, battle),
    }),
    scoreboard: t.field({
      type: Scoreboard,
      description:
        'Everyone in it by what they scored in it, from zero on; empty before it begins. Follow it by standings.',
      resolve: ({ id }, _args, { em }) => em.getReference(Scoreboard, id, { wrapped: true }).loadOrFail(),
    }),
    winner: t.field({
      type: User,
      nullable: true,
      description: 'Once FINISHED, whoever ranks first; null where nobody has more than nothing.',
      resolve: ({ winner }) => winner?.loadOrFail() ?? null,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its ranks stood; null before.',
      resolve: ({ finishedAt }) => finishedAt,
    }),
    events: t.field({
      type: battleEventsConnection,
      description: 'The events of battleEvents, by polling: the same events, the same cursors.',
      args: {
        after: t.arg.string({ required: false, description: 'A cursor of this battle; left out, all that is kept.' }),
        first: t.arg.int({
          required: false,
          description: `How many, ${pollSize.usual} when left out, ${pollSize.most} at most.`,
        }),
      },
      resolve: async ({ id }, args, context) => {
        await requireSight(context, id);
        const { items, ...page } = await pollStream(context, 'Battle', id, args);
        const edges = items.map((item) => ({ node: item, cursor: encodeCursor(item) }));
        const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
        return { edges, pageInfo: { startCursor, endCursor, ...page } };
      },
    }),
  }),
});

builder.queryFields((t) => ({
  battle: t.field({
    type: Battle,
    nullable: true,
    authScopes: { known: true },
    description: 'A battle by id; null when there is none for you.',
    args: { id: t.arg.globalID({ for: Battle, description: 'Of a Battle.' }) },
    resolve: async (_root, { id }, context) => (await visibleBattles(context, [id.id]))[0],
  }),
  battles: t.connection({
    type: Battle,
    authScopes: { known: true },
    description: 'Battles open to all and those of your groups, the newest first. At most 200 a page.',
    args: {
      status: t.arg({ type: BattleStatusEnum, required: false, description: 'Only those that are this far.' }),
    },
    resolve: async (_root, args, context) => connectionOf(await listBattles(context, args)),
  }),
}));
