import { describe, expect, it } from 'vitest';
import { standingsDrift } from '../../jobs/standingsDrift.ts';
import { gameOf, cupOf } from '../game/gameOf.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { gql } from '../gql/gql.ts';
import type { App } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ballInFlight, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import * as documents from './documents.ts';
import { join, leave, Points, scoresOf, seedGroup } from './groupOf.ts';

let app: App;
let beside: App;
onTwoNodes({}, (...nodes) => void ([app, beside] = nodes));

const groupStandings = gql(`
  subscription GroupMemberStandings($scoreboardId: ID!) {
    standings(scoreboardId: $scoreboardId, first: 50) { size entries { rank score user { id } } }
  }`);

const ownEntry = gql(`
  query GroupOwnEntry($id: ID!) { group(id: $id) { scoreboard { entry { score } } } }`);

const guardedReads = gql(`
  query GroupBoardReads($key: String!, $userId: ID!) {
    scoreboard(key: $key) {
      size
      mine: entry { score }
      theirs: entry(userId: $userId) { score }
      around(userId: $userId) { score }
      top { edges { node { score } } }
    }
  }`);

describe('the board of a group', () => {
  it('counts what members score anywhere from when they join until they leave, and keeps it for their return', async () => {
    const points = await Points.on(app);
    const { id, owner, members } = await seedGroup(app, 1);
    const [ben] = members;
    const cleo = await seedPlayer(app);
    if (!ben) throw new Error('There is nobody');
    await points.give(owner, 5);
    await points.give(ben, 7);
    await points.give(ben, -2);
    await points.give(cleo, 100);
    expect(await scoresOf(app, owner, id)).toEqual([
      [owner.id, 5],
      [ben.id, 5],
    ]);
    await join(app, cleo, { groupId: id });
    await points.give(cleo, 3);
    await leave(app, ben, id);
    await points.give(ben, 50);
    expect(await scoresOf(app, owner, id)).toEqual([
      [owner.id, 5],
      [ben.id, 5],
      [cleo.id, 3],
    ]);
    await join(app, ben, { groupId: id });
    await points.give(ben, 1);
    expect((await scoresOf(app, owner, id))[0]).toEqual([ben.id, 6]);
    for (const document of [documents.kickGroupMember, documents.banFromGroup]) {
      await execute<unknown, object>(app, owner.token, document.toString(), { groupId: id, userId: cleo.id });
      await points.give(cleo, 9);
    }
    expect((await scoresOf(app, owner, id)).at(-1)).toEqual([cleo.id, 3]);
  });

  it('counts only boards that add up, the highest first, and each score once on each board', async () => {
    const [sum, best, last, least] = [
      await Points.on(app, 'sum'),
      await Points.on(app, 'best', { operator: 'BEST' }),
      await Points.on(app, 'last', { operator: 'SET' }),
      await Points.on(app, 'least', { sortOrder: 'LOWEST_FIRST' }),
    ];
    const ada = await seedPlayer(app);
    const groups = [await seedGroup(app), await seedGroup(app), await seedGroup(app)];
    for (const { id } of groups.slice(0, 2)) await join(app, ada, { groupId: id });
    for (const points of [sum, best, last, least]) await points.give(ada, 10);
    await sum.give(ada, 1);
    expect(await Promise.all(groups.map(({ id }) => scoreOf(app, ada, id)))).toEqual([11, 11, undefined]);
  });

  it('counts throws that land, and what games, levels and members do to the ledger elsewhere', async () => {
    const { id, owner, members } = await seedGroup(app, 1);
    const [ben] = members;
    if (!ben) throw new Error('There is nobody');
    const game = await gameOf(app, [owner, ben]);
    const [ada] = game.players;
    const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, cupOf(game.players[1]));
    await execute(app, ben.token, harness.challengeThrow, { throwId: ball.id });
    const secret = answerKey ?? '';
    expectPayload(
      (await execute(app, ada.token, harness.answerChallenge, { throwId: ball.id, secret })).answerChallenge,
    );
    expect(await scoresOf(app, ben, id)).toEqual([
      [owner.id, 15],
      [ben.id, 0],
    ]);
  });

  it('is followed live: who comes, and what they score', async () => {
    const points = await Points.on(app);
    const { id, owner, inviteCode } = await seedGroup(app, 0, { open: false });
    const scoreboardId = id.replace('Group', 'Scoreboard');
    const live = subscribe(connect(app, owner.token), groupStandings, { scoreboardId });
    expect((await live.next()).standings).toMatchObject({ size: 1, entries: [{ score: 0, user: { id: owner.id } }] });
    const ben = await seedPlayer(app);
    await join(app, ben, { inviteCode });
    expect((await live.next()).standings.size).toBe(2);
    await points.give(ben, 4);
    expect((await live.next()).standings.entries[0]).toMatchObject({ rank: 1, score: 4, user: { id: ben.id } });
    await live.stop();
    await socketsClosed(app);
  });

  it('of a closed one is for its members and services', async () => {
    const { id, owner, members } = await seedGroup(app, 1, { open: false });
    const [ben] = members;
    const eve = await seedPlayer(app);
    const service = await seedService(app);
    if (!ben) throw new Error('There is nobody');
    const key = id.replace('Group', 'group');
    const read = async ({ token }: { token: string }) => {
      const { data, errors } = await send(app, token, guardedReads, { key, userId: owner.id });
      return errors.length > 0 ? [...new Set(errors.map(({ extensions }) => extensions.code))] : data?.scoreboard?.size;
    };
    const follow = async (who: { token: string }) => {
      const stream = subscribe(connect(app, who.token), groupStandings, {
        scoreboardId: id.replace('Group', 'Scoreboard'),
      });
      return stream.next().then(
        async ({ standings }) => {
          await stream.stop();
          return standings.size;
        },
        (error: unknown) => /FORBIDDEN/.exec(String(error))?.[0],
      );
    };
    expect([await read(ben), await follow(ben)]).toEqual([2, 2]);
    expect(await follow(service)).toBe(2);
    expect([await read(eve), await follow(eve)]).toEqual([['FORBIDDEN'], 'FORBIDDEN']);
    // Also while somebody who may is following it.
    const live = subscribe(connect(app, ben.token), groupStandings, {
      scoreboardId: id.replace('Group', 'Scoreboard'),
    });
    await live.next();
    expect(await follow(eve)).toBe('FORBIDDEN');
    await live.stop();
    await leave(app, ben, id);
    expect([await read(ben), await follow(ben)]).toEqual([['FORBIDDEN'], 'FORBIDDEN']);
    const { group } = await execute(app, ben.token, ownEntry, { id });
    expect(group?.scoreboard.entry?.score).toBe(0);
    await socketsClosed(app);
  });

  it('is left alone by the check of ledgers, which it has none of', async () => {
    const points = await Points.on(app);
    const { owner } = await seedGroup(app);
    await points.give(owner, 5);
    const found: number[][] = [];
    const job = standingsDrift({
      pool: app.services.pool,
      copies: () => Promise.resolve(0),
      found: (...counts) => found.push(counts),
    });
    await job.run();
    expect(found).toEqual([[0, 0]]);
  });
});

async function scoreOf(app: App, who: TestPlayer, groupId: string): Promise<number | undefined> {
  return (await scoresOf(app, who, groupId)).find(([id]) => id === who.id)?.[1];
}

it('whoever scores while they come and go has what they scored while in', async () => {
  const points = await Points.on(app);
  const { id } = await seedGroup(app);
  const ben = await seedPlayer(app);
  const stop = { come: false };
  const scoring = (async () => {
    let given = 0;
    for (; !stop.come; given += 1) await points.give(ben, 1, given % 2 ? app : beside);
    return given;
  })();
  for (let turn = 0; turn < 15; turn += 1) {
    await join(turn % 2 ? app : beside, ben, { groupId: id });
    await leave(turn % 2 ? beside : app, ben, id);
  }
  await join(app, ben, { groupId: id });
  stop.come = true;
  const given = await scoring;
  const counted = (await scoreOf(app, ben, id)) ?? 0;
  expect(counted).toBeLessThanOrEqual(given);
  await points.give(ben, 10);
  expect(await scoreOf(beside, ben, id)).toBe(counted + 10);
});
