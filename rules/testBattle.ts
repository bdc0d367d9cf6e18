import fc from 'fast-check';
import { decide, finish, openBattle, openDeadlines, type NewBattle } from './battle.ts';
import type { BattleAction, BattleOutcome, BattleState } from './battleState.ts';

export const noon = Date.parse('2026-11-21T12:00:00Z');
/** So many milliseconds after noon. */
export const at = (ms: number) => noon + ms;

export const somebody = (name: string) => ({ id: name, handle: name, displayName: name.toUpperCase() });
export const ada = somebody('ada');

export function waiting(more: Partial<NewBattle> = {}): BattleState {
  const battle = { id: 'b', title: 'A race', host: ada, seconds: 60, minFighters: 2, maxFighters: 100, beginsAt: null };
  return openBattle({ ...battle, ...more }, noon).state;
}

/** What an action comes to where nothing may be refused. */
export function does(state: BattleState, action: BattleAction, ms = 0): BattleState {
  const { refusal, ...outcome } = decide(state, action, at(ms));
  if (refusal) throw new Error(`Refused: ${JSON.stringify(refusal)}`);
  return outcome.state;
}

export const joins = (name: string): BattleAction => ({ type: 'JOIN', person: somebody(name), battleCount: 0 });
export const says = (type: 'LEAVE' | 'BEGIN' | 'CANCEL', userId: string): BattleAction => ({ type, userId });

/** One step of a story: an action, or the end. */
export interface Turn {
  ms: number;
  action: BattleAction | { type: 'FINISH' };
  before: BattleState;
  after: BattleOutcome;
}

export interface Story {
  opening: BattleOutcome;
  turns: Turn[];
}

const names = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const;
const actions: fc.Arbitrary<Turn['action']> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names).map((name) => joins(name)) },
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => says('LEAVE', name)) },
  { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => says('BEGIN', name)) },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => says('CANCEL', name)) },
  { weight: 2, arbitrary: fc.constant<BattleAction>({ type: 'TELL' }) },
  { weight: 3, arbitrary: fc.constant<BattleAction>({ type: 'DUE' }) },
  { weight: 2, arbitrary: fc.constant({ type: 'FINISH' as const }) },
);

/** Any battle, whatever is done to it and whenever; after each step or, at times, just when something is due. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    settings: fc.record({
      seconds: fc.constantFrom(10, 60),
      minFighters: fc.integer({ min: 2, max: 3 }),
      maxFighters: fc.integer({ min: 3, max: 4 }),
      beginsAt: fc.option(fc.constantFrom(at(1_000), at(60_000), at(61_000), at(600_000))),
    }),
    steps: fc.array(
      fc.record({ wait: fc.constantFrom('NONE', 'SOME', 'DEADLINE'), ms: fc.nat(20_000), action: actions }),
      { maxLength: 25 },
    ),
  })
  .map(({ settings, steps }) => {
    const battle = { id: 'b', title: 'A race', host: ada, ...settings };
    const opening = openBattle(battle, noon);
    const turns: Turn[] = [];
    let state = opening.state;
    let ms = 0;
    for (const { wait, ms: some, action } of steps) {
      if (wait === 'SOME') ms += some;
      const deadline = openDeadlines(state).find(({ kind }) => kind !== 'BATTLE_COUNT');
      if (wait === 'DEADLINE' && deadline) ms = Math.max(ms, deadline.dueAt - noon);
      const after =
        action.type === 'FINISH'
          ? (finish(state, rankingOf(state, some), at(ms)) ?? { state, events: [], warned: [] })
          : decide(state, action, at(ms));
      turns.push({ ms, action, before: state, after });
      state = after.state;
    }
    return { opening, turns };
  });

/** Some ranking of everyone. */
function rankingOf({ fighters }: BattleState, seed: number) {
  return fighters
    .map(({ person }, index) => ({ person, score: ((seed + index * 7) % 11) - 3 }))
    .toSorted((one, other) => other.score - one.score)
    .map((place, index) => ({ ...place, rank: index + 1 }));
}
