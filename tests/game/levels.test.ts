import { describe, expect, it } from 'vitest';
import type { CreateGameInput } from '../gql/graphql.ts';
import { gql } from '../gql/gql.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { cupOf, gameOf } from './gameOf.ts';
import { atOnce } from './tally.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const playAsGuest = gql(`
  mutation GamePlayAsGuest {
    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }
  }`);

const levelOf = async (app: App, { token }: TestPlayer) => (await execute(app, token, documents.me)).me?.level;

const leave = async (app: App, { token }: TestPlayer, gameId: string) =>
  expectPayload((await execute(app, token, documents.leaveGame, { gameId })).leaveGame).game;

/** A whole game, short: the loser forfeits. */
async function win(app: App, winner: TestPlayer, loser: TestPlayer, input: CreateGameInput = {}): Promise<void> {
  const { id } = await gameOf(app, [loser, winner], input);
  expect((await leave(app, loser, id)).winner?.id).toBe(winner.id);
}

async function two(app: App): Promise<[TestPlayer, TestPlayer]> {
  return [await seedPlayer(app), await seedPlayer(app)];
}

/** Ten minutes to midnight, UTC. */
const lateEvening = Date.UTC(2026, 10, 21, 23, 50);
const twentyMinutes = 20 * 60_000;

describe('a win', () => {
  it.each<CreateGameInput>([
    {},
    { cupsPerPlayer: 7 },
    { challengesPerPlayer: 10 },
    { challengeSeconds: 16 },
    { answerSeconds: 14.5 },
  ])('gives one level in a game at default settings or harder: %j', async (input) => {
    const [ada, ben] = await two(app);
    await win(app, ada, ben, input);
    expect([await levelOf(app, ada), await levelOf(app, ben)]).toEqual([2, 1]);
  });

  it.each<CreateGameInput>([
    { cupsPerPlayer: 5 },
    { challengesPerPlayer: 2 },
    { challengeSeconds: 14.9 },
    { answerSeconds: 15.1 },
    { cupsPerPlayer: 10, challengesPerPlayer: 0 },
  ])('gives none in an easier one: %j', async (input) => {
    const [ada, ben] = await two(app);
    await win(app, ada, ben, input);
    expect(await levelOf(app, ada)).toBe(1);
    await win(app, ada, ben);
    expect(await levelOf(app, ada)).toBe(2);
  });

  it('gives one that the last cup decided, too', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const people = await two(app);
    const { id, players } = await gameOf(app, people);
    const [ada, ben] = players;
    for (let position = 0; position < 6; position += 1) {
      const { throw: ball, answerKey } = await ballInFlight(app, ada.token, id, cupOf(ben, position));
      if (position < 3) await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id });
      if (position < 3)
        await execute(app, ada.token, documents.answerChallenge, { throwId: ball.id, secret: answerKey ?? '' });
      else clock.advance(15_000);
    }
    await leave(app, ben, id);
    const { game } = await execute(app, ada.token, documents.gameState, { id });
    expect(game).toMatchObject({ status: 'FINISHED', winner: { id: ada.id, level: 2 } });
    expect(game?.players.map(({ score }) => score)).toEqual([75, 0]);
  });

  it('gives none when anyone in the game is a guest', async () => {
    const [ada, ben] = await two(app);
    const { session } = expectPayload((await execute(app, null, playAsGuest)).playAsGuest);
    const guest = { token: session.accessToken, id: session.user.id, handle: session.user.handle };
    await win(app, ada, guest);
    await win(app, guest, ben);
    const { id } = await gameOf(app, [ada, ben, guest]);
    await leave(app, guest, id);
    await leave(app, ben, id);
    expect([await levelOf(app, ada), await levelOf(app, guest)]).toEqual([1, 1]);
  });

  it('gives one level, however many were beaten', async () => {
    const [ada, ben] = await two(app);
    const carl = await seedPlayer(app);
    const { id } = await gameOf(app, [ada, ben, carl]);
    await leave(app, ben, id);
    await leave(app, carl, id);
    expect(await levelOf(app, ada)).toBe(2);
    for (const loser of [ben, carl]) await win(app, ada, loser);
    expect(await levelOf(app, ada)).toBe(2);
  });
});

describe('in a day', () => {
  it('a pair gives one level, whoever of them wins; in the next it does again', async () => {
    const clock = new ManualClock(lateEvening);
    const app = await startApp({ clock });
    const [ada, ben] = await two(app);
    const levels = async () => [await levelOf(app, ada), await levelOf(app, ben)];
    await win(app, ada, ben);
    await win(app, ada, ben);
    await win(app, ben, ada);
    expect(await levels()).toEqual([2, 1]);
    clock.advance(twentyMinutes);
    await win(app, ben, ada);
    await win(app, ada, ben);
    expect(await levels()).toEqual([2, 2]);
  });

  it('a person gains five levels at most; in the next they go on', async () => {
    const clock = new ManualClock(lateEvening);
    const app = await startApp({ clock });
    const ada = await seedPlayer(app);
    const others = await atOnce(7, () => seedPlayer(app));
    for (const other of others) await win(app, ada, other);
    expect(await levelOf(app, ada)).toBe(6);
    clock.advance(twentyMinutes);
    for (const other of others.slice(0, 2)) await win(app, ada, other);
    expect(await levelOf(app, ada)).toBe(8);
  });

  it.each([1, 2])('a person gains five levels at most by ten wins at once, on %d nodes', async (count) => {
    const app = await startApp();
    const nodes = [app];
    while (nodes.length < count) nodes.push(await startApp({ beside: app }));
    const ada = await seedPlayer(app);
    const games = await atOnce(10, async () => {
      const loser = await seedPlayer(app);
      return { loser, id: (await gameOf(app, [loser, ada])).id };
    });
    await Promise.all(games.map(({ loser, id }, index) => leave(nodes[index % count] ?? app, loser, id)));
    expect(await levelOf(app, ada)).toBe(6);
    const { rows } = await app.services.pool.query('select count(*)::int as gains from level_gain');
    expect(rows).toEqual([{ gains: 5 }]);
  });

  it('a pair gives one level when each beats the other at once', async () => {
    const pairs = await atOnce(8, () => two(app));
    await Promise.all(
      pairs.map(async ([ada, ben]) => {
        const games = [await gameOf(app, [ada, ben]), await gameOf(app, [ada, ben])];
        await Promise.all([leave(app, ada, games[0]?.id ?? ''), leave(app, ben, games[1]?.id ?? '')]);
      }),
    );
    for (const [ada, ben] of pairs) {
      expect(((await levelOf(app, ada)) ?? 0) + ((await levelOf(app, ben)) ?? 0)).toBe(3);
    }
  });

  it('people who beat each other all round at once do not lock each other out', async () => {
    const app = await startApp();
    const people = await atOnce(4, () => seedPlayer(app));
    const games = await atOnce(12, async (index) => {
      const [winner, ...losers] = [...people.slice(index % 4), ...people.slice(0, index % 4)];
      if (!winner || !losers[0]) throw new Error('There are too few people');
      const { id } = await gameOf(app, [winner, losers[0], ...losers.slice(1)]);
      const [last, ...first] = losers;
      for (const loser of first) await leave(app, loser, id);
      return { id, last };
    });
    await Promise.all(games.map(({ id, last }) => last && leave(app, last, id)));
    const { rows } = await app.services.pool.query('select count(*)::int as pairs from level_pair');
    expect(rows).toEqual([{ pairs: 6 }]);
  });
});
