import { randomUUID } from 'node:crypto';
import type { HopName, ThrowBallInput, ThrowRejection } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { ballInFlight, seedGame, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { cupOf, gameOf, lobbyOf, seatOf } from './gameOf.ts';
import { seal } from './seal.ts';

/** A throw that breaks a rule, by which rule it is. */
export interface RejectionCase {
  rejection: ThrowRejection;
  because: string;
  env?: Record<string, string>;
  /** The hop that fails. */
  at: HopName;
  penalty?: true;
  arrange(app: App): Promise<{ thrower: TestPlayer; input: Attempt }>;
}

export type Attempt = ThrowBallInput & { gameId: string };

/** An attempt that nothing is wrong with by itself. */
export function attempt(app: App, gameId: string, cupId: string): Attempt {
  return { gameId, cupId, nonce: randomUUID(), thrownAt: new Date(app.services.clock.now()).toISOString() };
}

/** The content of a sealed throw that nothing is wrong with. */
async function sealable(app: App) {
  const { id: gameId, players } = await seedGame(app);
  const [ada, ben] = players;
  const thrownAt = new Date(app.services.clock.now()).toISOString();
  return { ada, content: { gameId, cupId: cupOf(ben), nonce: randomUUID(), thrownAt, sub: ada.id } };
}

/** A sealed throw whose content is not as it should be. */
const missealed = (because: string, change: (app: App) => Promise<object>): RejectionCase => ({
  rejection: 'UNREADABLE',
  because,
  at: 'OPENED',
  penalty: true,
  async arrange(app) {
    const { ada, content } = await sealable(app);
    const sealed = await seal(app, { ...content, ...(await change(app)) });
    return { thrower: ada, input: { gameId: content.gameId, sealed } };
  },
});

/** A throw as far off the server's time as `ms`. */
const offByMs = (ms: number): RejectionCase => ({
  rejection: 'STALE',
  because: `${ms} ms off`,
  at: 'FRESH',
  async arrange(app) {
    const { id, players } = await seedGame(app);
    const thrownAt = new Date(app.services.clock.now() + ms).toISOString();
    return { thrower: players[0], input: { ...attempt(app, id, cupOf(players[1])), thrownAt } };
  },
});

export const rejectionCases: RejectionCase[] = [
  {
    rejection: 'OWN_CUP',
    because: 'their own',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      return { thrower: players[0], input: attempt(app, id, cupOf(players[0])) };
    },
  },
  {
    rejection: 'CUP_GONE',
    because: 'there is no such cup',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      return { thrower: players[0], input: attempt(app, id, `Cup:${randomUUID()}`) };
    },
  },
  {
    rejection: 'CUP_GONE',
    because: 'the cup is of another game',
    at: 'PERMITTED',
    async arrange(app) {
      const [here, there] = [await seedGame(app), await seedGame(app)];
      return { thrower: here.players[0], input: attempt(app, here.id, cupOf(there.players[1])) };
    },
  },
  {
    rejection: 'CUP_GONE',
    because: 'its owner has left',
    at: 'PERMITTED',
    async arrange(app) {
      const game = await seedGame(app, { maxPlayers: 3 });
      const left = seatOf(game, 2);
      await execute(app, left.token, documents.leaveGame, { gameId: game.id });
      return { thrower: game.players[0], input: attempt(app, game.id, cupOf(left)) };
    },
  },
  {
    rejection: 'CUP_TAKEN',
    because: 'another’s ball flies at it',
    at: 'PERMITTED',
    async arrange(app) {
      const game = await seedGame(app, { maxPlayers: 3 });
      const [ada, ben] = game.players;
      await ballInFlight(app, ben.token, game.id, cupOf(seatOf(game, 2)));
      return { thrower: ada, input: attempt(app, game.id, cupOf(seatOf(game, 2))) };
    },
  },
  {
    rejection: 'BALL_IN_FLIGHT',
    because: 'their ball flies',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      await ballInFlight(app, players[0].token, id, cupOf(players[1]));
      return { thrower: players[0], input: attempt(app, id, cupOf(players[1], 1)) };
    },
  },
  {
    rejection: 'SITTING_OUT',
    because: 'penalised just now',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      const [ada, ben] = players;
      await execute(app, ada.token, documents.throwBall, { input: { gameId: id, sealed: 'x' } });
      return { thrower: ada, input: attempt(app, id, cupOf(ben)) };
    },
  },
  {
    rejection: 'REPLAYED',
    because: 'for another cup',
    at: 'FRESH',
    penalty: true,
    async arrange(app) {
      const { id, players } = await seedGame(app);
      const [ada, ben] = players;
      const nonce = randomUUID();
      await ballInFlight(app, ada.token, id, cupOf(ben), { nonce });
      return { thrower: ada, input: { ...attempt(app, id, cupOf(ben, 1)), nonce } };
    },
  },
  {
    rejection: 'CUP_GONE',
    because: 'it is down',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      const [ada, ben] = players;
      const { throw: ball, answerKey } = await ballInFlight(app, ada.token, id, cupOf(ben));
      await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
      await execute(app, ada.token, documents.answerChallenge, { throwId: ball.id, secret: answerKey ?? '' });
      return { thrower: ada, input: attempt(app, id, cupOf(ben)) };
    },
  },
  {
    rejection: 'REPLAYED',
    because: 'in another game',
    at: 'FRESH',
    penalty: true,
    async arrange(app) {
      const people = [await seedPlayer(app), await seedPlayer(app)] as const;
      const [here, there] = [await gameOf(app, people), await gameOf(app, people)];
      const nonce = randomUUID();
      await ballInFlight(app, people[0].token, here.id, cupOf(here.players[1]), { nonce });
      return { thrower: people[0], input: { ...attempt(app, there.id, cupOf(there.players[1])), nonce } };
    },
  },
  offByMs(15_001),
  offByMs(-15_001),
  {
    rejection: 'UNREADABLE',
    because: 'no JWE at all',
    at: 'OPENED',
    penalty: true,
    async arrange(app) {
      const { id, players } = await seedGame(app);
      return { thrower: players[0], input: { gameId: id, sealed: 'not.a.sealed.throw.' } };
    },
  },
  missealed('for another game', async (app) => ({ gameId: (await seedGame(app)).id })),
  missealed('of another caller', async (app) => ({ sub: (await seedPlayer(app)).id })),
  missealed('with too short a nonce', async () => ({ nonce: 'short' })),
  missealed('without a time', async () => ({ thrownAt: undefined })),
  {
    rejection: 'GAME_NOT_ACTIVE',
    because: 'still a lobby',
    at: 'PERMITTED',
    async arrange(app) {
      const people = [await seedPlayer(app), await seedPlayer(app)] as const;
      const gameId = await lobbyOf(app, people);
      const { game } = await execute(app, people[0].token, documents.gameState, { id: gameId });
      return { thrower: people[0], input: attempt(app, gameId, game?.players[1]?.cups[0]?.id ?? '') };
    },
  },
  {
    rejection: 'GAME_NOT_ACTIVE',
    because: 'over',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      await execute(app, players[1].token, documents.leaveGame, { gameId: id });
      return { thrower: players[0], input: attempt(app, id, cupOf(players[1])) };
    },
  },
  {
    rejection: 'NOT_A_PLAYER',
    because: 'never was',
    at: 'PERMITTED',
    async arrange(app) {
      const { id, players } = await seedGame(app);
      return { thrower: await seedPlayer(app), input: attempt(app, id, cupOf(players[1])) };
    },
  },
  {
    rejection: 'NOT_A_PLAYER',
    because: 'has left',
    at: 'PERMITTED',
    async arrange(app) {
      const game = await seedGame(app, { maxPlayers: 3 });
      const left = seatOf(game, 2);
      await execute(app, left.token, documents.leaveGame, { gameId: game.id });
      return { thrower: left, input: attempt(app, game.id, cupOf(game.players[0])) };
    },
  },
  {
    rejection: 'SEAL_REQUIRED',
    because: 'in the clear',
    at: 'OPENED',
    env: { REQUIRE_SEALED_THROWS: 'true' },
    async arrange(app) {
      const { id, players } = await seedGame(app);
      return { thrower: players[0], input: attempt(app, id, cupOf(players[1])) };
    },
  },
];
