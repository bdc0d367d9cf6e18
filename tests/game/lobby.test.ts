import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CreateGameInput } from '../gql/graphql.ts';
import { gql } from '../gql/gql.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { logOf, only } from './gameLog.ts';
import { lobbyOf } from './gameOf.ts';
import { atOnce } from './tally.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const joinErrors = gql(`
  mutation GameJoinErrors($gameId: ID!) {
    joinGame(input: { gameId: $gameId }) {
      __typename
      ... on GameFullError { maxPlayers }
      ... on GameNotJoinableError { status }
      ... on Error { message }
    }
  }`);

const startErrors = gql(`
  mutation GameStartErrors($gameId: ID!) {
    startGame(input: { gameId: $gameId }) {
      __typename
      ... on GameNotJoinableError { status }
      ... on NotEnoughPlayersError { players needed }
      ... on Error { message }
    }
  }`);

const unknownGame = `Game:${randomUUID()}`;
const create = async (app: App, { token }: TestPlayer, input: CreateGameInput) =>
  (await execute(app, token, documents.createGame, { input })).createGame;
const join = async (app: App, { token }: TestPlayer, gameId: string) =>
  (await execute(app, token, joinErrors, { gameId })).joinGame;
const start = async (app: App, { token }: TestPlayer, gameId: string) =>
  (await execute(app, token, startErrors, { gameId })).startGame;
const leave = async (app: App, { token }: TestPlayer, gameId: string) =>
  (await execute(app, token, documents.leaveGame, { gameId })).leaveGame;

/** As many people as there are names for. */
async function threePeople(app: App): Promise<[TestPlayer, TestPlayer, TestPlayer]> {
  return Promise.all([seedPlayer(app), seedPlayer(app), seedPlayer(app)]);
}

describe('createGame', () => {
  const bounds: [keyof CreateGameInput, least: number, most: number][] = [
    ['maxPlayers', 2, 8],
    ['cupsPerPlayer', 1, 10],
    ['challengesPerPlayer', 0, 10],
    ['challengeSeconds', 1, 120],
    ['answerSeconds', 1, 120],
  ];

  it.each(bounds)('takes %s from %d to %d', async (field, least, most) => {
    const host = await seedPlayer(app);
    for (const value of [least, most]) expectPayload(await create(app, host, { [field]: value }));
    for (const value of [least - 1, most + 1, -1_000_000]) {
      const { fields } = expectError(await create(app, host, { [field]: value }), 'InvalidInputError');
      expect(fields).toEqual([{ field, message: `must be from ${least} to ${most}.` }]);
    }
  });

  it('names all the fields that are wrong, takes null for the default, and halves of seconds', async () => {
    const host = await seedPlayer(app);
    const { fields } = expectError(
      await create(app, host, { maxPlayers: 9, cupsPerPlayer: 0, answerSeconds: 0.5 }),
      'InvalidInputError',
    );
    expect(fields.map(({ field }) => field)).toEqual(['maxPlayers', 'cupsPerPlayer', 'answerSeconds']);
    const { game } = expectPayload(await create(app, host, { maxPlayers: null, challengeSeconds: 1.5 }));
    expect(game).toMatchObject({
      status: 'LOBBY',
      host: { id: host.id },
      settings: { challengeSeconds: 1.5, answerSeconds: 15 },
      players: [{ user: { id: host.id }, seat: 0 }],
    });
    expect(game.players[0]?.cups).toHaveLength(6);
  });

  it('needs a token', async () => {
    const { errors } = await send(app, null, documents.createGame, { input: {} });
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('joinGame', () => {
  it('twice is once; a full, running, finished, abandoned or unknown game is none to join', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const [ada, ben, carl] = await threePeople(app);
    const gameId = await lobbyOf(app, [ada, ben]);
    expectPayload(await join(app, ben, gameId));
    expect(only(await logOf(app, ada.token, gameId), 'PlayerJoined')).toHaveLength(2);
    expect(expectError(await join(app, carl, gameId), 'GameFullError').maxPlayers).toBe(2);
    expectPayload(await start(app, ada, gameId));
    expectPayload(await join(app, ben, gameId));
    expect(expectError(await join(app, carl, gameId), 'GameNotJoinableError').status).toBe('ACTIVE');
    expectPayload(await leave(app, ben, gameId));
    for (const person of [ben, carl]) {
      expect(expectError(await join(app, person, gameId), 'GameNotJoinableError').status).toBe('FINISHED');
    }
    const waiting = await lobbyOf(app, [ada]);
    clock.advance(30 * 60_000);
    expect(expectError(await join(app, ben, waiting), 'GameNotJoinableError').status).toBe('ABANDONED');
    expectError(await join(app, ben, unknownGame), 'NotFoundError');
  });
});

describe('startGame', () => {
  it('is for the host of a lobby of two or more', async () => {
    const [ada, ben, carl] = await threePeople(app);
    const gameId = await lobbyOf(app, [ada], { maxPlayers: 3 });
    expect(expectError(await start(app, ada, gameId), 'NotEnoughPlayersError')).toMatchObject({
      players: 1,
      needed: 2,
    });
    expectPayload(await join(app, ben, gameId));
    for (const person of [ben, carl]) expectError(await start(app, person, gameId), 'NotHostError');
    expectPayload(await start(app, ada, gameId));
    expectPayload(await start(app, ada, gameId));
    expect(only(await logOf(app, ada.token, gameId), 'GameStarted')).toHaveLength(1);
    expectPayload(await leave(app, ben, gameId));
    expect(expectError(await start(app, ada, gameId), 'GameNotJoinableError').status).toBe('FINISHED');
    expectError(await start(app, ada, unknownGame), 'NotFoundError');
  });
});

describe('leaveGame', () => {
  it('frees the seat of a lobby, for others and for a return', async () => {
    const [ada, ben, carl] = await threePeople(app);
    const gameId = await lobbyOf(app, [ada, ben]);
    const { game } = expectPayload(await leave(app, ben, gameId));
    expect(game.players.map(({ user }) => user.id)).toEqual([ada.id]);
    expectPayload(await leave(app, ben, gameId));
    expectPayload(await join(app, carl, gameId));
    expectError(await join(app, ben, gameId), 'GameFullError');
    expectPayload(await leave(app, carl, gameId));
    expectPayload(await join(app, ben, gameId));
    const { game: after } = await execute(app, ada.token, documents.gameState, { id: gameId });
    expect(after?.players.map(({ user, seat, cups }) => [user.id, seat, cups.length])).toEqual([
      [ada.id, 0, 6],
      [ben.id, 1, 6],
    ]);
    expect(only(await logOf(app, ada.token, gameId), 'PlayerLeft').map(({ forfeited }) => forfeited)).toEqual([
      false,
      false,
    ]);
  });

  it('hands the host’s role to the lowest seat left', async () => {
    const [ada, ben, carl] = await threePeople(app);
    const gameId = await lobbyOf(app, [ada, ben, carl]);
    expect(expectPayload(await leave(app, ada, gameId)).game.host.id).toBe(ben.id);
    expectError(await start(app, ada, gameId), 'NotHostError');
    expectPayload(await join(app, ada, gameId));
    expectError(await start(app, ada, gameId), 'NotHostError');
    expectPayload(await start(app, ben, gameId));
    expect(expectPayload(await leave(app, ben, gameId)).game).toMatchObject({
      status: 'ACTIVE',
      host: { id: ada.id },
    });
    const [handedOver, forfeit] = only(await logOf(app, carl.token, gameId), 'PlayerLeft');
    expect(handedOver).toMatchObject({ player: { id: ada.id }, host: { id: ben.id }, forfeited: false });
    expect(forfeit).toMatchObject({ player: { id: ben.id }, host: { id: ada.id }, forfeited: true });
  });

  it('abandons a lobby with the last to leave', async () => {
    const ada = await seedPlayer(app);
    const gameId = await lobbyOf(app, [ada]);
    expect(expectPayload(await leave(app, ada, gameId)).game).toMatchObject({ status: 'ABANDONED', winner: null });
    expectPayload(await leave(app, ada, gameId));
    expect((await logOf(app, ada.token, gameId)).map(({ __typename }) => __typename)).toEqual([
      'PlayerJoined',
      'PlayerLeft',
      'GameAbandoned',
    ]);
  });

  it('changes nothing for those without a seat, and knows no unknown game', async () => {
    const { id: gameId, players } = await seedGame(app);
    const [stranger] = await atOnce(1, () => seedPlayer(app));
    if (!stranger) throw new Error('There is no stranger');
    expect(expectPayload(await leave(app, stranger, gameId)).game.status).toBe('ACTIVE');
    expect(await logOf(app, players[0].token, gameId)).toHaveLength(3);
    expectError(await leave(app, stranger, unknownGame), 'NotFoundError');
  });
});
