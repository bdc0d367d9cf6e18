import { Game } from '../entities/game.ts';
import {
  GameFullError,
  GameNotJoinableError,
  InvalidInputError,
  NotEnoughPlayersError,
  NotFoundError,
  NotHostError,
} from '../resolvers/errors.ts';
import { createGame } from '../resolvers/game/createGame.ts';
import { joinGame } from '../resolvers/game/joinGame.ts';
import { leaveGame } from '../resolvers/game/leaveGame.ts';
import { startGame } from '../resolvers/game/startGame.ts';
import type { Context } from '../resolvers/context.ts';
import { builder } from './builder.ts';

const signedIn = { signedIn: true };

/** The game as it is after the change. */
function changed(gameId: string, { em }: Context): Promise<Game> {
  em.clear();
  return em.findOneOrFail(Game, gameId);
}

builder.relayMutationField(
  'createGame',
  {
    description: 'What the game is played by; what is left out is the default.',
    inputFields: (t) => ({
      maxPlayers: t.int({ required: false, description: '2 to 8; default 2.' }),
      cupsPerPlayer: t.int({ required: false, description: '1 to 10; default 6.' }),
      challengesPerPlayer: t.int({ required: false, description: '0 to 10; default 3.' }),
      challengeSeconds: t.float({ required: false, description: '1 to 120; default 15.' }),
      answerSeconds: t.float({ required: false, description: '1 to 120; default 15.' }),
    }),
  },
  {
    description: 'Opens a lobby with you as its host. A lobby nobody starts within 30 minutes is abandoned.',
    authScopes: signedIn,
    errors: { types: [InvalidInputError] },
    resolve: async (_root, { input }, context) => changed(await createGame(context, input), context),
  },
  {
    description: 'The lobby.',
    outputFields: (t) => ({ game: t.field({ type: Game, description: 'The new game.', resolve: (game) => game }) }),
  },
);

builder.relayMutationField(
  'joinGame',
  {
    description: 'Where to sit down.',
    inputFields: (t) => ({ gameId: t.globalID({ for: Game, description: 'A game in its lobby.' }) }),
  },
  {
    description: 'Takes a seat. Joining twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [GameFullError, GameNotJoinableError, NotFoundError] },
    resolve: async (_root, { input }, context) =>
      changed(await joinGame(context, { gameId: input.gameId.id }), context),
  },
  {
    description: 'Seated.',
    outputFields: (t) => ({ game: t.field({ type: Game, description: 'The game joined.', resolve: (game) => game }) }),
  },
);

builder.relayMutationField(
  'startGame',
  {
    description: 'What to start.',
    inputFields: (t) => ({ gameId: t.globalID({ for: Game, description: 'A lobby you host.' }) }),
  },
  {
    description: 'Starts a game. Its host only, with at least two players. Starting one that runs is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotHostError, NotEnoughPlayersError, GameNotJoinableError, NotFoundError] },
    resolve: async (_root, { input }, context) =>
      changed(await startGame(context, { gameId: input.gameId.id }), context),
  },
  {
    description: 'Under way.',
    outputFields: (t) => ({ game: t.field({ type: Game, description: 'The game started.', resolve: (game) => game }) }),
  },
);

builder.relayMutationField(
  'leaveGame',
  {
    description: 'What to leave.',
    inputFields: (t) => ({ gameId: t.globalID({ for: Game, description: 'A game you sit in.' }) }),
  },
  {
    description:
      'Gives up your seat. An active game is forfeited: your cups go down, balls by you and at you are voided. Leaving twice is a no-op.',
    authScopes: signedIn,
    errors: { types: [NotFoundError] },
    resolve: async (_root, { input }, context) =>
      changed(await leaveGame(context, { gameId: input.gameId.id }), context),
  },
  {
    description: 'Left.',
    outputFields: (t) => ({ game: t.field({ type: Game, description: 'The game left.', resolve: (game) => game }) }),
  },
);
