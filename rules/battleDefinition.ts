import type { NewBattle } from './battle.ts';
import { dayMs } from './day.ts';
import { isText } from './text.ts';

export const battleTitleLength = 80;
export const battleSecondsBounds = { least: 10, most: 86_400 } as const;
export const fightersBounds = { least: 2, most: 1_000 } as const;
export const usualFighters = { least: 2, most: 100 } as const;
/** How far ahead a battle may be set to begin. */
export const latestBeginMs = 30 * dayMs;

export interface BattleInput {
  title: string;
  seconds: number;
  minFighters?: number | null | undefined;
  maxFighters?: number | null | undefined;
  beginsAt?: Date | null | undefined;
}

export type BattleDefinition = Omit<NewBattle, 'id' | 'host'>;
export interface BattleProblem {
  field: keyof BattleInput;
  message: string;
}

/** What a battle is to be, or everything that is wrong with it. */
export function readBattle(
  { title, seconds, minFighters, maxFighters, beginsAt }: BattleInput,
  now: number,
): { battle: BattleDefinition } | { problems: BattleProblem[] } {
  const battle = {
    title,
    seconds,
    minFighters: minFighters ?? usualFighters.least,
    maxFighters: maxFighters ?? Math.max(usualFighters.most, minFighters ?? 0),
    beginsAt: beginsAt?.getTime() ?? null,
  };
  const problems: BattleProblem[] = [];
  const check = (fine: boolean, field: keyof BattleInput, message: string) => {
    if (!fine) problems.push({ field, message });
  };
  const { least, most } = fightersBounds;
  check(isText(title, battleTitleLength), 'title', `must have 1 to ${battleTitleLength} visible characters.`);
  check(
    within(seconds, battleSecondsBounds),
    'seconds',
    `must be from ${battleSecondsBounds.least} to ${battleSecondsBounds.most}.`,
  );
  check(within(battle.minFighters, fightersBounds), 'minFighters', `must be from ${least} to ${most}.`);
  check(
    within(battle.maxFighters, { least: Math.max(least, battle.minFighters), most }),
    'maxFighters',
    `must be from ${least} to ${most}, and not below minFighters.`,
  );
  check(
    battle.beginsAt === null || (battle.beginsAt > now && battle.beginsAt <= now + latestBeginMs),
    'beginsAt',
    'must be in the future, 30 days ahead at most.',
  );
  return problems.length > 0 ? { problems } : { battle };
}

function within(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}
