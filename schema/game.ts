import { Cup, Game, Player } from '../entities/game.ts';
import { User } from '../entities/user.ts';
import { gameThrows } from '../resolvers/game/gameThrows.ts';
import { myGames, openGames } from '../resolvers/game/listGames.ts';
import { pollSize, pollStream } from '../resolvers/stream/pollStream.ts';
import { encodeCursor } from '../subscriptions/cursor.ts';
import { streamId } from '../subscriptions/topics.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { GameStatusEnum } from './errors.ts';
import { gameEventsConnection, visibleItem } from './gameEvents.ts';
import { inOrder } from './inOrder.ts';
import { Throw } from '../entities/throw.ts';

const GameSettingsRef = builder.objectRef<Game>('GameSettings');
GameSettingsRef.implement({
  description: 'What a game is played by, fixed when it is created.',
  fields: (t) => ({
    maxPlayers: t.exposeInt('maxPlayers', { description: 'Seats, 2 to 8.' }),
    cupsPerPlayer: t.exposeInt('cupsPerPlayer', { description: 'Cups each player defends, 1 to 10.' }),
    challengesPerPlayer: t.exposeInt('challengesPerPlayer', { description: 'Challenges each player has, 0 to 10.' }),
    challengeSeconds: t.float({
      description: 'How long a ball in flight is open to challenge, 1 to 120.',
      resolve: ({ challengeWindowMs }) => challengeWindowMs / 1000,
    }),
    answerSeconds: t.float({
      description: 'How long a challenged thrower has to answer, 1 to 120.',
      resolve: ({ answerWindowMs }) => answerWindowMs / 1000,
    }),
  }),
});

builder.objectType(Player, {
  name: 'Player',
  description: 'Someone’s seat in a game.',
  fields: (t) => ({
    user: t.field({ type: User, description: 'Who sits there.', resolve: ({ user }) => user.loadOrFail() }),
    seat: t.exposeInt('seat', { description: 'From 0.' }),
    cups: t.field({
      type: [Cup],
      description: 'Their cups by position, standing or not.',
      resolve: async ({ game, user }) => {
        const cups = await (await game.loadOrFail()).cups.loadItems({ dataloader: true });
        return cups.filter(({ owner }) => owner.id === user.id);
      },
    }),
    challengesLeft: t.exposeInt('challengesLeft', { description: 'Challenges not yet spent.' }),
    score: t.exposeInt('score', { description: 'Points in this game. May be below zero.' }),
    sittingOutUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when a penalty keeps them from throwing; null when none ever did.',
      resolve: ({ sittingOutUntil }) => sittingOutUntil,
    }),
    leftAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When they forfeited the game; null while they play.',
      resolve: ({ leftAt }) => leftAt,
    }),
  }),
});

builder.node(Cup, {
  name: 'Cup',
  description: 'A cup to hit, and to defend.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Cup, { id: { $in: ids } })),
  fields: (t) => ({
    owner: t.field({ type: User, description: 'Who defends it.', resolve: ({ owner }) => owner.loadOrFail() }),
    position: t.exposeInt('position', { description: 'Its place in its owner’s rack, from 0.' }),
    standing: t.exposeBoolean('standing', { description: 'False once a throw at it landed or its owner forfeited.' }),
  }),
});

builder.node(Game, {
  name: 'Game',
  description: 'A game of throws.',
  id: { resolve: ({ id }) => id },
  loadMany: async (ids: string[], { em }) => inOrder(ids, await em.find(Game, { id: { $in: ids } })),
  fields: (t) => ({
    cursor: t.string({
      description: 'The event this state reflects, at the least. Subscribe after it to miss nothing.',
      resolve: ({ id, streamHead }, _args, { services }) =>
        encodeCursor({ stream: streamId('Game', id), epoch: services.log.epoch, seq: streamHead }),
    }),
    status: t.field({ type: GameStatusEnum, description: 'How far it is.', resolve: ({ status }) => status }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When its lobby opened.',
      resolve: ({ createdAt }) => createdAt,
    }),
    startedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it began.',
      resolve: ({ startedAt }) => startedAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was won or abandoned.',
      resolve: ({ finishedAt }) => finishedAt,
    }),
    host: t.field({ type: User, description: 'Who starts it.', resolve: ({ host }) => host.loadOrFail() }),
    winner: t.field({
      type: User,
      nullable: true,
      description: 'The one left with cups standing, once it is over.',
      resolve: ({ winner }) => winner?.loadOrFail(),
    }),
    players: t.field({
      type: [Player],
      description: 'Everyone seated, by seat; also those who forfeited.',
      resolve: ({ players }) => players.loadItems({ dataloader: true }),
    }),
    settings: t.field({ type: GameSettingsRef, description: 'What it is played by.', resolve: (game) => game }),
    throws: t.connection({
      type: Throw,
      description: 'Every throw, rejected ones too, in the order they were decided. At most 200 a page.',
      resolve: async (game, args, context) => connectionOf(await gameThrows(context, game, args)),
    }),
    events: t.field({
      type: gameEventsConnection,
      description: 'The events of gameEvents, by polling: the same events, the same cursors.',
      args: {
        after: t.arg.string({ required: false, description: 'A cursor of this game; left out, all that is kept.' }),
        first: t.arg.int({
          required: false,
          description: `How many, ${pollSize.usual} when left out, ${pollSize.most} at most.`,
        }),
        last: t.arg.int({
          required: false,
          description: `So many of the newest, ${pollSize.most} at most, the oldest first; without the others.`,
        }),
      },
      resolve: async ({ id }, args, context) => {
        const { items, ...page } = await pollStream(context, 'Game', id, args);
        const edges = items.map((item) => ({ node: visibleItem(item, context), cursor: encodeCursor(item) }));
        const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
        return { edges, pageInfo: { startCursor, endCursor, ...page } };
      },
    }),
  }),
});

builder.queryFields((t) => ({
  game: t.field({
    type: Game,
    nullable: true,
    authScopes: { known: true },
    description: 'A game by id, or null when there is none. Anyone signed in may watch.',
    args: { id: t.arg.globalID({ for: Game, description: 'Of a Game.' }) },
    resolve: (_root, { id }, { em }) => em.findOne(Game, id.id),
  }),
  openGames: t.connection({
    type: Game,
    authScopes: { signedIn: true },
    description: 'Lobbies waiting for players, the newest first.',
    resolve: async (_root, args, context) => connectionOf(await openGames(context, args)),
  }),
  myGames: t.connection({
    type: Game,
    authScopes: { signedIn: true },
    description: 'Games the viewer has or had a seat in, the newest first.',
    resolve: async (_root, args, context) => connectionOf(await myGames(context, args)),
  }),
}));
