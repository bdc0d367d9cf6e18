import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from './day.ts';
import {
  dailyDefinition,
  dueAt,
  dueSteps,
  rewardFor,
  statusAt,
  tournamentSteps,
  usualTerms,
  type TournamentTimes,
} from './tournament.ts';

const day = dailyDefinition('2026-11-21');
const times: TournamentTimes = {
  startsAt: new Date(day.startsAt),
  entryClosesAt: new Date(day.entryClosesAt),
  endsAt: new Date(day.endsAt),
};
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);
const taken = new Date(0);

describe('a day', () => {
  it('is one of UTC, from midnight to a minute before the next', () => {
    expect(day).toMatchObject({
      name: 'Daily',
      startsAt: at('00:00:00'),
      entryClosesAt: at('12:00:00'),
      endsAt: at('23:59:00'),
      minLevel: 10,
      entryFee: 500,
      groupSize: 35,
    });
  });

  it('holds every moment between its start and the next day’s, and ends within itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (now) => {
        const { startsAt, entryClosesAt, endsAt } = dailyDefinition(dayOf(now));
        expect(startsAt <= now && now < startsAt + 86_400_000).toBe(true);
        expect(dayOf(endsAt)).toBe(dayOf(now));
        expect(startsAt < entryClosesAt && entryClosesAt < endsAt).toBe(true);
      }),
    );
  });
});

describe('how far a tournament is', () => {
  it.each([
    ['23:59:59.999', -86_400_000, 'SCHEDULED'],
    ['00:00:00.000', 0, 'OPEN'],
    ['11:59:59.999', 0, 'OPEN'],
    ['12:00:00.000', 0, 'ENTRY_CLOSED'],
    ['23:58:59.999', 0, 'ENTRY_CLOSED'],
    ['23:59:00.000', 0, 'ENTRY_CLOSED'],
  ] as const)('at %s is said by its times', (time, days, status) => {
    expect(statusAt(times, at(time) + days)).toBe(status);
  });

  it('is FINISHED when that was done, CANCELLED when it was called off, and closed once somebody closed it', () => {
    expect(statusAt({ ...times, finishedAt: taken }, at('23:59:00'))).toBe('FINISHED');
    expect(statusAt({ ...times, cancelledAt: taken }, at('01:00:00'))).toBe('CANCELLED');
    // By another node's clock, which is ahead by a moment.
    expect(statusAt({ ...times, closedAt: taken }, at('11:59:59'))).toBe('ENTRY_CLOSED');
  });
});

describe('the steps that are due', () => {
  it.each([
    ['00:00:00', ['OPENING']],
    ['12:00:00', ['OPENING', 'ENTRY']],
    ['23:59:00', ['OPENING', 'ENTRY', 'FINISH']],
  ])('at %s when none was taken are %j', (time, steps) => {
    expect(dueSteps(times, at(time))).toEqual(steps);
  });

  it('are none of a tournament that was called off', () => {
    expect(dueSteps({ ...times, cancelledAt: taken }, at('23:59:00'))).toEqual([]);
  });

  it('are each taken once and in order, whenever anyone looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3_600_000, max: 90_000_000 }), { maxLength: 8 }), (offsets) => {
        const state: TournamentTimes = { ...times };
        const columns = { OPENING: 'openedAt', ENTRY: 'closedAt', FINISH: 'finishedAt' } as const;
        const steps = offsets
          .toSorted((one, other) => one - other)
          .flatMap((offset) => {
            const now = day.startsAt + offset;
            const due = dueSteps(state, now);
            for (const step of due) {
              expect(dueAt(state, step)).toBeLessThanOrEqual(now);
              state[columns[step]] = new Date(now);
            }
            return due;
          });
        expect(steps).toEqual(tournamentSteps.slice(0, steps.length));
      }),
    );
  });
});

describe('a reward', () => {
  it.each([
    [1, 5_000],
    [2, 3_000],
    [3, 2_000],
    [4, 1_000],
    [10, 1_000],
    [11, 0],
    [35, 0],
  ])('of rank %d is %d', (rank, coins) => {
    expect(rewardFor(rank, usualTerms.rewards)).toBe(coins);
  });

  it('is nothing where nothing is named', () => {
    expect(rewardFor(1, [])).toBe(0);
  });
});
