import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionFaults } from './tournamentDefinition.ts';
import { dailyDefinition, rewardFor, type TournamentDefinition } from './tournament.ts';

const good: TournamentDefinition = { ...dailyDefinition('2026-11-21'), name: 'Spring cup' };
const fields = (change: Partial<TournamentDefinition>) =>
  definitionFaults({ ...good, ...change }).map(({ field }) => field);
const reward = (fromRank: number, toRank: number, coins = 1) => ({ fromRank, toRank, coins });

it('takes the terms of the daily one under another name', () => {
  expect(fields({})).toEqual([]);
});

describe('refuses', () => {
  it.each<[string, Partial<TournamentDefinition>, string[]]>([
    ['no name', { name: '' }, ['name']],
    ['a long name', { name: 'x'.repeat(81) }, ['name']],
    ['NUL in a name', { name: 'a\0b' }, ['name']],
    ['half a character', { name: 'a\ud800' }, ['name']],
    ['the name of the daily ones', { name: 'daily' }, ['name']],
    ['entry that closes as it starts', { entryClosesAt: good.startsAt }, ['entryClosesAt']],
    ['an end before entry closes', { endsAt: good.entryClosesAt - 1 }, ['endsAt']],
    ['more than a leap year', { endsAt: good.startsAt + 366 * 86_400_000 + 1 }, ['endsAt']],
    ['level 0', { minLevel: 0 }, ['minLevel']],
    ['a negative fee', { entryFee: -1 }, ['entryFee']],
    ['groups of one', { groupSize: 1 }, ['groupSize']],
    ['groups of more than a thousand', { groupSize: 1_001 }, ['groupSize']],
    ['rank 0', { rewards: [reward(0, 1)] }, ['rewards.0.fromRank']],
    ['ranks backwards', { rewards: [reward(3, 2)] }, ['rewards.0.toRank']],
    ['a reward that takes coins', { rewards: [reward(1, 1, -1)] }, ['rewards.0.coins']],
    ['ranks that overlap', { rewards: [reward(1, 3), reward(3, 4)] }, ['rewards.1.fromRank']],
    ['a rank within others', { rewards: [reward(1, 9), reward(3, 4)] }, ['rewards.1.fromRank']],
    [
      'too many rewards',
      { rewards: Array.from({ length: 101 }, (_, rank) => reward(rank + 1, rank + 1)) },
      ['rewards'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(fields(change)).toEqual(expected);
  });
});

it.each<[string, Partial<TournamentDefinition>]>([
  ['no fee', { entryFee: 0 }],
  ['no rewards', { rewards: [] }],
  ['groups of a thousand', { groupSize: 1_000 }],
  ['an end as entry closes', { endsAt: good.entryClosesAt }],
  ['rewards for ranks that a group may not have', { groupSize: 2 }],
  ['a name of eighty', { name: 'x'.repeat(80) }],
])('takes %s', (_what, change) => {
  expect(fields(change)).toEqual([]);
});

it('every rank has at most one reward in what it lets through', () => {
  const band = fc.record({
    fromRank: fc.integer({ min: 1, max: 12 }),
    toRank: fc.integer({ min: 1, max: 12 }),
    coins: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(band, { maxLength: 4 }), (rewards) => {
      fc.pre(fields({ rewards }).length === 0);
      for (let rank = 1; rank <= 12; rank += 1) {
        const those = rewards.filter(({ fromRank, toRank }) => fromRank <= rank && rank <= toRank);
        expect(those.length).toBeLessThanOrEqual(1);
        expect(rewardFor(rank, rewards)).toBe(those[0]?.coins ?? 0);
      }
    }),
  );
});
