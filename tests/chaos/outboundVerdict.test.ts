import { expect, test } from 'vitest';
import type { Fate } from '../../bench/soak/outbound/fates.ts';
import type { Arrival } from '../../bench/soak/outbound/receiver.ts';
import { judge, type Verdict } from '../../bench/soak/outbound/verdict.ts';

const expected = new Map([['chat', ['one', 'two', 'three']]]);
const call = (what: string, at: number, fate: Fate = 'TAKEN', more: Partial<Arrival> = {}): Arrival => ({
  lane: 'chat',
  what,
  id: what,
  body: what,
  fate,
  at,
  ...more,
});
const all = [call('one', 0), call('two', 1_000), call('three', 2_000)];
const [one, two, three] = all as [Arrival, Arrival, Arrival];
const fine = { lost: 0, outOfOrder: 0, changed: 0, unasked: 0, again: { afterCut: 0, afterKill: 0, unexplained: 0 } };

const runs: [what: string, arrivals: Arrival[], kills: number[], found: Partial<Verdict>][] = [
  ['each once and in order', all, [], {}],
  ['tried until it was taken', [one, call('two', 500, 'FAILED'), two, three], [], {}],
  ['one lost', [one, two], [], { lost: 1 }],
  ['one never taken', [one, two, call('three', 2_000, 'RESET')], [], { lost: 1 }],
  ['one that overtook another', [one, three, two], [], { outOfOrder: 1 }],
  [
    'tried before the one before was taken',
    [one, call('two', 500, 'SILENT'), call('three', 600), two, three],
    [],
    { outOfOrder: 1, again: { ...fine.again, unexplained: 1 } },
  ],
  [
    'one again after the next',
    [...all, call('one', 3_000)],
    [],
    { outOfOrder: 1, again: { ...fine.again, unexplained: 1 } },
  ],
  [
    'one again though its sender knew',
    [one, call('one', 500), two, three],
    [],
    { again: { ...fine.again, unexplained: 1 } },
  ],
  [
    'one again as its answer was cut',
    [call('one', 0, 'CUT'), call('one', 500), two, three],
    [],
    { again: { ...fine.again, afterCut: 1 } },
  ],
  [
    'one again as its sender was killed',
    [one, call('one', 500), two, three],
    [1],
    { again: { ...fine.again, afterKill: 1 } },
  ],
  [
    'one again, and then its sender was killed',
    [one, call('one', 500), two, three],
    [600],
    { again: { ...fine.again, unexplained: 1 } },
  ],
  [
    'another id the second time',
    [call('one', 0, 'CUT'), call('one', 500, 'TAKEN', { id: 'other' }), two, three],
    [],
    { changed: 1, again: { ...fine.again, afterCut: 1 } },
  ],
  ['two of one id', [one, call('two', 1_000, 'TAKEN', { id: 'one' }), three], [], { changed: 1 }],
  ['one that nobody asked for', [...all, call('four', 3_000)], [], { unasked: 1 }],
];

test.each(runs)('%s', (_what, arrivals, kills, found) => {
  expect(judge(arrivals, expected, kills)).toMatchObject({ ...fine, ...found });
});
