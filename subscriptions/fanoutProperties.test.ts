import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endsForReaders, FanoutReader, lastThrow, TestFanout } from '../tests/stream/fanoutReader.ts';
import { beatMs, makeNode, stream, type TestNode } from '../tests/stream/testNode.ts';
import { appended, connected, fates, type MoveOf, pick, TroubledNodes, troubles } from '../tests/stream/trouble.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';
import { topics } from './topics.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(topics.Game, 'lastFor').mockImplementation(endsForReaders);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const people = ['ada', 'ben', 'cleo'] as const;
const moves = {
  ...troubles,
  /** The thrower has eyes for it, if there is one. */
  append: fc.record({ ...appended, thrower: fc.option(fc.constantFrom(...people), { nil: undefined }) }),
  /** One person gets no more on any connection they have then; who threw is as above. */
  part: fc.record({
    ...appended,
    move: fc.constant('part' as const),
    thrower: fc.constantFrom(...people),
    last: fc.subarray([...people], { minLength: 1 }),
  }),
  /** Where one who has nothing yet begins; undefined: without a cursor. */
  connect: fc.record({ ...connected, node: pick, from: fc.option(pick, { nil: undefined }) }),
  drain: fc.record({ move: fc.constant('drain' as const), who: pick }),
};
type Move = MoveOf<typeof moves>;
const usual = [
  { weight: 12, arbitrary: moves.release },
  { weight: 6, arbitrary: moves.append },
  { weight: 1, arbitrary: moves.part },
  { weight: 6, arbitrary: moves.connect },
  { weight: 2, arbitrary: moves.cut },
  { weight: 4, arbitrary: moves.drain },
  { weight: 2, arbitrary: moves.beat },
  { weight: 1, arbitrary: moves.outage },
];
const story = (...more: fc.WeightedArbitrary<Move>[]) =>
  fc.record({
    plot: fc.array(fc.oneof<fc.WeightedArbitrary<Move>[]>(...usual, ...more), { minLength: 5, maxLength: 100 }),
    fates,
    late: fc.infiniteStream(fc.boolean()),
    rooms: fc.infiniteStream(fc.constantFrom(1, 2, 3, 9, 1_000)),
    /** Whether the database and the bus answer at once. */
    quick: fc.boolean(),
    before: fc.oneof(fc.nat(5), fc.nat(300)),
  });
type Story = typeof story extends (...more: never[]) => fc.Arbitrary<infer Value> ? Value : never;

/** An event of this thrower's, and the last for some. */
const by = (thrower: string, last: readonly string[] = []) => ({
  type: 'ThrowRejected',
  payload: {
    throwId: lastThrow(last),
    thrower: { id: thrower, handle: thrower, displayName: thrower },
    cupId: null,
    rejectedFor: 'REPLAYED',
    hops: [],
  },
});

/**
 * Two nodes with a fan-out each, one database, a bus that can't be relied upon, answers that come when they like, and six
 * readers with two questions among them who take only so much at a time; then everything calms down.
 */
async function play({ plot, fates, late, rooms, quick, before }: Story) {
  const answers = new Turnstile();
  const makePlace = (shared: Pick<TestNode, 'database' | 'bus'>) => ({ ...makeNode(shared), fanout: new TestFanout() });
  const troubled = new TroubledNodes(makePlace, before);
  if (quick) troubled.turnstile.open();
  const readers = ['ada', 'ben', null, 'ada', 'ada', null].map(
    (viewer, index) => new FanoutReader(index < 4 ? 'q' : 'r', viewer),
  );
  const reader = (which: number) => readers[which % readers.length] ?? new FanoutReader('q', null);
  troubled.bus.copies = () => fates.next().value ?? 1;
  for (const { fanout } of troubled.nodes) fanout.late = () => (late.next().value ? answers.pass() : undefined);
  for (const who of readers) who.room = () => rooms.next().value ?? 1;
  for (const move of plot) {
    if (move.move === 'append') troubled.append(move, move.thrower && by(move.thrower));
    else if (move.move === 'part') troubled.append(move, by(move.thrower, move.last));
    else if (move.move === 'connect') {
      const who = reader(move.who);
      const { epoch } = troubled.database;
      const { head } = troubled.database.stream(stream);
      const begin = move.from === undefined ? undefined : { stream, epoch, seq: move.from % (head + 1) };
      const { feed, fanout } = troubled.node(move.node);
      if (!who.connected) void who.connect(feed, fanout, begin);
    } else if (move.move === 'cut') reader(move.who).cut();
    else if (move.move === 'drain') reader(move.who).drain();
    else {
      troubled.meet(move);
      if (move.move === 'release') answers.release(move.which);
    }
    await settled();
  }
  answers.open();
  for (const { fanout } of troubled.nodes) fanout.late = () => undefined;
  await troubled.calmDown(() => {
    for (const [index, who] of readers.entries()) {
      const { feed, fanout } = troubled.node(index);
      who.room = () => Number.POSITIVE_INFINITY;
      who.ended = () => void who.connect(feed, fanout);
      who.drain();
      if (!who.connected) void who.connect(feed, fanout);
    }
  });
  return { troubled, nodes: troubled.nodes, readers };
}
type Scene = Awaited<ReturnType<typeof play>>;

/**
 * All are served together, at the latest from the next event on: what happens then is answered once per question and
 * node, and once more for its thrower.
 */
async function expectTogether({ nodes, readers }: Scene): Promise<void> {
  const counts = () =>
    nodes.reduce(
      (sum, { fanout: { counts: now } }) => ({
        groups: sum.groups + now.groups,
        members: sum.members + now.members,
        answered: sum.answered + now.answered,
        written: sum.written + now.written,
      }),
      { groups: 0, members: 0, answered: 0, written: 0 },
    );
  nodes[0].append();
  await settled();
  const before = counts();
  const group = ({ key, fanout }: FanoutReader) => `${key} ${nodes.findIndex((node) => node.fanout === fanout)}`;
  const groups = new Set(readers.map(group));
  const adas = new Set(readers.filter(({ viewer }) => viewer === 'ada').map(group));
  expect({ groups: before.groups, members: before.members }).toEqual({ groups: groups.size, members: readers.length });
  nodes[0].append(1, by('ada'));
  await settled();
  const after = counts();
  expect(after.answered - before.answered).toBe(groups.size + adas.size);
  expect(after.written - before.written).toBe(readers.length);
}

async function leave({ troubled, nodes, readers }: Scene): Promise<void> {
  // Each is on one connection now, whose guest is still to be told; those of all that it had before were.
  for (const { told } of readers) expect(told.toSorted()).toEqual([0, ...told.slice(1).map(() => 1)]);
  for (const who of readers) who.cut();
  for (const { told } of readers) expect(told).toEqual(told.map(() => 1));
  await troubled.expectNobody();
  expect(nodes.map(({ fanout: { counts, wrong } }) => [counts.groups, counts.members, wrong])).toEqual([
    [0, 0, []],
    [0, 0, []],
  ]);
}

it('gives everyone every event, once, in order, whoever comes, goes, fills up or asks something else', async () => {
  await fc.assert(
    fc.asyncProperty(story(), async (told) => {
      const scene = await play(told);
      await expectTogether(scene);
      const { database } = scene.troubled;
      for (const { has, gaps, wrong, from } of scene.readers) {
        expect({ has, gaps, wrong }).toEqual({ has: database.numbers(stream).slice(from), gaps: [], wrong: [] });
      }
      await leave(scene);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('says to everyone when the history was replaced, and goes on with all that the new one keeps', async () => {
  await fc.assert(
    fc.asyncProperty(story({ weight: 1, arbitrary: moves.restore }), async (told) => {
      const restores = told.plot.filter(({ move }) => move === 'restore').length;
      const scene = await play(told);
      await expectTogether(scene);
      for (const who of scene.readers) {
        scene.troubled.expectRestored(who, { restores, from: who.gaps.length > 0 ? 0 : who.from });
      }
      await leave(scene);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('says to each which events retention took before they had them, and skips no others', async () => {
  await fc.assert(
    fc.asyncProperty(story({ weight: 1, arbitrary: moves.trim }), async (told) => {
      const scene = await play(told);
      await expectTogether(scene);
      for (const who of scene.readers) scene.troubled.expectTrimmed(who);
      await leave(scene);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('tells one who came ahead of its group only what retention took from it, too', async () => {
  const { database, feed } = makeNode();
  const fanout = new TestFanout();
  database.append(stream, 5);
  const [early, late] = [new FanoutReader('q', null), new FanoutReader('q', 'ada')];
  await early.connect(feed, fanout);
  await settled();
  // Nobody was told of these; who comes with a cursor finds out, and has more than the group can have read.
  database.append(stream, 3);
  const gate = Promise.withResolvers<void>();
  let passes = 0;
  // Its look at the stream is let through, the read of what is missing here is not.
  database.pass = () => ((passes += 1) > 2 ? gate.promise : Promise.resolve());
  await late.connect(feed, fanout, { stream, epoch: database.epoch, seq: 7 });
  await settled();
  database.append(stream, 3);
  database.trim(stream, 10);
  gate.resolve();
  for (let round = 0; round < 2; round += 1) {
    await settled();
    vi.advanceTimersByTime(beatMs);
  }
  await settled();
  const of = ({ has, gaps, wrong }: FanoutReader) => ({
    has: has.length,
    gaps: gaps.map((gap) => gap.missedFrom),
    wrong,
  });
  expect(of(early)).toEqual({ has: 7, gaps: [6], wrong: [] });
  expect(of(late)).toEqual({ has: 2, gaps: [8], wrong: [] });
  for (const who of [early, late]) who.cut();
  await settled();
  expect(feed.size).toBe(0);
  feed.stop();
});
