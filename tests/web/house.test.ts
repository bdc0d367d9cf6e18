import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openHouse } from '../../web/house/house.ts';
import type { Pace } from '../../web/house/temper.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { ballInFlight, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { gql } from '../gql/gql.ts';

const quick: Pace = { throwMs: [100, 300], decideMs: [20, 60], lookMs: 60, comeMs: 120, fillMs: 300 };
/** Long enough for whoever decides, also where much else runs. */
const rules = { challengeSeconds: 5, answerSeconds: 3, cupsPerPlayer: 10, challengesPerPlayer: 10 };

const seats = gql(`
  query Seats($id: ID!) {
    game(id: $id) { status host { id } players { leftAt user { id handle displayName } cups { id standing } } }
  }`);
const told = gql(`
  query Told($id: ID!) {
    game(id: $id) {
      events(first: 200) { edges { node {
        __typename
        ... on BallThrown { throwId thrower { handle } cupId }
        ... on ThrowChallenged { throwId challenger { handle } thrower { handle } }
        ... on ThrowSettled { throwId status thrower { handle } }
        ... on PlayerPenalised { player { handle } because }
      } } }
    }
  }`);

let app: App;
let folder: string;
onOneNode({}, (opened) => void (app = opened));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'house-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (dataDir = folder) => {
  const house = openHouse({ url: app.url, dataDir, pace: quick, chance: () => 0.5 });
  onTestFinished(() => house.stop());
  return house;
};

const gameOf = async ({ token }: TestPlayer, id: string) => {
  const { game } = await execute(app, token, seats, { id });
  if (!game) throw new Error('The game is gone');
  return game;
};
const handlesAt = async (person: TestPlayer, id: string) =>
  (await gameOf(person, id)).players.map(({ user }) => user.handle.split('-').slice(0, 2).join('-'));

async function openTable(person: TestPlayer, maxPlayers: number, challengeSeconds = 5): Promise<string> {
  const { createGame } = await execute(app, person.token, documents.createGame, {
    input: { ...rules, challengeSeconds, maxPlayers },
  });
  return expectPayload(createGame).game.id;
}

async function eventsOf({ token }: TestPlayer, id: string) {
  const { game } = await execute(app, token, told, { id });
  return game?.events.edges.map(({ node }) => node) ?? [];
}

const ofHouse = (temper: string, person: { handle: string } | undefined) =>
  person?.handle.startsWith(`house-${temper}`) ?? false;

describe('the house', () => {
  it('sits down where a person waits, leaves a seat, and plays until the person gives up', async () => {
    const house = open();
    const ann = await seedPlayer(app);
    const id = await openTable(ann, 4);
    await eventually(
      'Two of the house sat down',
      () => handlesAt(ann, id),
      ({ length }) => length === 3,
    );
    expect((await handlesAt(ann, id)).toSorted().slice(0, 2)).toEqual(['house-forgetful', 'house-suspicious']);
    expectPayload((await execute(app, ann.token, documents.startGame, { gameId: id })).startGame);

    const aimAt = async (temper: string) => {
      const { players } = await gameOf(ann, id);
      const cup = players.find(({ user }) => ofHouse(temper, user))?.cups.findLast(({ standing }) => standing);
      return ballInFlight(app, ann.token, id, cup?.id ?? '');
    };
    // Suspicious: it challenges; answered, the throw lands.
    const doubted = await aimAt('suspicious');
    await eventually(
      'The throw was challenged',
      () => eventsOf(ann, id),
      (events) => events.some((event) => event.__typename === 'ThrowChallenged' && event.throwId === doubted.throw.id),
    );
    const input = { throwId: doubted.throw.id, secret: doubted.answerKey ?? '' };
    const { answerChallenge } = await execute(app, ann.token, documents.answerChallenge, input);
    expect(expectPayload(answerChallenge).throw.status).toBe('LANDED');

    // What the two throw at one another: one lets challenges lapse, the other answers them.
    const challengeBallsOf = async (temper: string) => {
      const events = await eventsOf(ann, id);
      const { players } = await gameOf(ann, id);
      const own = new Set(players.find(({ user }) => user.id === ann.id)?.cups.map((cup) => cup.id));
      for (const event of events) {
        if (event.__typename !== 'BallThrown' || !ofHouse(temper, event.thrower) || !own.has(event.cupId)) continue;
        await execute(app, ann.token, documents.challengeThrow, { throwId: event.throwId });
      }
      return eventsOf(ann, id);
    };
    await eventually(
      'A challenge lapsed',
      () => challengeBallsOf('forgetful'),
      (events) =>
        events.some(
          (event) =>
            event.__typename === 'ThrowSettled' && event.status === 'LAPSED' && ofHouse('forgetful', event.thrower),
        ),
      20_000,
    );
    const events = await eventually(
      'The penalty',
      () => eventsOf(ann, id),
      (all) => all.some((event) => event.__typename === 'PlayerPenalised'),
    );
    const penalised = events.filter((event) => event.__typename === 'PlayerPenalised');
    expect(penalised.every(({ player, because }) => ofHouse('forgetful', player) && because === 'LAPSED')).toBe(true);
    expect(events.filter((event) => event.__typename === 'ThrowSettled' && event.status === 'OVERTURNED')).toEqual([]);

    expectPayload((await execute(app, ann.token, documents.leaveGame, { gameId: id })).leaveGame);
    await eventually(
      'The house gave up as well',
      () => gameOf(ann, id),
      ({ status }) => status === 'FINISHED',
    );
    await house.stop();
  });

  it('goes on where it was after a restart, with the same accounts, and two at once do no harm', async () => {
    const ann = await seedPlayer(app);
    const first = open();
    const id = await openTable(ann, 2, 1);
    await eventually(
      'One of the house sat down',
      () => handlesAt(ann, id),
      ({ length }) => length === 2,
    );
    const [, before] = (await gameOf(ann, id)).players;
    await first.stop();
    expectPayload((await execute(app, ann.token, documents.startGame, { gameId: id })).startGame);
    expect((await eventsOf(ann, id)).filter(({ __typename }) => __typename === 'BallThrown')).toEqual([]);

    const [second, third] = [open(), open()];
    const thrown = await eventually(
      'The house throws again',
      () => eventsOf(ann, id),
      (events) => events.filter(({ __typename }) => __typename === 'ThrowSettled').length >= 2,
      20_000,
    );
    expect((await readdir(join(folder, 'house'))).toSorted()).toEqual([
      'forgetful.json',
      'honest.json',
      'suspicious.json',
    ]);
    const throwers = thrown.flatMap((event) => (event.__typename === 'BallThrown' ? [event.thrower.handle] : []));
    expect(new Set(throwers)).toEqual(new Set([before?.user.handle]));
    expect(thrown.filter(({ __typename }) => __typename === 'PlayerPenalised')).toEqual([]);
    expectPayload((await execute(app, ann.token, documents.leaveGame, { gameId: id })).leaveGame);
    await Promise.all([second.stop(), third.stop()]);
  });

  it('gets up when it would host, and when only the house is left', async () => {
    const house = open();
    const [ann, bob] = [await seedPlayer(app), await seedPlayer(app)];
    const id = await openTable(ann, 4);
    await eventually(
      'Two of the house sat down',
      () => handlesAt(ann, id),
      ({ length }) => length === 3,
    );
    expectPayload((await execute(app, bob.token, documents.joinGame, { gameId: id })).joinGame);
    await eventually(
      'One made room',
      () => gameOf(ann, id),
      ({ players }) => players.length === 3,
    );
    expectPayload((await execute(app, ann.token, documents.leaveGame, { gameId: id })).leaveGame);
    await eventually(
      'The person hosts',
      () => gameOf(bob, id),
      ({ host }) => host.id === bob.id,
    );
    await eventually(
      'They came again',
      () => handlesAt(bob, id),
      ({ length }) => length === 3,
    );
    expectPayload((await execute(app, bob.token, documents.leaveGame, { gameId: id })).leaveGame);
    await eventually(
      'The table is given up',
      () => gameOf(bob, id),
      ({ status }) => status === 'ABANDONED',
    );
    await house.stop();
  });
});
