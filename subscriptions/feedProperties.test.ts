import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LossyBus } from '../tests/stream/lossyBus.ts';
import { MemoryDatabase } from '../tests/stream/memoryDatabase.ts';
import { Reader } from '../tests/stream/reader.ts';
import { beatMs, makeNode, stream } from '../tests/stream/testNode.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const pick = fc.nat(1_000);
const moves = {
  release: fc.record({ move: fc.constant('release' as const), which: pick }),
  append: fc.record({
    move: fc.constant('append' as const),
    count: fc.integer({ min: 1, max: 3 }),
    /** Undefined: the node that committed died before it told anyone. */
    node: fc.option(pick, { nil: undefined }),
  }),
  connect: fc.record({ move: fc.constant('connect' as const), who: pick, node: pick }),
  cut: fc.record({ move: fc.constant('cut' as const), who: pick }),
  beat: fc.record({ move: fc.constant('beat' as const) }),
  outage: fc.record({ move: fc.constant('outage' as const) }),
  restore: fc.record({ move: fc.constant('restore' as const), lost: fc.nat(6) }),
  trim: fc.record({ move: fc.constant('trim' as const), kept: fc.nat(4) }),
};
type Move = { [Name in keyof typeof moves]: (typeof moves)[Name] extends fc.Arbitrary<infer Value> ? Value : never };
const usual = [
  { weight: 12, arbitrary: moves.release },
  { weight: 5, arbitrary: moves.append },
  { weight: 3, arbitrary: moves.connect },
  { weight: 2, arbitrary: moves.cut },
  { weight: 2, arbitrary: moves.beat },
  { weight: 1, arbitrary: moves.outage },
];
const story = (...more: fc.WeightedArbitrary<Move[keyof Move]>[]) =>
  fc.record({
    plot: fc.array(fc.oneof<fc.WeightedArbitrary<Move[keyof Move]>[]>(...usual, ...more), {
      minLength: 5,
      maxLength: 80,
    }),
    fates: fc.infiniteStream(fc.constantFrom(0, 1, 1, 1, 2)),
    before: fc.nat(300),
  });
type Story = typeof story extends (...more: never[]) => fc.Arbitrary<infer Value> ? Value : never;

/** Two nodes, one database, a bus that can't be relied upon and four readers; then everything calms down. */
async function play({ plot, fates, before }: Story) {
  const turnstile = new Turnstile();
  const database = new MemoryDatabase();
  const bus = new LossyBus();
  const nodes = [makeNode({ database, bus }), makeNode({ database, bus })] as const;
  const readers = Array.from({ length: 4 }, (_, index) => new Reader(index < 2 ? turnstile.pass : undefined));
  const node = (which: number) => nodes[which % 2 === 0 ? 0 : 1];
  const reader = (which: number) => readers[which % readers.length] ?? new Reader();
  let outages = 0;
  database.append(stream, before);
  database.pass = turnstile.pass;
  database.broken = () => outages > 0 && (outages -= 1) >= 0;
  bus.pass = turnstile.pass;
  bus.copies = () => fates.next().value ?? 1;
  for (const move of plot) {
    if (move.move === 'release') turnstile.release(move.which);
    else if (move.move === 'append') {
      if (move.node === undefined) database.append(stream, move.count);
      else node(move.node).append(move.count);
    } else if (move.move === 'connect') {
      const who = reader(move.who);
      if (!who.connected) void who.connect(node(move.node).feed);
    } else if (move.move === 'cut') void reader(move.who).cut();
    else if (move.move === 'outage') outages += 1;
    else if (move.move === 'restore') database.restore(stream, database.stream(stream).head - move.lost);
    else if (move.move === 'trim') {
      const { head, tail } = database.stream(stream);
      database.trim(stream, Math.max(tail, head + 1 - move.kept));
    } else vi.advanceTimersByTime(beatMs);
    await settled();
  }
  outages = 0;
  turnstile.open();
  bus.copies = () => 1;
  for (let calm = 0; calm < 4; calm += 1) {
    for (const [index, who] of readers.entries()) if (!who.connected) void who.connect(node(index).feed);
    await settled();
    vi.advanceTimersByTime(beatMs);
    await settled();
    await settled();
  }
  return { database, bus, nodes, readers };
}

async function leave({ bus, nodes, readers }: Awaited<ReturnType<typeof play>>): Promise<void> {
  for (const who of readers) await who.cut();
  await settled();
  expect(nodes.map(({ feed }) => feed.size)).toEqual([0, 0]);
  expect(bus.size).toBe(0);
  for (const { feed } of nodes) feed.stop();
}

it('gives every reader every event, once, in order, whatever the bus, the database and the network do', async () => {
  await fc.assert(
    fc.asyncProperty(story(), async (told) => {
      const after = await play(told);
      for (const { has, gaps, wrong } of after.readers) {
        expect({ has, gaps, wrong }).toEqual({ has: after.database.numbers(stream), gaps: [], wrong: [] });
      }
      await leave(after);
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('says when the history was replaced, and goes on with all that the new one keeps', async () => {
  await fc.assert(
    fc.asyncProperty(story({ weight: 1, arbitrary: moves.restore }), async (told) => {
      const restores = told.plot.filter(({ move }) => move === 'restore').length;
      const after = await play(told);
      for (const { has, gaps, wrong } of after.readers) {
        expect({ has, wrong }).toEqual({ has: after.database.numbers(stream), wrong: [] });
        expect(gaps.length).toBeLessThanOrEqual(restores);
        expect(gaps.every(({ reason }) => reason === 'RESTORED')).toBe(true);
      }
      await leave(after);
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('says which events retention took before a reader had them, and skips no others', async () => {
  await fc.assert(
    fc.asyncProperty(story({ weight: 1, arbitrary: moves.trim }), async (told) => {
      const after = await play(told);
      const { head } = after.database.stream(stream);
      for (const { has, gaps, wrong, first = head + 1 } of after.readers) {
        const missed = gaps.reduce((sum, { missedFrom, missedTo }) => sum + (missedTo ?? 0) - (missedFrom ?? 0) + 1, 0);
        expect(wrong).toEqual([]);
        expect(has).toEqual([...new Set(has)].sort((one, other) => one - other));
        expect(has.length + missed).toBe(head - first + 1);
        expect(gaps.every(({ reason }) => reason === 'TRIMMED')).toBe(true);
      }
      await leave(after);
    }),
    { numRuns: 500 },
  );
}, 60_000);
