import type { GroupingRule } from '../entities/tournament.ts';

/** A group as it is filled. */
export interface GroupSeats {
  id: string;
  number: number;
  /** What its people have in common. */
  band: string;
  size: number;
}

/** Levels in one band of the rule LEVEL. */
const bandWidth = 10;

/** What people of one group have in common: nothing, or about the same level. */
export function bandOf(rule: GroupingRule, level: number): string {
  if (rule === 'ORDER') return 'all';
  const lowest = Math.floor(level / bandWidth) * bandWidth;
  return `${lowest}-${lowest + bandWidth - 1}`;
}

/**
 * Where the next person sits: in the first group of their band, by number, that is not full; without one, in a new group
 * of that band. So every group but the last of its band is full.
 */
export function pickGroup(
  rule: GroupingRule,
  level: number,
  groups: readonly GroupSeats[],
  groupSize: number,
): { group: GroupSeats } | { newBand: string } {
  const band = bandOf(rule, level);
  const [group] = groups
    .filter((candidate) => candidate.band === band && candidate.size < groupSize)
    .sort((one, other) => one.number - other.number);
  return group ? { group } : { newBand: band };
}
