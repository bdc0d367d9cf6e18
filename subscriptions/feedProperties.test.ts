import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reader } from '../tests/stream/reader.ts';
import { makeNode, stream } from '../tests/stream/testNode.ts';
import { appended, connected, fates, type MoveOf, pick, TroubledNodes, troubles } from '../tests/stream/trouble.ts';
import { settled } from '../tests/stream/turnstile.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const moves = { ...troubles, append: fc.record(appended), connect: fc.record({ ...connected, node: pick }) };
type Move = MoveOf<typeof moves>;
const usual = [
  { weight: 12, arbitrary: moves.release },
  { weight: 5, arbitrary: moves.append },
  { weight: 3, arbitrary: moves.connect },
  { weight: 2, arbitrary: moves.cut },
  { weight: 2, arbitrary: moves.beat },
  { weight: 1, arbitrary: moves.outage },
];
const story = (...more: fc.WeightedArbitrary<Move>[]) =>
  fc.record({
    plot: fc.array(fc.oneof<fc.WeightedArbitrary<Move>[]>(...usual, ...more), { minLength: 5, maxLength: 80 }),
    fates,
    before: fc.nat(300),
  });
type Story = typeof story extends (...more: never[]) => fc.Arbitrary<infer Value> ? Value : never;

/** Two nodes, one database, a bus that can't be relied upon and four readers; then everything calms down. */
async function play({ plot, fates, before }: Story) {
  const scene = new TroubledNodes(makeNode, before);
  const readers = Array.from({ length: 4 }, (_, index) => new Reader(index < 2 ? scene.turnstile.pass : undefined));
  const reader = (which: number) => readers[which % readers.length] ?? new Reader();
  scene.bus.copies = () => fates.next().value ?? 1;
  for (const move of plot) {
    if (move.move === 'append') scene.append(move);
    else if (move.move === 'connect') {
      const who = reader(move.who);
      if (!who.connected) void who.connect(scene.node(move.node).feed);
    } else if (move.move === 'cut') void reader(move.who).cut();
    else scene.meet(move);
    await settled();
  }
  await scene.calmDown(() => {
    for (const [index, who] of readers.entries()) if (!who.connected) void who.connect(scene.node(index).feed);
  });
  return { scene, readers };
}

async function leave({ scene, readers }: Awaited<ReturnType<typeof play>>): Promise<void> {
  for (const who of readers) await who.cut();
  await scene.expectNobody();
}

it('gives every reader every event, once, in order, whatever the bus, the database and the network do', async () => {
  await fc.assert(
    fc.asyncProperty(story(), async (told) => {
      const after = await play(told);
      for (const { has, gaps, wrong } of after.readers) {
        expect({ has, gaps, wrong }).toEqual({ has: after.scene.database.numbers(stream), gaps: [], wrong: [] });
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
      for (const who of after.readers) after.scene.expectRestored(who, { restores, from: 0 });
      await leave(after);
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('says which events retention took before a reader had them, and skips no others', async () => {
  await fc.assert(
    fc.asyncProperty(story({ weight: 1, arbitrary: moves.trim }), async (told) => {
      const after = await play(told);
      for (const who of after.readers) after.scene.expectTrimmed(who);
      await leave(after);
    }),
    { numRuns: 500 },
  );
}, 60_000);
