import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { claim, Contestants, current, enough, enter, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

it('passes from midnight to the rewards', async () => {
  const clock = new ManualClock(Date.UTC(2026, 10, 21, 0, 0));
  const app = await startApp({ clock });
  const contestants = await Contestants.of(app);
  const people = await contestants.seedMany(12);
  const [ada, ben, cleo] = people;
  if (!ada || !ben || !cleo) throw new Error('There is nobody');
  const today = await current(app, ada);
  expect(today).toMatchObject({
    name: 'Daily',
    status: 'OPEN',
    startsAt: '2026-11-21T00:00:00.000Z',
    entryClosesAt: '2026-11-21T12:00:00.000Z',
    endsAt: '2026-11-21T23:59:00.000Z',
    finishedAt: null,
    minLevel: 10,
    entryFee: 500,
    groupSize: 35,
    participantCount: 0,
    rewards: [
      { fromRank: 1, toRank: 1, coins: 5_000 },
      { fromRank: 2, toRank: 2, coins: 3_000 },
      { fromRank: 3, toRank: 3, coins: 2_000 },
      { fromRank: 4, toRank: 10, coins: 1_000 },
    ],
    myEntry: null,
  });
  const events = subscribe(connect(app, ada.token), documents.tournamentEvents, { tournamentId: today.id });
  expect((await events.next()).tournamentEvents.__typename).toBe('TournamentOpened');
  for (const person of people) {
    const entry = await enter(app, person);
    expect(entry).toMatchObject({ score: 0, coinsEarned: null, claimedAt: null });
    expect(entry.user.coins).toBe(enough.coins - enough.fee);
  }
  const entry = await enter(app, ben);
  expect(entry.rank).toBe(2);
  const board = subscribe(connect(app, ben.token), documents.groupStandings, {
    scoreboardId: entry.group.id.replace('TournamentGroup', 'Scoreboard'),
  });
  expect((await board.next()).standings.size).toBe(12);
  clock.advance(12 * hourMs);
  expect((await events.next()).tournamentEvents).toMatchObject({
    __typename: 'EntryClosed',
    participantCount: 12,
    groupCount: 1,
  });
  await contestants.raise(cleo);
  await contestants.raise(ben, 2);
  await eventually(
    'Standings',
    async () => (await board.next()).standings.entries[0],
    (first) => first?.user.id === ben.id && first.score === 120,
  );
  await board.stop();
  expect((await stateOf(app, ben, today.id)).myEntry).toMatchObject({ rank: 1, score: 120 });
  clock.advance(12 * hourMs - minuteMs);
  expect((await events.next()).tournamentEvents).toMatchObject({
    __typename: 'TournamentFinished',
    participantCount: 12,
  });
  await events.stop();
  expect(await stateOf(app, ben, today.id)).toMatchObject({
    status: 'FINISHED',
    finishedAt: '2026-11-21T23:59:00.000Z',
  });
  const expected = [ben, cleo, ada].map((person, index) => ({ person, rank: index + 1 }));
  for (const { person, rank } of expected) {
    const coins = [5_000, 3_000, 2_000][rank - 1];
    expect(await claim(app, person)).toMatchObject({ rank, coinsEarned: coins });
  }
  const rest = people.slice(3);
  for (const [index, person] of rest.entries()) {
    expect(await claim(app, person)).toMatchObject({ rank: index + 4, coinsEarned: index + 4 <= 10 ? 1_000 : 0 });
  }
  clock.advance(minuteMs);
  const tomorrow = await current(app, ada);
  expect(tomorrow).toMatchObject({ status: 'OPEN', startsAt: '2026-11-22T00:00:00.000Z' });
});
