import { describe, expect, it } from 'vitest';
import type { DefineTournamentInput } from '../gql/graphql.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { atOnce, tally } from '../game/tally.ts';
import { claim, Contestants, current, enter, refusal, stateOf, tokenMs } from './contestants.ts';
import * as documents from './documents.ts';

const morning = Date.UTC(2026, 10, 21, 8);
const hourMs = 3_600_000;
const moment = (hours: number) => new Date(morning + hours * hourMs).toISOString();

const cup: DefineTournamentInput = {
  name: 'Spring cup',
  startsAt: moment(1),
  entryClosesAt: moment(2),
  endsAt: moment(3),
  minLevel: 2,
  entryFee: 100,
  groupSize: 2,
  rewards: [
    { fromRank: 2, toRank: 2, coins: 10 },
    { fromRank: 1, toRank: 1, coins: 300 },
  ],
};

async function startMorning() {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  return { app, clock, admin: await seedPlayer(app, ['admin'], tokenMs) };
}

const define = async (app: App, { token }: TestPlayer, input: DefineTournamentInput) =>
  (await execute(app, token, documents.defineTournament, { input })).defineTournament;

const defined = async (app: App, admin: TestPlayer, input: DefineTournamentInput) =>
  expectPayload(await define(app, admin, input)).tournament;

describe('a tournament of an operator’s own', () => {
  it('goes by its own times, level, fee, groups and rewards', async () => {
    const { app, clock, admin } = await startMorning();
    const contestants = await Contestants.of(app);
    const [ada, ben, cleo] = await contestants.seedMany(3, () => 2);
    const novice = await contestants.seed(1);
    if (!ada || !ben || !cleo) throw new Error('There is nobody');
    const tournament = await defined(app, admin, cup);
    const { id } = tournament;
    expect(tournament).toMatchObject({ ...cup, status: 'SCHEDULED', rewards: [{ coins: 300 }, { coins: 10 }] });
    expect(await refusal(app, ada, 'EntryClosedError', id)).toMatchObject({ startsAt: cup.startsAt });
    clock.advance(hourMs);
    await eventually(
      'An opened tournament',
      () => stateOf(app, ada, id),
      ({ status }) => status === 'OPEN',
    );
    expect(await refusal(app, novice, 'LevelTooLowError', id)).toMatchObject({ level: 1, minLevel: 2 });
    const seats = [];
    for (const person of [ada, ben, cleo]) seats.push((await enter(app, person, id)).group.number);
    expect(seats).toEqual([1, 1, 2]);
    await contestants.raise(ben);
    clock.advance(2 * hourMs);
    await eventually(
      'A finished tournament',
      () => stateOf(app, ada, id),
      ({ status }) => status === 'FINISHED',
    );
    const paid = [];
    for (const person of [ada, ben, cleo]) paid.push((await claim(app, person)).coinsEarned);
    expect(paid).toEqual([10, 300, 300]);
    // Beside it, the day went on.
    expect(await current(app, ada)).toMatchObject({ name: 'Daily', status: 'OPEN', participantCount: 0 });
  });

  it('is by the daily one’s terms where it says nothing, and may have begun', async () => {
    const { app, admin } = await startMorning();
    const input = { name: '  Noon  ', startsAt: moment(-1), entryClosesAt: moment(1), endsAt: moment(1) };
    const tournament = await defined(app, admin, input);
    expect(tournament).toMatchObject({ name: 'Noon', status: 'OPEN', minLevel: 10, entryFee: 500, groupSize: 35 });
    expect(tournament.rewards).toHaveLength(4);
  });

  it('may be free', async () => {
    const { app, clock, admin } = await startMorning();
    const { id } = await defined(app, admin, { ...cup, startsAt: moment(0), entryFee: 0, minLevel: 1, rewards: [] });
    const ada = await seedPlayer(app, [], tokenMs);
    expect((await enter(app, ada, id)).user.coins).toBe(1_000);
    clock.advance(3 * hourMs);
    await eventually(
      'A finished tournament',
      () => stateOf(app, ada, id),
      ({ status }) => status === 'FINISHED',
    );
    expect(await claim(app, ada, id)).toMatchObject({ rank: 1, coinsEarned: 0, user: { coins: 1_000 } });
  });

  it('is the same one however often it is defined, also at once and after it is over', async () => {
    const { app, clock, admin } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const made = await atOnce(10, (index) => defined(index % 2 ? app : other, admin, cup));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    clock.advance(5 * hourMs);
    expect((await defined(app, admin, { ...cup, rewards: cup.rewards?.toReversed() ?? [] })).id).toBe(made[0]?.id);
    for (const change of [{ entryFee: 101 }, { endsAt: moment(4) }, { rewards: [] }, { groupSize: 3 }]) {
      const { fields } = expectError(await define(app, admin, { ...cup, ...change }), 'InvalidInputError');
      expect(fields.map(({ field }) => field)).toEqual(['name']);
    }
    // At another time it is another tournament.
    const next = { ...cup, startsAt: moment(6), entryClosesAt: moment(7), endsAt: moment(7) };
    expect((await defined(app, admin, next)).id).not.toBe(made[0]?.id);
  });

  it('of other settings at once is one of them', async () => {
    const { app, admin } = await startMorning();
    const answers = await atOnce(4, (index) => define(app, admin, { ...cup, entryFee: index }));
    expect(tally(answers.map(({ __typename }) => __typename))).toEqual({
      DefineTournamentPayload: 1,
      InvalidInputError: 3,
    });
  });
});

describe('refused', () => {
  let app: App;
  let admin: TestPlayer;
  onOneNode({ clock: new ManualClock(morning) }, async (opened) => {
    app = opened;
    admin = await seedPlayer(app, ['admin'], tokenMs);
  });

  it.each<[string, Partial<DefineTournamentInput>, string[]]>([
    ['a name of the daily ones', { name: 'DAILY' }, ['name']],
    ['no name', { name: ' ' }, ['name']],
    ['NUL in a name', { name: 'Spring\0cup' }, ['name']],
    ['half a character', { name: '\ud800' }, ['name']],
    ['times out of order', { entryClosesAt: moment(1), endsAt: moment(0) }, ['entryClosesAt', 'endsAt']],
    ['entry that is over', { startsAt: moment(-2), entryClosesAt: moment(0), endsAt: moment(1) }, ['entryClosesAt']],
    ['a year and more', { endsAt: '2027-12-21T00:00:00.000Z' }, ['endsAt']],
    ['numbers out of bounds', { minLevel: 0, entryFee: -1, groupSize: 1 }, ['minLevel', 'entryFee', 'groupSize']],
    [
      'the greatest numbers',
      { minLevel: 2147483647, entryFee: 2147483647, groupSize: 2147483647 },
      ['minLevel', 'entryFee', 'groupSize'],
    ],
    [
      'rewards that overlap',
      {
        rewards: [
          { fromRank: 1, toRank: 3, coins: 1 },
          { fromRank: 3, toRank: 3, coins: 2147483647 },
        ],
      },
      ['rewards.1.coins', 'rewards.1.fromRank'],
    ],
  ])('%s', async (_what, change, expected) => {
    const { fields } = expectError(await define(app, admin, { ...cup, ...change }), 'InvalidInputError');
    expect(fields.map(({ field }) => field)).toEqual(expected);
  });

  it('is everyone but admins', async () => {
    const contestants = await Contestants.of(app);
    const ada = await contestants.seed();
    for (const [token, code] of [
      [null, 'UNAUTHENTICATED'],
      [ada.token, 'FORBIDDEN'],
      [contestants.service.token, 'FORBIDDEN'],
    ] as const) {
      expect(await errorCodes(app, token, documents.defineTournament, { input: cup })).toEqual([code]);
    }
  });

  it('are moments that are none, and moments beyond time', async () => {
    for (const startsAt of ['soon', '', '2026-13-01T00:00:00.000Z', '2026-11-21']) {
      const input = { ...cup, startsAt };
      expect(await errorCodes(app, admin.token, documents.defineTournament, { input })).toHaveLength(1);
    }
    const far = {
      startsAt: '9999-01-01T00:00:00.000Z',
      entryClosesAt: '9999-01-02T00:00:00.000Z',
      endsAt: '9999-12-31T00:00:00.000Z',
    };
    expect((await defined(app, admin, { ...cup, ...far })).status).toBe('SCHEDULED');
    const past = { startsAt: '0001-01-01T00:00:00.000Z' };
    expect((await define(app, admin, { ...cup, ...past })).__typename).toBe('InvalidInputError');
  });
});
