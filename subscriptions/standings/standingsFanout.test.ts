import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beatMs, liveNode, tickMs } from '../../tests/standings/liveNode.ts';
import { RoomySink } from '../../tests/stream/roomySink.ts';
import { connected, pick, troubles } from '../../tests/stream/trouble.ts';
import { Turnstile } from '../../tests/stream/turnstile.ts';
import { Fanout, type Listener } from '../fanout.ts';
import type { StandingsSnapshot } from './followedBoard.ts';
import type { LiveStandings } from './liveStandings.ts';

const board = 'b1';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Everything that can happen without time has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await vi.advanceTimersByTimeAsync(0);
}

type Answer = { snapshot: StandingsSnapshot };

/** One who looks at the best so many of a board, through a fan-out, and notes whatever should not be. */
class Watcher extends RoomySink<Answer> {
  readonly wrong: string[] = [];
  newest: StandingsSnapshot | undefined;
  readonly first: number;
  #listener: Listener<Answer> | undefined;

  constructor(first: number) {
    super();
    this.first = first;
  }

  get connected(): boolean {
    return this.#listener !== undefined;
  }

  connect(fanout: Fanout<Answer>, live: LiveStandings, find: Parameters<LiveStandings['follow']>[0], late: Late): void {
    this.newest = undefined;
    const question = {
      key: 'q',
      answer: (item: object) => {
        const answer = { snapshot: item as StandingsSnapshot };
        const waits = late();
        return waits ? waits.then(() => answer) : answer;
      },
    };
    this.#listener = fanout.listen(live.follow(find, this.first), question, null, this);
  }

  cut(): void {
    this.#listener?.stop();
    this.#listener = undefined;
    this.drain(Number.POSITIVE_INFINITY);
  }

  protected note({ snapshot }: Answer): void {
    const { newest } = this;
    const at = snapshot.at.getTime();
    if (!this.connected) this.wrong.push(`${at} to who was gone`);
    if (this.full) this.wrong.push(`${at} to who is full`);
    if (snapshot.entries.length > this.first) this.wrong.push(`${snapshot.entries.length} instead of ${this.first}`);
    if (newest && at <= newest.at.getTime()) this.wrong.push(`${at} after ${newest.at.getTime()}`);
    if (newest?.version === snapshot.version) this.wrong.push(`${at} is as ${newest.at.getTime()} was`);
    this.newest = snapshot;
  }

  end(error?: unknown): void {
    this.wrong.push(`The end: ${String(error)}`);
  }
}
type Late = () => Promise<void> | undefined;
type LiveNode = ReturnType<typeof liveNode>;

const moves = {
  release: troubles.release,
  cut: troubles.cut,
  outage: troubles.outage,
  /** Few different standings, so that the same come back. */
  write: fc.record({
    move: fc.constant('write' as const),
    scores: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
    told: fc.boolean(),
  }),
  connect: fc.record(connected),
  drain: fc.record({ move: fc.constant('drain' as const), who: pick, room: fc.constantFrom(1, 2, 5) }),
  wait: fc.record({ move: fc.constant('wait' as const), ticks: fc.integer({ min: 1, max: 6 }) }),
  turn: fc.record({ move: fc.constant('turn' as const) }),
};
const story = fc.record({
  plot: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: moves.release },
      { weight: 8, arbitrary: moves.write },
      { weight: 5, arbitrary: moves.connect },
      { weight: 2, arbitrary: moves.cut },
      { weight: 2, arbitrary: moves.drain },
      { weight: 8, arbitrary: moves.wait },
      { weight: 1, arbitrary: moves.turn },
      { weight: 1, arbitrary: moves.outage },
    ),
    { minLength: 5, maxLength: 60 },
  ),
  late: fc.infiniteStream(fc.boolean()),
  /** Whether the store answers at once. */
  quick: fc.boolean(),
});

it('nobody gets older standings after newer ones or the same twice in a row, and all end with the newest', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ plot, late, quick }) => {
      const [turnstile, answers] = [new Turnstile(), new Turnstile()];
      if (quick) turnstile.open();
      const { boards, bus, live } = liveNode();
      const fanout = new Fanout<Answer>();
      const watchers = [2, 2, 2, 3].map((first) => new Watcher(first));
      const watcher = (who: number) => watchers[who % watchers.length] ?? new Watcher(1);
      const people = ['ada', 'ben', 'cleo'];
      let outages = 0;
      boards.pass = turnstile.pass;
      boards.broken = () => outages > 0 && (outages -= 1) >= 0;
      let calm = false;
      const lateness = () => (!calm && late.next().value ? answers.pass() : undefined);
      const connect = (who: Watcher) =>
        who.connect(fanout, live, () => turnstile.pass().then(() => boards.season(board)), lateness);
      for (const move of plot) {
        if (move.move === 'release') {
          turnstile.release(move.which);
          answers.release(move.which);
        } else if (move.move === 'write') {
          boards.write(
            board,
            move.scores.map((score, index) => [people[index] ?? '', score]),
          );
          if (move.told) live.changed(boards.season(board), []);
        } else if (move.move === 'connect') {
          if (!watcher(move.who).connected) connect(watcher(move.who));
        } else if (move.move === 'cut') watcher(move.who).cut();
        else if (move.move === 'drain') watcher(move.who).drain(move.room);
        else if (move.move === 'turn') boards.turnTo(board, boards.season(board).season + 1);
        else if (move.move === 'outage') outages += 1;
        else await vi.advanceTimersByTimeAsync(move.ticks * tickMs);
        await settle();
      }
      calm = true;
      outages = 0;
      turnstile.open();
      answers.open();
      for (let round = 0; round < 4; round += 1) {
        for (const who of watchers) {
          who.drain(Number.POSITIVE_INFINITY);
          if (!who.connected) connect(who);
        }
        await settle();
        await vi.advanceTimersByTimeAsync(beatMs + tickMs);
        await settle();
      }
      for (const { first, wrong, newest } of watchers) {
        const { entries: top } = await boards.best(boards.season(board), first);
        const entries = newest?.entries.map(({ user, score }) => `${user.id} ${score}`);
        expect({ wrong, entries }).toEqual({
          wrong: [],
          entries: top.map(({ userId, score }) => `${userId} ${score}`),
        });
      }
      // At the latest from the next change on, all who look at as much are served together.
      boards.write(board, [['ada', 77]]);
      live.changed(boards.season(board), []);
      await vi.advanceTimersByTimeAsync(tickMs);
      await settle();
      expect(fanout.counts).toMatchObject({ groups: 2, members: watchers.length });
      expect(watchers.map(({ newest }) => newest?.entries[0]?.score)).toEqual(watchers.map(() => 77));
      const { answered, written } = fanout.counts;
      boards.write(board, [['ada', 78]]);
      live.changed(boards.season(board), []);
      await vi.advanceTimersByTimeAsync(tickMs);
      await settle();
      expect([fanout.counts.answered - answered, fanout.counts.written - written]).toEqual([2, watchers.length]);
      for (const who of watchers) who.cut();
      await settle();
      expect(fanout.counts).toMatchObject({ groups: 0, members: 0 });
      expect([live.size, bus.size]).toEqual([0, 0]);
      live.stop();
    }),
    { numRuns: 300 },
  );
}, 60_000);

/** They look at the board of a node; `late` may hold up their answers. */
function connect(who: Watcher, fanout: Fanout<Answer>, { boards, live }: LiveNode, late: Late = () => undefined): void {
  who.connect(fanout, live, () => boards.season(board), late);
}

/** Standings of one person, and a change that everyone here is told of. */
async function scored(score: number, { boards, live }: LiveNode): Promise<void> {
  boards.write(board, [['ada', score]]);
  live.changed(boards.season(board), []);
  await vi.advanceTimersByTimeAsync(tickMs);
  await settle();
}

it('one who has newer standings than a group that is held up misses nothing, and gets nothing again', async () => {
  const node = liveNode();
  const fanout = new Fanout<Answer>();
  const [early, late] = [new Watcher(2), new Watcher(2)];
  const gate = Promise.withResolvers<void>();
  let held = false;
  const lateness = () => (held ? gate.promise : undefined);
  connect(early, fanout, node, lateness);
  await scored(1, node);
  held = true;
  await scored(2, node);
  held = false;
  await scored(3, node);
  connect(late, fanout, node, lateness);
  await settle();
  expect(late.newest?.entries).toMatchObject([{ score: 3 }]);
  // As the group, which is held up, finds it then.
  await scored(2, node);
  gate.resolve();
  await settle();
  for (const { newest, wrong } of [early, late]) {
    expect(wrong).toEqual([]);
    expect(newest?.entries).toMatchObject([{ score: 2 }]);
  }
  await scored(4, node);
  for (const { newest } of [early, late]) expect(newest?.entries).toMatchObject([{ score: 4 }]);
  expect(fanout.counts).toMatchObject({ groups: 1, members: 2 });
  for (const who of [early, late]) who.cut();
  await settle();
  node.live.stop();
});

it('one who comes to standings that were read again, and were as before, joins those who have them', async () => {
  const node = liveNode();
  const fanout = new Fanout<Answer>();
  const watchers = [new Watcher(2), new Watcher(2)];
  for (const who of watchers) {
    connect(who, fanout, node);
    await scored(1, node);
    await scored(1, node);
  }
  expect(fanout.counts).toMatchObject({ groups: 1, members: 2 });
  for (const who of watchers) who.cut();
  await settle();
  node.live.stop();
});

it('one who stops at any moment leaves nothing', async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const node = liveNode();
    const fanout = new Fanout<Answer>();
    node.boards.write(board, [['ada', 1]]);
    const watchers = [new Watcher(2), new Watcher(3)];
    for (const who of watchers) {
      who.connect(
        fanout,
        node.live,
        () => Promise.resolve(node.boards.season(board)),
        () => (turn % 2 === 0 ? undefined : Promise.resolve()),
      );
    }
    for (let tick = 0; tick < turn; tick += 1) await Promise.resolve();
    for (const who of watchers) who.cut();
    await settle();
    expect({ turn, followed: node.live.size, heard: node.bus.size }).toEqual({ turn, followed: 0, heard: 0 });
    expect(fanout.counts).toMatchObject({ groups: 0, members: 0 });
    node.live.stop();
  }
});

it('the end of the service ends everyone, those too who are given an answer afterwards and have enough then', async () => {
  const node = liveNode();
  const fanout = new Fanout<Answer>();
  const gate = Promise.withResolvers<void>();
  let held = false;
  const watchers = [new Watcher(2), new Watcher(2)];
  for (const who of watchers) connect(who, fanout, node, () => (held ? gate.promise : undefined));
  await scored(1, node);
  watchers[0]?.drain(1);
  held = true;
  await scored(2, node);
  node.live.stop();
  gate.resolve();
  await settle();
  for (const who of watchers) who.drain(Number.POSITIVE_INFINITY);
  await settle();
  expect(watchers.map(({ wrong }) => wrong)).toEqual([['The end: undefined'], ['The end: undefined']]);
  expect(fanout.counts).toMatchObject({ groups: 0, members: 0 });
  expect([node.live.size, node.bus.size, vi.getTimerCount()]).toEqual([0, 0, 0]);
});
