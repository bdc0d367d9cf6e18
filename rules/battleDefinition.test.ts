import { describe, expect, it } from 'vitest';
import { readBattle, type BattleInput } from './battleDefinition.ts';
import { at, noon } from './testBattle.ts';

const dayMs = 86_400_000;
const read = (input: Partial<BattleInput>) => readBattle({ title: 'A race', seconds: 60, ...input }, noon);
const wrong = (input: Partial<BattleInput>) => {
  const result = read(input);
  return 'problems' in result ? result.problems.map(({ field }) => field) : [];
};

describe('what a battle may be', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({
      battle: { title: 'A race', seconds: 60, minFighters: 2, maxFighters: 100, beginsAt: null },
    });
    expect(read({ minFighters: 300 })).toMatchObject({ battle: { maxFighters: 300 } });
  });

  it.each<[Partial<BattleInput>, string[]]>([
    [{ title: '' }, ['title']],
    [{ title: 'x'.repeat(80) }, []],
    [{ title: 'x'.repeat(81) }, ['title']],
    [{ seconds: 9 }, ['seconds']],
    [{ seconds: 10 }, []],
    [{ seconds: 86_400 }, []],
    [{ seconds: 86_401 }, ['seconds']],
    [{ minFighters: 1 }, ['minFighters']],
    [{ minFighters: 5, maxFighters: 4 }, ['maxFighters']],
    [{ minFighters: 5, maxFighters: 5 }, []],
    [{ maxFighters: 1_001 }, ['maxFighters']],
    [{ minFighters: 1_001 }, ['minFighters', 'maxFighters']],
    [{ beginsAt: new Date(noon) }, ['beginsAt']],
    [{ beginsAt: new Date(at(1)) }, []],
    [{ beginsAt: new Date(at(30 * dayMs)) }, []],
    [{ beginsAt: new Date(at(30 * dayMs + 1)) }, ['beginsAt']],
    [{ title: '', seconds: 0 }, ['title', 'seconds']],
  ])('%j: %j', (input, fields) => {
    expect(wrong(input)).toEqual(fields);
  });
});
