import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { startApp } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { Contestants, current, enter } from './contestants.ts';
import * as documents from './documents.ts';

const deepRead = gql(`
  query TournamentDeepRead {
    myTournaments(first: 20) {
      edges {
        node {
          id cursor status participantCount rewards { coins }
          myEntry {
            id rank score coinsEarned user { id handle } tournament { name }
            group { number size tournament { name } scoreboard { id key } }
          }
        }
      }
    }
  }`);

const morning = Date.UTC(2026, 10, 21, 8);
const hourMs = 3_600_000;

async function startMorning() {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  const contestants = await Contestants.of(app);
  const admin = await seedPlayer(app, ['admin']);
  const define = async (name: string, hours = 1) => {
    const [startsAt, end] = [0, 1].map((hour) => new Date(morning + (hours - 1 + hour) * hourMs).toISOString());
    if (!startsAt || !end) throw new Error('There is no time');
    const input = { name, startsAt, entryClosesAt: end, endsAt: end, entryFee: 0 };
    const { defineTournament } = await execute(app, admin.token, documents.defineTournament, { input });
    return expectPayload(defineTournament).tournament.id;
  };
  return { clock, app, contestants, define };
}

it('a deep read of twenty tournaments takes no more statements than of one', async () => {
  const { app, contestants, define } = await startMorning();
  const ada = await contestants.seed();
  const read = () => execute(app, ada.token, deepRead);
  await enter(app, ada, await define('Number 0'));
  const forOne = await statementsOf(app, read);
  for (let number = 1; number < 20; number += 1) await enter(app, ada, await define(`Number ${number}`));
  await contestants.raise(ada);
  const { edges } = (await read()).myTournaments;
  expect(edges.map(({ node }) => node.myEntry?.tournament.name)).toEqual(
    Array.from({ length: 20 }, (_, index) => `Number ${19 - index}`),
  );
  expect(new Set(edges.map(({ node }) => `${node.myEntry?.rank} ${node.myEntry?.score}`))).toEqual(new Set(['1 110']));
  for (const statements of [forOne, await statementsOf(app, read)]) expect(statements).toBeLessThanOrEqual(8);
});

describe('lists', () => {
  it('of one’s own come a page at a time, the last entered first', async () => {
    const { app, contestants, define } = await startMorning();
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C']) ids.unshift(await define(name));
    for (const id of ids.toReversed()) await enter(app, ada, id);
    await enter(app, ben, ids[0]);
    const page = async (first: number, after?: string) =>
      (await execute(app, ada.token, documents.myTournaments, { first, ...(after && { after }) })).myTournaments;
    const one = await page(2);
    expect(one.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
    const two = await page(2, one.pageInfo.endCursor ?? '');
    expect(two.edges.map(({ node }) => node.id)).toEqual(ids.slice(2));
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(one.edges.map(({ node }) => node.participantCount)).toEqual([2, 1]);
    expect((await execute(app, ben.token, documents.myTournaments, {})).myTournaments.edges).toHaveLength(1);
  });

  it('of all have the last defined first, and can be those that are open alone', async () => {
    const { app, clock, contestants, define } = await startMorning();
    const ada = await contestants.seed();
    const daily = (await current(app, ada)).id;
    const [over, open, ahead] = [await define('Over', 1), await define('Open', 2), await define('Ahead', 3)];
    clock.advance(hourMs);
    const ids = async (variables: { open?: boolean }) =>
      (await execute(app, ada.token, documents.tournaments, variables)).tournaments.edges.map(({ node }) => node.id);
    expect(await ids({})).toEqual([ahead, open, over, daily]);
    expect(await ids({ open: true })).toEqual([open, daily]);
  });
});

describe('a read', () => {
  it('of what there is none of is null, and of nonsense BAD_USER_INPUT', async () => {
    const { app, contestants } = await startMorning();
    const ada = await contestants.seed();
    const id = `Tournament:${randomUUID()}`;
    expect((await execute(app, ada.token, documents.tournamentState, { id })).tournament).toBeNull();
    for (const kind of ['Tournament', 'TournamentEntry', 'TournamentGroup']) {
      expect((await execute(app, ada.token, documents.entryNode, { id: `${kind}:${randomUUID()}` })).node).toBeNull();
    }
    for (const nonsense of ['x', 'Tournament:1', `Game:${randomUUID()}`, '\0']) {
      expect(await errorCodes(app, ada.token, documents.tournamentState, { id: nonsense })).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('is for people and services alike; what is the viewer’s is null for a service', async () => {
    const { app, contestants } = await startMorning();
    const ada = await contestants.seed();
    const entry = await enter(app, ada);
    const asService = await current(app, contestants.service);
    expect(asService).toMatchObject({ participantCount: 1, myEntry: null });
    const { node } = await execute(app, contestants.service.token, documents.entryNode, { id: entry.id });
    expect(node).toMatchObject({ rank: 1, score: 0, user: { id: ada.id }, tournament: { id: asService.id } });
    for (const document of [documents.currentTournament, documents.tournaments]) {
      expect(await errorCodes<unknown, unknown>(app, null, document.toString())).toEqual(['UNAUTHENTICATED']);
    }
  });
});
