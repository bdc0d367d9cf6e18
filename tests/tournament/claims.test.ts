import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { unclaimedRewards } from '../../jobs/unclaimedRewards.ts';
import { payUnclaimed } from '../../resolvers/tournament/payUnclaimed.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectError, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import type { TestPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { atOnce } from '../game/tally.ts';
import { claim, Contestants, current, enough, enter, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const morning = Date.UTC(2026, 10, 21, 8);
const dayMs = 86_400_000;
/** From the morning to a minute after the end. */
const untilMidnight = 16 * 3_600_000;
const afterEntry = enough.coins - enough.fee;

const coinsOf = async (app: App, { token }: TestPlayer) => (await execute(app, token, harness.me)).me?.coins;

/** Tries a claim that is refused. */
async function refused<Name extends 'TournamentNotFinishedError' | 'NotAParticipantError' | 'NotFoundError'>(
  app: App,
  { token }: Pick<TestPlayer, 'token'>,
  name: Name,
  tournamentId?: string,
) {
  const input = tournamentId ? { tournamentId } : {};
  return expectError((await execute(app, token, documents.claimReward, { input })).claimReward, name);
}

/** A day that people have entered, in the order of their ranks to be. */
async function startContest(count: number, env: Record<string, string> = {}) {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock, env });
  const contestants = await Contestants.of(app);
  const [first, ...others] = await contestants.seedMany(count);
  if (!first) throw new Error('There is nobody');
  const people: [TestPlayer, ...TestPlayer[]] = [first, ...others];
  for (const person of people) await enter(app, person);
  const { id } = await current(app, first);
  const finished = () =>
    eventually(
      'A finished tournament',
      () => stateOf(app, first, id),
      ({ status }) => status === 'FINISHED',
    );
  return { clock, app, contestants, people, first, id, finished };
}

describe('a reward', () => {
  it('is paid by rank within the group, and told', async () => {
    const { clock, app, people, id, finished } = await startContest(12);
    clock.advance(untilMidnight);
    await finished();
    const paid: unknown[] = [];
    for (const [index, person] of people.entries()) {
      const before = await stateOf(app, person, id);
      expect(before.myEntry).toMatchObject({ rank: index + 1, coinsEarned: null, claimedAt: null });
      const { rank, coinsEarned, claimedAt, user, tournament } = await claim(app, person);
      paid.push([rank, coinsEarned, user.coins]);
      expect([claimedAt, tournament]).toEqual(['2026-11-22T00:00:00.000Z', { id, status: 'FINISHED' }]);
    }
    const rewards = [5_000, 3_000, 2_000, ...Array.from({ length: 7 }, () => 1_000), 0, 0];
    expect(paid).toEqual(rewards.map((coins, index) => [index + 1, coins, afterEntry + coins]));
    const [ada] = people;
    const mine = subscribe(connect(app, ada.token), documents.contestantEvents);
    const told = (await mine.take(5)).map(({ myEvents }) => myEvents);
    await mine.stop();
    expect(told.slice(3)).toEqual([
      { __typename: 'RewardPaid', tournamentId: id, rank: 1, coins: 5_000 },
      { __typename: 'CoinsChanged', coins: afterEntry + 5_000, amount: 5_000, reason: 'REWARD' },
    ]);
  });

  it('is paid once by ten claims at once over two nodes, and by any later one', async () => {
    const { clock, app, first, id, finished } = await startContest(1);
    const other = await startApp({ clock, beside: app });
    clock.advance(untilMidnight);
    await finished();
    const claims = await atOnce(10, (index) => claim(index % 2 ? app : other, first, index % 3 ? id : undefined));
    const later = await claim(app, first);
    expect(new Set([...claims, later].map(({ id: entry, coinsEarned }) => `${entry} ${coinsEarned}`)).size).toBe(1);
    expect(await coinsOf(app, first)).toBe(afterEntry + 5_000);
  });

  it('stands as soon as the tournament is over, though no worker has been there', async () => {
    const { clock, app, people, first, id } = await startContest(36, { ROLE: 'http,live' });
    clock.advance(untilMidnight - 60_000);
    expect((await stateOf(app, first, id)).status).toBe('ENTRY_CLOSED');
    const claims = await Promise.all(people.map((person) => claim(app, person)));
    expect(claims.map(({ rank }) => rank)).toEqual([...Array.from({ length: 35 }, (_, index) => index + 1), 1]);
    expect(claims.map(({ coinsEarned }) => coinsEarned).slice(33)).toEqual([0, 0, 5_000]);
    expect((await stateOf(app, first, id)).status).toBe('FINISHED');
  });

  it('of the latest tournament that owes one is meant when none is named', async () => {
    const { clock, app, first, id, finished } = await startContest(1);
    clock.advance(untilMidnight);
    await finished();
    // Has coins for a second day.
    const next = await enter(app, first);
    expect(next.tournament.id).not.toBe(id);
    const claimed = await claim(app, first);
    expect(claimed.tournament.id).toBe(id);
    // Sent twice it is the same claim, though another tournament is under way.
    expect((await claim(app, first)).id).toBe(claimed.id);
    clock.advance(dayMs);
    await eventually(
      'Another finished tournament',
      () => stateOf(app, first, next.tournament.id),
      ({ status }) => status === 'FINISHED',
    );
    expect((await claim(app, first)).id).toBe(next.id);
    expect((await claim(app, first)).id).toBe(next.id);
    expect((await claim(app, first, id)).id).toBe(claimed.id);
  });
});

describe('nobody claims', () => {
  it('before the end', async () => {
    const { clock, app, first, id } = await startContest(1);
    clock.advance(untilMidnight - 60_001);
    for (const which of [undefined, id]) {
      expect(await refused(app, first, 'TournamentNotFinishedError', which)).toMatchObject({
        endsAt: '2026-11-21T23:59:00.000Z',
      });
    }
    clock.advance(1);
    expect((await claim(app, first)).coinsEarned).toBe(5_000);
  });

  it('what they did not enter, or what there is none of', async () => {
    const { clock, app, contestants, id, finished } = await startContest(1);
    const ben = await contestants.seed();
    for (const which of [undefined, id]) await refused(app, ben, 'NotAParticipantError', which);
    await refused(app, ben, 'NotFoundError', `Tournament:${randomUUID()}`);
    clock.advance(untilMidnight);
    await finished();
    for (const which of [undefined, id]) await refused(app, ben, 'NotAParticipantError', which);
    const { errors } = await send(app, ben.token, documents.claimReward, { input: { tournamentId: ben.id } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(await coinsOf(app, ben)).toBe(enough.coins);
  });
});

describe('what nobody claimed', () => {
  it('is paid seven days later, once, to those who had not', async () => {
    const { clock, app, people, first, id, finished } = await startContest(12);
    clock.advance(untilMidnight - 60_000);
    await finished();
    await claim(app, first);
    let paid = 0;
    const job = unclaimedRewards({
      pay: (most) => payUnclaimed(app.services, { most }),
      paid: (count) => (paid += count),
    });
    clock.advance(7 * dayMs - 1);
    await job.run();
    expect(paid).toBe(0);
    clock.advance(1);
    await atOnce(3, () => job.run());
    await job.run();
    expect(paid).toBe(9);
    const coins = await Promise.all(people.map((person) => coinsOf(app, person)));
    const rewards = [5_000, 3_000, 2_000, ...Array.from({ length: 7 }, () => 1_000), 0, 0];
    expect(coins).toEqual(rewards.map((reward) => afterEntry + reward));
    const [, ben] = people;
    if (!ben) throw new Error('There is nobody');
    const { myEntry } = await stateOf(app, ben, id);
    expect(myEntry).toMatchObject({ coinsEarned: 3_000, claimedAt: '2026-11-28T23:59:00.000Z' });
    // Claiming after that is the same entry.
    expect(await claim(app, ben, id)).toMatchObject({ coinsEarned: 3_000, claimedAt: myEntry?.claimedAt });
  });

  it('is paid as the tournament finishes where it should not wait', async () => {
    const { clock, app, people, first, id } = await startContest(11, { REWARD_CLAIM_DAYS: '0' });
    clock.advance(untilMidnight);
    await eventually(
      'A reward',
      () => stateOf(app, first, id),
      ({ myEntry }) => myEntry?.coinsEarned === 5_000,
    );
    const last = people.at(-2);
    if (!last) throw new Error('There is nobody');
    await eventually(
      'The last reward',
      () => coinsOf(app, last),
      (coins) => coins === afterEntry + 1_000,
    );
    expect((await claim(app, first)).coinsEarned).toBe(5_000);
    expect(await coinsOf(app, first)).toBe(afterEntry + 5_000);
  });

  it('is paid to others when one can’t be', async () => {
    const { clock, app, people, finished } = await startContest(3);
    const [unlucky, ...others] = people;
    clock.advance(untilMidnight);
    await finished();
    clock.advance(7 * dayMs);
    // More than a balance can hold.
    const id = unlucky.id.replace('User:', '');
    const { pool } = app.services;
    await pool.query('update users set coins = 2147483647 where id = $1', [id]);
    await expect(payUnclaimed(app.services)).rejects.toThrow('1 rewards could not be paid');
    for (const person of others) expect(await coinsOf(app, person)).toBeGreaterThan(afterEntry);
    await pool.query('update users set coins = $2 where id = $1', [id, afterEntry]);
    expect(await payUnclaimed(app.services)).toBe(1);
    expect(await coinsOf(app, unlucky)).toBe(afterEntry + 5_000);
  });
});
