import type { RewardBand } from '../entities/tournament.ts';
import { dayMs } from './day.ts';
import { isText } from './text.ts';
import { dailyName, type TournamentDefinition } from './tournament.ts';

export interface DefinitionFault {
  field: string;
  message: string;
}

export const definitionBounds = {
  nameLength: 80,
  minLevel: 1_000_000,
  entryFee: 1_000_000,
  groupSize: { least: 2, most: 1_000 },
  rewardBands: 100,
  rewardCoins: 1_000_000,
  days: 366,
} as const;

/** Everything wrong with a definition, named by its fields; nothing when a tournament may be made of it. */
export function definitionFaults(definition: TournamentDefinition): DefinitionFault[] {
  const { name, startsAt, entryClosesAt, endsAt, minLevel, entryFee, groupSize, rewards } = definition;
  const { nameLength, days, ...most } = definitionBounds;
  const { least: smallest, most: largest } = most.groupSize;
  const rules: [boolean, string, string][] = [
    [!isText(name, nameLength), 'name', `must have 1 to ${nameLength} visible characters.`],
    [name.toLowerCase() === dailyName.toLowerCase(), 'name', 'is that of the daily tournaments. Choose another.'],
    [entryClosesAt <= startsAt, 'entryClosesAt', 'must be after startsAt.'],
    [endsAt < entryClosesAt, 'endsAt', 'must not be before entryClosesAt.'],
    [endsAt - startsAt > days * dayMs, 'endsAt', `must be within ${days} days of startsAt.`],
    [!within(minLevel, 1, most.minLevel), 'minLevel', `must be from 1 to ${most.minLevel}.`],
    [!within(entryFee, 0, most.entryFee), 'entryFee', `must be from 0 to ${most.entryFee} coins.`],
    [!within(groupSize, smallest, largest), 'groupSize', `must be from ${smallest} to ${largest}.`],
  ];
  const broken = rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
  return [...broken, ...rewardFaults(rewards)];
}

function rewardFaults(rewards: readonly RewardBand[]): DefinitionFault[] {
  const { rewardBands, rewardCoins, groupSize } = definitionBounds;
  if (rewards.length > rewardBands) return [{ field: 'rewards', message: `must be at most ${rewardBands}.` }];
  return rewards.flatMap(({ fromRank, toRank, coins }, index) => {
    const field = `rewards.${index}`;
    const overlaps = rewards.slice(0, index).some((other) => other.fromRank <= toRank && fromRank <= other.toRank);
    const rules: [boolean, string, string][] = [
      [!within(fromRank, 1, groupSize.most), `${field}.fromRank`, `must be from 1 to ${groupSize.most}.`],
      [!within(toRank, fromRank, groupSize.most), `${field}.toRank`, `must be from fromRank to ${groupSize.most}.`],
      [!within(coins, 0, rewardCoins), `${field}.coins`, `must be from 0 to ${rewardCoins}.`],
      [overlaps, `${field}.fromRank`, 'must not be within another reward’s ranks.'],
    ];
    return rules.filter(([wrong]) => wrong).map(([, name, message]) => ({ field: name, message }));
  });
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && least <= value && value <= most;
}
