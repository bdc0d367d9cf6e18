import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import { startApp, type App } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { atOnce, tally } from '../game/tally.ts';
import { Contestants, current, enough, enter, refusal, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const playAsGuest = gql(`
  mutation TournamentPlayAsGuest {
    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }
  }`);

const morning = Date.UTC(2026, 10, 21, 8);
const fourHours = 4 * 3_600_000;

async function startMorning(env: Record<string, string> = {}) {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock, env });
  return { app, clock, contestants: await Contestants.of(app) };
}

const groupsOf = async ({ services: { pool } }: App) => {
  const { rows } = await pool.query<{ band: string; size: number }>(
    'select band, size from tournament_group order by number',
  );
  return rows.map(({ band, size }) => [band, size]);
};

const chargesOf = async ({ services: { pool } }: App, userId: string) => {
  const { rows } = await pool.query<{ amount: number }>(
    `select amount from coin_entry where account = $1 and reason = 'ENTRY_FEE'`,
    [userId],
  );
  return rows.map(({ amount }) => amount);
};

describe('many at once', () => {
  it('two hundred over two nodes fill groups of exactly 35, each charged and seated once', async () => {
    const { app, clock, contestants } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const people = await contestants.seedMany(200);
    // Everyone clicks twice, once on either node.
    const entries = await Promise.all(
      people.flatMap((person, index) => {
        const nodes = index % 2 === 0 ? [app, other] : [other, app];
        return nodes.map((node) => enter(node, person));
      }),
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(200);
    const groups = entries.filter((_, index) => index % 2 === 0).map(({ group }) => String(group.number));
    expect(tally(groups)).toEqual({ 1: 35, 2: 35, 3: 35, 4: 35, 5: 35, 6: 25 });
    expect(await groupsOf(app)).toEqual([35, 35, 35, 35, 35, 25].map((size) => ['all', size]));
    const { rows } = await app.services.pool.query<{ coins: number; people: number }>(
      'select coins, count(*)::int as people from users where level = 10 group by coins',
    );
    expect(rows).toEqual([{ coins: enough.coins - enough.fee, people: 200 }]);
    const [first] = people;
    if (!first) throw new Error('There is nobody');
    expect((await current(app, first)).participantCount).toBe(200);
  });

  it('one person by twenty clicks over two nodes is one entry, charged once', async () => {
    const { app, clock, contestants } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const ada = await contestants.seed();
    const entries = await atOnce(20, (index) => enter(index % 2 ? app : other, ada));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(1);
    expect(await chargesOf(app, ada.id)).toEqual([-enough.fee]);
    expect(await groupsOf(app)).toEqual([['all', 1]]);
  });

  it('into two tournaments with coins for one is one entry', async () => {
    const { app, contestants } = await startMorning();
    const admin = await seedPlayer(app, ['admin']);
    const ada = await contestants.seed();
    const input = {
      name: 'Another',
      startsAt: new Date(morning).toISOString(),
      entryClosesAt: new Date(morning + fourHours).toISOString(),
      endsAt: new Date(morning + fourHours).toISOString(),
      entryFee: 1_500,
    };
    const { defineTournament } = await execute(app, admin.token, documents.defineTournament, { input });
    const { tournament } = expectPayload(defineTournament);
    const answers = await Promise.all(
      [{}, { tournamentId: tournament.id }].map(
        async (where) => (await execute(app, ada.token, documents.enterTournament, { input: where })).enterTournament,
      ),
    );
    expect(tally(answers.map(({ __typename }) => __typename))).toEqual({
      EnterTournamentPayload: 1,
      NotEnoughCoinsError: 1,
    });
  });

  it('a hundred in groups by level sit beside their like', async () => {
    const { app, clock, contestants } = await startMorning({ TOURNAMENT_GROUPING: 'LEVEL' });
    const other = await startApp({ clock, beside: app, env: { TOURNAMENT_GROUPING: 'LEVEL' } });
    const people = await contestants.seedMany(100, (index) => 10 + (index % 25));
    const entries = await Promise.all(people.map((person, index) => enter(index % 2 ? app : other, person)));
    expect(tally(entries.map(({ group }) => group.band))).toEqual({ '10-19': 40, '20-29': 40, '30-39': 20 });
    for (const [index, { group }] of entries.entries()) {
      expect(group.band).toBe(
        `${Math.floor((10 + (index % 25)) / 10) * 10}-${Math.floor((10 + (index % 25)) / 10) * 10 + 9}`,
      );
    }
    const sizes = await groupsOf(app);
    expect(sizes.map(([band, size]) => `${band} ${size}`).toSorted()).toEqual([
      '10-19 35',
      '10-19 5',
      '20-29 35',
      '20-29 5',
      '30-39 20',
    ]);
  });
});

describe('an entry', () => {
  it('is at zero on its group’s board at once, behind those who came before', async () => {
    const { app, contestants } = await startMorning();
    const people = await contestants.seedMany(3);
    const ranks: number[] = [];
    for (const person of people) ranks.push((await enter(app, person)).rank);
    expect(ranks).toEqual([1, 2, 3]);
    const { group } = await enter(app, people[0] ?? { token: '' });
    const { node } = await execute(app, people[0]?.token ?? null, documents.groupBoard, { id: group.id });
    if (node?.__typename !== 'TournamentGroup') throw new Error('The group is no group');
    expect(node).toMatchObject({ size: 3, number: 1, band: 'all', scoreboard: { size: 3 } });
    expect(node.scoreboard.key).toBe(`tournament-group:${group.id.replace('TournamentGroup:', '')}`);
    expect(node.scoreboard.top.edges.map(({ node: { rank, score, user } }) => [rank, score, user.id])).toEqual(
      people.map(({ id }, index) => [index + 1, 0, id]),
    );
  });

  it('is told to those who follow the group, and its charge to whoever entered', async () => {
    const { app, contestants } = await startMorning();
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    const { group } = await enter(app, ada);
    const socket = connect(app, ada.token);
    const scoreboardId = group.id.replace('TournamentGroup', 'Scoreboard');
    const standings = subscribe(socket, documents.groupStandings, { scoreboardId });
    expect((await standings.next()).standings.size).toBe(1);
    await enter(app, ben);
    expect((await standings.next()).standings.entries.map(({ user }) => user.id)).toEqual([ada.id, ben.id]);
    await standings.stop();
    const mine = subscribe(socket, documents.contestantEvents);
    const told = (await mine.take(3)).map(({ myEvents }) => myEvents);
    await mine.stop();
    expect(told.at(-1)).toEqual({
      __typename: 'CoinsChanged',
      coins: enough.coins - enough.fee,
      amount: -enough.fee,
      reason: 'ENTRY_FEE',
    });
  });

  it('has a reservation, confirmed in the same moment', async () => {
    const { app, contestants } = await startMorning();
    const ada = await contestants.seed();
    const { tournament } = await enter(app, ada);
    const { rows } = await app.services.pool.query('select key, amount, purpose, status from reservation');
    const id = tournament.id.replace('Tournament:', '');
    expect(rows).toEqual([
      {
        key: `Tournament:${id}:${ada.id.replace('User:', '')}`,
        amount: enough.fee,
        purpose: `tournament:${id}`,
        status: 'CONFIRMED',
      },
    ]);
  });

  it('is a guest’s too, at their level', async () => {
    const { app, contestants } = await startMorning();
    const { session } = expectPayload((await execute(app, null, playAsGuest)).playAsGuest);
    const guest = { token: session.accessToken, id: session.user.id };
    await refusal(app, guest, 'LevelTooLowError');
    await contestants.raise(guest, 9);
    expect(await enter(app, guest)).toMatchObject({ rank: 1, group: { size: 1 } });
  });
});

describe('nobody enters', () => {
  let app: App;
  let contestants: Contestants;
  onOneNode({ clock: new ManualClock(morning) }, async (opened) => {
    app = opened;
    contestants = await Contestants.of(app);
  });

  it('below the level', async () => {
    const ada = await contestants.seed(9);
    expect(await refusal(app, ada, 'LevelTooLowError')).toMatchObject({ level: 9, minLevel: 10 });
    await contestants.raise(ada);
    await enter(app, ada);
  });

  it('without the coins', async () => {
    const ada = await contestants.seed();
    const admin = await seedPlayer(app, ['admin']);
    const input = {
      name: 'A dear one',
      startsAt: new Date(morning).toISOString(),
      entryClosesAt: new Date(morning + 1).toISOString(),
      endsAt: new Date(morning + 1).toISOString(),
      entryFee: enough.coins + 1,
    };
    const { defineTournament } = await execute(app, admin.token, documents.defineTournament, { input });
    const { id } = expectPayload(defineTournament).tournament;
    expect(await refusal(app, ada, 'NotEnoughCoinsError', id)).toMatchObject({ coins: 1_900, needed: 1_901 });
    expect((await execute(app, ada.token, harness.me)).me?.coins).toBe(enough.coins);
    expect((await stateOf(app, ada, id)).participantCount).toBe(0);
  });

  it('from noon on, and until a moment before everyone does', async () => {
    const { app, clock, contestants } = await startMorning();
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    clock.advance(fourHours - 1);
    const entry = await enter(app, ada);
    clock.advance(1);
    expect(await refusal(app, ben, 'EntryClosedError')).toMatchObject({
      startsAt: '2026-11-21T00:00:00.000Z',
      entryClosesAt: '2026-11-21T12:00:00.000Z',
    });
    // Entering again is the same entry all the same.
    expect((await enter(app, ada)).id).toBe(entry.id);
    expect((await execute(app, ben.token, harness.me)).me?.coins).toBe(enough.coins);
  });

  it('from noon on, though no worker runs', async () => {
    const clock = new ManualClock(morning);
    const app = await startApp({ clock, env: { ROLE: 'http,live' } });
    const contestants = await Contestants.of(app);
    const [ada, ben] = await contestants.seedMany(2);
    if (!ada || !ben) throw new Error('There is nobody');
    await enter(app, ada);
    clock.advance(fourHours);
    await refusal(app, ben, 'EntryClosedError');
    expect((await current(app, ben)).status).toBe('ENTRY_CLOSED');
  });

  it('what there is none of', async () => {
    const ada = await contestants.seed();
    await refusal(app, ada, 'NotFoundError', `Tournament:${randomUUID()}`);
    for (const id of [`Game:${randomUUID()}`, 'Tournament:today', 'Tournament:', '\0', ada.id]) {
      const { errors } = await send(app, ada.token, documents.enterTournament, { input: { tournamentId: id } });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('without being a person', async () => {
    for (const [token, code] of [
      [null, 'UNAUTHENTICATED'],
      [contestants.service.token, 'FORBIDDEN'],
    ] as const) {
      for (const document of [documents.enterTournament, documents.claimReward, documents.myTournaments]) {
        const { errors } = await send<unknown, unknown>(app, token, document.toString());
        expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
      }
    }
  });
});
