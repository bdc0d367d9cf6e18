import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { logOf, only } from './gameLog.ts';
import { cupOf, gameOf, lobbyOf } from './gameOf.ts';
import { atOnce, tally } from './tally.ts';

const crowd = 50;

describe.each(['one node', 'two nodes'])('on %s', (where) => {
  let app: App;
  let other: App;
  if (where === 'one node') onOneNode({}, (opened) => void (app = other = opened));
  else onTwoNodes({}, (...nodes) => void ([app, other] = nodes));
  /** Requests are dealt to them in turn. */
  const node = (index: number) => (index % 2 === 0 ? app : other);

  it('lets one of fifty challenges of a throw through', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const { throw: ball } = await ballInFlight(app, ada.token, id, cupOf(ben));
    const results = await atOnce(crowd, async (index) => {
      const { challengeThrow } = await execute(node(index), ben.token, documents.challengeThrow, { throwId: ball.id });
      return challengeThrow;
    });
    expect(tally(results.map(({ __typename }) => __typename))).toEqual({
      ChallengeThrowPayload: 1,
      AlreadyChallengedError: crowd - 1,
    });
    const { game } = await execute(app, ada.token, documents.gameState, { id });
    expect(game?.players.map(({ challengesLeft }) => challengesLeft)).toEqual([3, 2]);
  });

  it('makes one throw of fifty with one nonce at one cup', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const same = { nonce: randomUUID(), thrownAt: new Date(app.services.clock.now()).toISOString() };
    const results = await atOnce(crowd, (index) => throwAt(node(index), ada.token, id, cupOf(ben), same));
    const answers = results.map((result) => {
      const { throw: ball, answerKey } = expectPayload(result);
      return `${ball.id} ${ball.status} ${answerKey}`;
    });
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^Throw:\S+ IN_FLIGHT [\w-]{43}$/);
    expect((await logOf(app, ada.token, id)).map(({ __typename }) => __typename).slice(3)).toEqual(['BallThrown']);
  });

  it('lets one of fifty throws by one thrower at one cup fly', async () => {
    const { id, players } = await seedGame(app);
    const [ada, ben] = players;
    const results = await atOnce(crowd, (index) => throwAt(node(index), ada.token, id, cupOf(ben)));
    expect(tally(results.map((result) => expectPayload(result).throw.rejectedFor))).toEqual({
      null: 1,
      CUP_TAKEN: crowd - 1,
    });
    const log = await logOf(app, ada.token, id);
    expect(only(log, 'BallThrown')).toHaveLength(1);
    expect(only(log, 'ThrowRejected')).toHaveLength(crowd - 1);
    expect(only(log, 'PlayerPenalised')).toEqual([]);
  });

  it('lets one ball of each of two throwers at one cup fly', async () => {
    const { id, players } = await seedGame(app, { maxPlayers: 3 });
    const [target, ...throwers] = players;
    const results = await atOnce(20, (index) =>
      throwAt(node(index), throwers[index % 2]?.token ?? '', id, cupOf(target)),
    );
    expect(tally(results.map((result) => expectPayload(result).throw.status))).toEqual({ IN_FLIGHT: 1, REJECTED: 19 });
  });

  it('lets one of two games have a nonce that is thrown at both at once', async () => {
    const people = [await seedPlayer(app), await seedPlayer(app)] as const;
    for (let round = 0; round < 10; round += 1) {
      const games = [await gameOf(app, people), await gameOf(app, people)];
      const nonce = randomUUID();
      const results = await Promise.all(
        games.map(({ id, players: [ada, ben] }, index) => throwAt(node(index), ada.token, id, cupOf(ben), { nonce })),
      );
      const thrown = results.map((result) => expectPayload(result).throw);
      expect(tally(thrown.map(({ rejectedFor }) => rejectedFor))).toEqual({ null: 1, REPLAYED: 1 });
      const rejected = games[thrown.findIndex(({ status }) => status === 'REJECTED')];
      const log = await logOf(app, people[0].token, rejected?.id ?? '');
      expect(only(log, 'PlayerPenalised').map(({ because, points }) => `${because} ${points}`)).toEqual([
        'REPLAYED -10',
      ]);
    }
  });

  it('seats no more people than there are seats', async () => {
    const people = await atOnce(13, () => seedPlayer(app));
    const [host, ...joiners] = people;
    if (!host) throw new Error('There is no host');
    const gameId = await lobbyOf(app, [host], { maxPlayers: 4 });
    const results = await atOnce(joiners.length, async (index) => {
      const { token = '' } = joiners[index] ?? {};
      return (await execute(node(index), token, documents.joinGame, { gameId })).joinGame;
    });
    expect(tally(results.map(({ __typename }) => __typename))).toEqual({ JoinGamePayload: 3, GameFullError: 9 });
    const { game } = await execute(app, host.token, documents.gameState, { id: gameId });
    expect(game?.players.map(({ seat, cups }) => [seat, cups.length])).toEqual([
      [0, 6],
      [1, 6],
      [2, 6],
      [3, 6],
    ]);
  });

  it('seats one person once, however often they join', async () => {
    const [host, guest] = [await seedPlayer(app), await seedPlayer(app)];
    const gameId = await lobbyOf(app, [host], { maxPlayers: 8 });
    const results = await atOnce(20, async (index) => {
      const { joinGame } = await execute(node(index), guest.token, documents.joinGame, { gameId });
      return expectPayload(joinGame).game.players.length;
    });
    expect(new Set(results)).toEqual(new Set([2]));
    expect(only(await logOf(app, host.token, gameId), 'PlayerJoined')).toHaveLength(2);
  });

  it('has one winner when both players leave at once', async () => {
    const people = [await seedPlayer(app), await seedPlayer(app)] as const;
    for (let round = 0; round < 10; round += 1) {
      const { id: gameId } = await gameOf(app, people);
      await atOnce(2, async (index) => {
        const { token = '' } = people[index] ?? {};
        return expectPayload((await execute(node(index), token, documents.leaveGame, { gameId })).leaveGame);
      });
      const log = await logOf(app, people[0].token, gameId);
      const [left, finished] = [only(log, 'PlayerLeft'), only(log, 'GameFinished')];
      expect([left.length, finished.length]).toEqual([1, 1]);
      expect(finished[0]?.winner?.id).not.toBe(left[0]?.player.id);
      const { game } = await execute(app, people[0].token, documents.gameState, { id: gameId });
      expect(game).toMatchObject({ status: 'FINISHED', winner: { id: finished[0]?.winner?.id } });
    }
  });

  it('abandons a lobby once when everyone leaves it at once', async () => {
    const people = await atOnce(4, () => seedPlayer(app));
    const [host, ...others] = people;
    if (!host) throw new Error('There is no host');
    const gameId = await lobbyOf(app, [host, ...others]);
    await atOnce(people.length, async (index) => {
      const { token = '' } = people[index] ?? {};
      return expectPayload((await execute(node(index), token, documents.leaveGame, { gameId })).leaveGame);
    });
    const log = await logOf(app, host.token, gameId);
    expect([only(log, 'PlayerLeft').length, only(log, 'GameAbandoned').length]).toEqual([4, 1]);
  });

  it('starts a game once', async () => {
    const people = [await seedPlayer(app), await seedPlayer(app)] as const;
    const gameId = await lobbyOf(app, people);
    const started = await atOnce(10, async (index) => {
      const { startGame } = await execute(node(index), people[0].token, documents.startGame, { gameId });
      return expectPayload(startGame).game.startedAt;
    });
    expect(new Set(started).size).toBe(1);
    expect(only(await logOf(app, people[1].token, gameId), 'GameStarted')).toHaveLength(1);
  });
});
