import { randomUUID } from 'node:crypto';
import type { CreateGameInput } from '../gql/graphql.ts';
import type { Role } from '../../entities/user.ts';
import { handToken } from '../../server/handTokens.ts';
import type { App } from './app.ts';
import { execute, expectPayload } from './execute.ts';
import * as documents from './documents.ts';

export interface TestPlayer {
  token: string;
  id: string;
  handle: string;
}

/** A person with a token, without the cost of a password. */
export async function seedPlayer(
  app: App,
  roles: Role[] = [],
  lifeMs = 3_600_000,
  handle = `p-${randomUUID().slice(0, 13)}`,
): Promise<TestPlayer> {
  const token = await handToken(app.services, app.tokens, { handle, roles, lifeMs, development: false });
  const { me } = await execute(app, token, documents.me);
  if (!me) throw new Error('The seeded player is nobody');
  return { token, id: me.id, handle };
}

export type SeatedPlayer = TestPlayer & { cups: string[] };

export interface TestGame {
  id: string;
  /** In the order of their seats; the first hosts. */
  players: [SeatedPlayer, SeatedPlayer, ...SeatedPlayer[]];
}

/** A game under way, played through the API alone. */
export async function seedGame(
  app: App,
  input: CreateGameInput = {},
  seats = input.maxPlayers ?? 2,
): Promise<TestGame> {
  const people = await Promise.all(Array.from({ length: seats }, () => seedPlayer(app)));
  const [host, ...others] = people;
  if (!host) throw new Error('A game needs players');
  const { createGame } = await execute(app, host.token, documents.createGame, { input });
  const { id } = expectPayload(createGame).game;
  for (const { token } of others) {
    expectPayload((await execute(app, token, documents.joinGame, { gameId: id })).joinGame);
  }
  const { startGame } = await execute(app, host.token, documents.startGame, { gameId: id });
  const { players } = expectPayload(startGame).game;
  const [first, second, ...rest] = people.map((person): SeatedPlayer => {
    const seat = players.find(({ user }) => user.id === person.id);
    return { ...person, cups: seat?.cups.map((cup) => cup.id) ?? [] };
  });
  if (!first || !second) throw new Error('A game needs two players');
  return { id, players: [first, second, ...rest] };
}

export interface ThrowDetails {
  nonce?: string;
  thrownAt?: string;
  commitment?: string;
}

/** Throws, with a fresh nonce at the server's time unless told otherwise. */
export async function throwAt(app: App, token: string, gameId: string, cupId: string, details: ThrowDetails = {}) {
  const input = {
    gameId,
    cupId,
    nonce: randomUUID(),
    thrownAt: new Date(app.services.clock.now()).toISOString(),
    ...details,
  };
  const { throwBall } = await execute(app, token, documents.throwBall, { input });
  return throwBall;
}

/** As `throwAt`, for throws that fly. */
export async function ballInFlight(app: App, token: string, gameId: string, cupId: string, details: ThrowDetails = {}) {
  const payload = expectPayload(await throwAt(app, token, gameId, cupId, details));
  if (payload.throw.status !== 'IN_FLIGHT') throw new Error(`The throw is ${JSON.stringify(payload.throw)}`);
  return payload;
}
