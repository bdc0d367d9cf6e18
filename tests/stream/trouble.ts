import fc from 'fast-check';
import { expect, vi } from 'vitest';
import type { LogEntry } from '../../subscriptions/eventLog.ts';
import { LossyBus } from './lossyBus.ts';
import { MemoryDatabase } from './memoryDatabase.ts';
import type { Notes } from './notes.ts';
import { beatMs, stream, type TestNode } from './testNode.ts';
import { settled, Turnstile } from './turnstile.ts';

/** One of whatever there is when it is asked for. */
export const pick = fc.nat(1_000);

export const appended = {
  move: fc.constant('append' as const),
  count: fc.integer({ min: 1, max: 3 }),
  /** Undefined: the node that committed died before it told anyone. */
  node: fc.option(pick, { nil: undefined }),
};
export const connected = { move: fc.constant('connect' as const), who: pick };

/** What may happen in a random story about those who follow a stream. */
export const troubles = {
  release: fc.record({ move: fc.constant('release' as const), which: pick }),
  cut: fc.record({ move: fc.constant('cut' as const), who: pick }),
  beat: fc.record({ move: fc.constant('beat' as const) }),
  outage: fc.record({ move: fc.constant('outage' as const) }),
  restore: fc.record({ move: fc.constant('restore' as const), lost: fc.nat(6) }),
  trim: fc.record({ move: fc.constant('trim' as const), kept: fc.nat(4) }),
};
type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;
export type MoveOf<Moves> = { [Name in keyof Moves]: Made<Moves[Name]> }[keyof Moves];
type Trouble = Exclude<MoveOf<typeof troubles>, { move: 'cut' }>;

/** So many times a message arrives at a listener, one after another. */
export const fates = fc.infiniteStream(fc.constantFrom(0, 1, 1, 1, 2));

/** Two nodes, one database that holds `before` events already, and a bus that can't be relied upon. */
export class TroubledNodes<Node extends TestNode> {
  readonly turnstile = new Turnstile();
  readonly database = new MemoryDatabase();
  readonly bus = new LossyBus();
  readonly nodes: readonly [Node, Node];
  #outages = 0;

  constructor(make: (shared: { database: MemoryDatabase; bus: LossyBus }) => Node, before: number) {
    const { turnstile, database, bus } = this;
    this.nodes = [make({ database, bus }), make({ database, bus })];
    database.append(stream, before);
    database.pass = turnstile.pass;
    database.broken = () => this.#outages > 0 && (this.#outages -= 1) >= 0;
    bus.pass = turnstile.pass;
  }

  node(which: number): Node {
    return this.nodes[which % 2 === 0 ? 0 : 1];
  }

  append({ count, node }: { count: number; node: number | undefined }, changes?: Partial<LogEntry>): void {
    if (node === undefined) this.database.append(stream, count, changes);
    else this.node(node).append(count, changes);
  }

  meet(trouble: Trouble): void {
    const { database } = this;
    const { head, tail } = database.stream(stream);
    if (trouble.move === 'release') this.turnstile.release(trouble.which);
    else if (trouble.move === 'outage') this.#outages += 1;
    else if (trouble.move === 'restore') database.restore(stream, head - trouble.lost);
    else if (trouble.move === 'trim') database.trim(stream, Math.max(tail, head + 1 - trouble.kept));
    else vi.advanceTimersByTime(beatMs);
  }

  /** Nothing is held up any more, and whoever is away comes back: `round` is where they do. */
  async calmDown(round: () => void): Promise<void> {
    this.#outages = 0;
    this.turnstile.open();
    this.bus.copies = () => 1;
    for (let rounds = 0; rounds < 4; rounds += 1) {
      round();
      await settled();
      vi.advanceTimersByTime(beatMs);
      await settled();
      await settled();
    }
  }

  /** Once everyone has gone, nothing is left of them. */
  async expectNobody(): Promise<void> {
    await settled();
    expect(this.nodes.map(({ feed }) => feed.size)).toEqual([0, 0]);
    expect(this.bus.size).toBe(0);
    for (const { feed } of this.nodes) feed.stop();
  }

  /** Retention alone took from them: they were told exactly what they do not have. */
  expectTrimmed({ has, gaps, wrong, first }: Notes): void {
    const { head } = this.database.stream(stream);
    const missed = gaps.reduce((sum, { missedFrom, missedTo }) => sum + (missedTo ?? 0) - (missedFrom ?? 0) + 1, 0);
    expect(wrong).toEqual([]);
    expect(has).toEqual([...new Set(has)].sort((one, other) => one - other));
    expect(has.length + missed).toBe(head - (first ?? head + 1) + 1);
    expect(gaps.every(({ reason }) => reason === 'TRIMMED')).toBe(true);
  }

  /** They have all that the history now keeps behind its first `from`, and heard of at most so many others. */
  expectRestored({ has, gaps, wrong }: Notes, { restores, from }: { restores: number; from: number }): void {
    expect({ has, wrong }).toEqual({ has: this.database.numbers(stream).slice(from), wrong: [] });
    expect(gaps.length).toBeLessThanOrEqual(restores);
    expect(gaps.every(({ reason }) => reason === 'RESTORED')).toBe(true);
  }
}
