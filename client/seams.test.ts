import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ending } from './ending.ts';
import { streamOver } from './resumable.ts';
import type { Session, Transport } from './transport.ts';

interface TestEvent {
  __typename: string;
  cursor: string;
  seq: number;
  reason?: string;
  missedFrom?: number | null;
  missedTo?: number | null;
}

/** What one connection does before it fails. */
interface Fault {
  /** What becomes of the server's history just before. */
  history: 'grows' | 'trims' | 'restores' | 'stays';
  opens: boolean;
  /** How many events come. */
  delivers: number;
  /** So many of the events before come once more, first. */
  overlap: number;
  /** The event at this index is lost on the way, or comes again later. */
  skips: number;
  repeats: number;
  ending: 'lost' | 'expired' | 'elsewhere';
}

const fault: fc.Arbitrary<Fault> = fc.record({
  history: fc.constantFrom('grows', 'trims', 'restores', 'stays'),
  opens: fc.boolean(),
  delivers: fc.nat(12),
  overlap: fc.nat(4),
  skips: fc.integer({ min: 0, max: 20 }),
  repeats: fc.nat(8),
  ending: fc.constantFrom('lost', 'expired', 'elsewhere'),
});

/** As the real one: events without holes, of which old ones go, and whose history may be replaced. */
class FakeServer {
  epoch = 1;
  head = 5;
  tail = 1;
  sessions = 0;
  finished = false;
  readonly faults: Fault[];

  constructor(faults: readonly Fault[]) {
    this.faults = [...faults];
  }

  event(seq: number, __typename = 'BallThrown'): TestEvent {
    return { __typename, seq, cursor: `${this.epoch}.${seq}` };
  }

  following(after: string | undefined): TestEvent[] {
    const [epoch = this.epoch, seq = this.tail - 1] = after?.split('.').map(Number) ?? [];
    const kept = Array.from({ length: this.head - this.tail + 1 }, (_, index) => this.event(this.tail + index));
    const gap = this.event(this.tail - 1, 'StreamGap');
    if (epoch !== this.epoch || seq > this.head)
      return [{ ...gap, reason: 'RESTORED', missedFrom: null, missedTo: null }, ...kept];
    if (seq < this.tail - 1)
      return [{ ...gap, reason: 'TRIMMED', missedFrom: seq + 1, missedTo: this.tail - 1 }, ...kept];
    return kept.filter((event) => event.seq > seq);
  }

  readonly transport: Transport<TestEvent> = async (session) => {
    this.sessions += 1;
    try {
      await Promise.resolve();
      const next = this.faults.shift();
      return await (next ? this.#fail(next, session) : this.#serve(session));
    } finally {
      this.sessions -= 1;
    }
  };

  async #fail(fault: Fault, { after, opened, deliver, signal }: Session<TestEvent>): Promise<Ending> {
    if (fault.history === 'grows') this.head += 3;
    if (fault.history === 'trims') this.tail = Math.min(this.head + 1, this.tail + 4);
    if (fault.history === 'restores') [this.epoch, this.head] = [this.epoch + 1, this.tail + 2];
    if (!fault.opens) return { kind: 'lost', why: 'blocked' };
    const following = this.following(after());
    const [first] = following;
    const before =
      first && first.__typename !== 'StreamGap'
        ? Array.from({ length: fault.overlap }, (_, index) => first.seq - fault.overlap + index).filter(
            (seq) => seq > 0,
          )
        : [];
    const sent = [...before.map((seq) => this.event(seq)), ...following].slice(0, fault.delivers);
    opened();
    for (const [index, event] of sent.entries()) {
      // Nothing but this gap tells one history from another.
      if (index !== fault.skips || event.reason === 'RESTORED') deliver(event);
      const again = sent[index - fault.repeats];
      if (again && again.reason !== 'RESTORED') deliver(again);
      await Promise.resolve();
    }
    if (signal.aborted) return { kind: 'stopped' };
    return { kind: fault.ending, why: 'a fault' };
  }

  /** Nothing fails any more; the best transport brings the last event. */
  async #serve({ after, opened, deliver, signal }: Session<TestEvent>): Promise<Ending> {
    opened();
    if (!this.finished) this.head += 1;
    this.finished = true;
    for (const event of this.following(after())) deliver(event);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    deliver({ ...this.event(1_000), cursor: 'late' });
    return { kind: 'stopped' };
  }
}

it('whatever fails on the way, every event comes once, in order, or is named in a gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 30 }), fc.nat(3), async (faults, pace) => {
      const server = new FakeServer(faults);
      const { transport } = server;
      const stream = streamOver<TestEvent>(
        { websocket: transport, sse: transport, polling: transport },
        { backoff: { baseMs: 0 }, climbMs: 1, tries: 2, buffer: 4 },
      );
      let last: TestEvent | undefined;
      for await (const event of stream) {
        expect(stream.cursor).toBe(event.cursor);
        if (event.reason === 'TRIMMED') expect(event.missedFrom).toBe((last?.seq ?? 0) + 1);
        else if (event.reason !== 'RESTORED' && last) {
          expect(event.seq).toBe(last.seq + 1);
          expect(event.cursor.split('.')[0]).toBe(last.cursor.split('.')[0]);
        }
        last = event;
        for (let turn = 0; turn < pace; turn += 1) await Promise.resolve();
        if (server.finished && event.cursor === `${server.epoch}.${server.head}`) break;
      }
      expect(last?.cursor).toBe(`${server.epoch}.${server.head}`);
      expect(server.sessions).toBe(0);
    }),
    { numRuns: 300 },
  );
});
