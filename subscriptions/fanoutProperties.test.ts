import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FanoutReader, TestFanout } from '../tests/stream/fanoutReader.ts';
import { LossyBus } from '../tests/stream/lossyBus.ts';
import { MemoryDatabase } from '../tests/stream/memoryDatabase.ts';
import { beatMs, makeNode, stream } from '../tests/stream/testNode.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const people = ['ada', 'ben', 'cleo'] as const;
const pick = fc.nat(1_000);
const moves = {
  release: fc.record({ move: fc.constant('release' as const), which: pick }),
  append: fc.record({
    move: fc.constant('append' as const),
    count: fc.integer({ min: 1, max: 3 }),
    /** Who has eyes for it, if anyone. */
    thrower: fc.option(fc.constantFrom(...people), { nil: undefined }),
    /** Undefined: the node that committed died before it told anyone. */
    node: fc.option(pick, { nil: undefined }),
  }),
  connect: fc.record({
    move: fc.constant('connect' as const),
    who: pick,
    node: pick,
    /** Where one who has nothing yet begins; undefined: without a cursor. */
    from: fc.option(pick, { nil: undefined }),
  }),
  cut: fc.record({ move: fc.constant('cut' as const), who: pick }),
  drain: fc.record({ move: fc.constant('drain' as const), who: pick }),
  beat: fc.record({ move: fc.constant('beat' as const) }),
  outage: fc.record({ move: fc.constant('outage' as const) }),
  restore: fc.record({ move: fc.constant('restore' as const), lost: fc.nat(6) }),
  trim: fc.record({ move: fc.constant('trim' as const), kept: fc.nat(4) }),
};
type Move = { [Name in keyof typeof moves]: (typeof moves)[Name] extends fc.Arbitrary<infer Value> ? Value : never };
const usual = [
  { weight: 12, arbitrary: moves.release },
  { weight: 6, arbitrary: moves.append },
  { weight: 6, arbitrary: moves.connect },
  { weight: 2, arbitrary: moves.cut },
  { weight: 4, arbitrary: moves.drain },
  { weight: 2, arbitrary: moves.beat },
  { weight: 1, arbitrary: moves.outage },
];
const story = (...more: fc.WeightedArbitrary<Move[keyof Move]>[]) =>
  fc.record({
    plot: fc.array(fc.oneof<fc.WeightedArbitrary<Move[keyof Move]>[]>(...usual, ...more), {
      minLength: 5,
      maxLength: 100,
    }),
    fates: fc.infiniteStream(fc.constantFrom(0, 1, 1, 1, 2)),
    late: fc.infiniteStream(fc.boolean()),
    rooms: fc.infiniteStream(fc.constantFrom(1, 2, 3, 9, 1_000)),
    /** Whether the database and the bus answer at once. */
    quick: fc.boolean(),
    before: fc.oneof(fc.nat(5), fc.nat(300)),
  });
type Story = typeof story extends (...more: never[]) => fc.Arbitrary<infer Value> ? Value : never;

const by = (thrower: string) => ({
  type: 'ThrowRejected',
  payload: {
    throwId: 't',
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
  const [turnstile, answers] = [new Turnstile(), new Turnstile()];
  if (quick) turnstile.open();
  const database = new MemoryDatabase();
  const bus = new LossyBus();
  const makePlace = () => ({ ...makeNode({ database, bus }), fanout: new TestFanout() });
  const nodes = [makePlace(), makePlace()] as const;
  const readers = ['ada', 'ben', null, 'ada', 'ada', null].map(
    (viewer, index) => new FanoutReader(index < 4 ? 'q' : 'r', viewer),
  );
  const node = (which: number) => nodes[which % 2 === 0 ? 0 : 1];
  const reader = (which: number) => readers[which % readers.length] ?? new FanoutReader('q', null);
  let outages = 0;
  database.append(stream, before);
  database.pass = turnstile.pass;
  database.broken = () => outages > 0 && (outages -= 1) >= 0;
  bus.pass = turnstile.pass;
  bus.copies = () => fates.next().value ?? 1;
  for (const { fanout } of nodes) fanout.late = () => (late.next().value ? answers.pass() : undefined);
  for (const who of readers) who.room = () => rooms.next().value ?? 1;
  for (const move of plot) {
    if (move.move === 'release') {
      turnstile.release(move.which);
      answers.release(move.which);
    } else if (move.move === 'append') {
      const changes = move.thrower && by(move.thrower);
      if (move.node === undefined) database.append(stream, move.count, changes);
      else node(move.node).append(move.count, changes);
    } else if (move.move === 'connect') {
      const who = reader(move.who);
      const { head } = database.stream(stream);
      const begin =
        move.from === undefined ? undefined : { stream, epoch: database.epoch, seq: move.from % (head + 1) };
      if (!who.connected) void who.connect(node(move.node).feed, node(move.node).fanout, begin);
    } else if (move.move === 'cut') reader(move.who).cut();
    else if (move.move === 'drain') reader(move.who).drain();
    else if (move.move === 'outage') outages += 1;
    else if (move.move === 'restore') database.restore(stream, database.stream(stream).head - move.lost);
    else if (move.move === 'trim') {
      const { head, tail } = database.stream(stream);
      database.trim(stream, Math.max(tail, head + 1 - move.kept));
    } else vi.advanceTimersByTime(beatMs);
    await settled();
  }
  return { turnstiles: [turnstile, answers], database, bus, nodes, readers, calm: () => (outages = 0) };
}
type Scene = Awaited<ReturnType<typeof play>>;

/** Nothing is held up any more, and whoever is away comes back. */
async function calmDown({ turnstiles, bus, nodes, readers, calm }: Scene): Promise<void> {
  calm();
  for (const turnstile of turnstiles) turnstile.open();
  bus.copies = () => 1;
  for (const { fanout } of nodes) fanout.late = () => undefined;
  for (let round = 0; round < 4; round += 1) {
    for (const [index, who] of readers.entries()) {
      who.room = () => Number.POSITIVE_INFINITY;
      who.drain();
      const { feed, fanout } = nodes[index % 2 === 0 ? 0 : 1];
      if (!who.connected) void who.connect(feed, fanout);
    }
    await settled();
    vi.advanceTimersByTime(beatMs);
    await settled();
    await settled();
  }
}

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

async function leave({ bus, nodes, readers }: Scene): Promise<void> {
  for (const who of readers) who.cut();
  await settled();
  expect(nodes.map(({ feed }) => feed.size)).toEqual([0, 0]);
  expect(nodes.map(({ fanout: { counts, wrong } }) => [counts.groups, counts.members, wrong])).toEqual([
    [0, 0, []],
    [0, 0, []],
  ]);
  expect(bus.size).toBe(0);
  for (const { feed } of nodes) feed.stop();
}

it('gives everyone every event, once, in order, whoever comes, goes, fills up or asks something else', async () => {
  await fc.assert(
    fc.asyncProperty(story(), async (told) => {
      const scene = await play(told);
      await calmDown(scene);
      await expectTogether(scene);
      for (const { has, gaps, wrong, from } of scene.readers) {
        expect({ has, gaps, wrong }).toEqual({ has: scene.database.numbers(stream).slice(from), gaps: [], wrong: [] });
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
      await calmDown(scene);
      await expectTogether(scene);
      for (const { has, gaps, wrong, from } of scene.readers) {
        const begins = gaps.length > 0 ? 0 : from;
        expect({ has, wrong }).toEqual({ has: scene.database.numbers(stream).slice(begins), wrong: [] });
        expect(gaps.length).toBeLessThanOrEqual(restores);
        expect(gaps.every(({ reason }) => reason === 'RESTORED')).toBe(true);
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
      await calmDown(scene);
      await expectTogether(scene);
      const { head } = scene.database.stream(stream);
      for (const { has, gaps, wrong, first = head + 1 } of scene.readers) {
        const missed = gaps.reduce((sum, { missedFrom, missedTo }) => sum + (missedTo ?? 0) - (missedFrom ?? 0) + 1, 0);
        expect(wrong).toEqual([]);
        expect(has).toEqual([...new Set(has)].sort((one, other) => one - other));
        expect(has.length + missed).toBe(head - first + 1);
        expect(gaps.every(({ reason }) => reason === 'TRIMMED')).toBe(true);
      }
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
