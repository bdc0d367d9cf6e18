import type { LogEntry } from './eventLog.ts';
import type { Place } from './walk.ts';
import type { Gap, StreamExtent } from './resume.ts';

interface FeedItemBase {
  stream: string;
  epoch: string;
  seq: number;
  /** Unix time in milliseconds. */
  at: number;
  /** See `TracedItem`. */
  trace?: string;
}
/** What a follower receives: an event of its stream, or the admission that some are missing. */
export type FeedItem<Event> = FeedItemBase & ({ event: Event; gap?: never } | { gap: Gap; event?: never });

/** How many of a stream's newest events a node keeps at hand for followers; older ones are read from the log. */
const keptEvents = 256;

/**
 * The newest part of one stream on this node, shared by all who follow it here.
 *
 * Holds a run of events without holes that ends at `head`. Whatever does not continue the run is refused and left to a
 * read of the log, so that what stands here is always exactly the stream.
 */
export class Channel<Event> {
  readonly stream: string;
  followers = 0;
  #epoch: string;
  #head: number;
  #expected: number;
  #history = {};
  #events: FeedItem<Event>[] = [];
  readonly #waiting = new Set<() => void>();
  /** Followers who read a page of the log together get the same items. */
  #parsed = new WeakMap<LogEntry, FeedItem<Event>>();
  readonly #parse: (entry: LogEntry) => Event;

  constructor({ stream, epoch, head }: StreamExtent, parse: (entry: LogEntry) => Event) {
    this.stream = stream;
    this.#epoch = epoch;
    this.#head = head;
    this.#expected = head;
    this.#parse = parse;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get head(): number {
    return this.#head;
  }

  /** The newest sequence number known to be in the log; past `head` when something is missing here. */
  get expected(): number {
    return Math.max(this.#expected, this.#head);
  }

  /**
   * Stands for the database's history that the run belongs to: another object once that was replaced. What was read
   * before says nothing about what is now.
   */
  get history(): object {
    return this.#history;
  }

  /** How far the run has come, for a look at the log that begins now. */
  get place(): Place {
    return { history: this.#history, seq: this.#head };
  }

  /** Calls `wake` when the run next grows or is reset, unless called off by what this returns. */
  onChange(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }

  /** Notes that the log has come to `head`. */
  expect(head: number): void {
    this.#expected = Math.max(this.#expected, head);
  }

  /** Adds what continues the run; `trace` is what wrote it. False: `entries` begin past its end, and the log has to be read first. */
  offer(entries: readonly LogEntry[], trace?: string): boolean {
    const fresh = entries.filter(({ seq }) => seq > this.#head);
    const [first] = fresh;
    if (!first) return true;
    if (first.seq !== this.#head + 1) return false;
    const items = fresh.map((entry) => this.#item(entry, trace));
    this.#events.push(...items);
    if (this.#events.length > keptEvents * 2) this.#events = this.#events.slice(-keptEvents);
    this.#head += fresh.length;
    this.#notify();
    return true;
  }

  /** Leaves what comes before `head` to reads of the log. */
  jump(head: number): void {
    this.#head = head;
    this.#events = [];
    this.#notify();
  }

  /** Events after `seq`, none when there are none yet; undefined when the run begins later than that. */
  since(seq: number): readonly FeedItem<Event>[] | undefined {
    if (seq >= this.#head) return [];
    const begin = this.#events.length - (this.#head - seq);
    return begin < 0 ? undefined : this.#events.slice(begin);
  }

  /**
   * Takes a look at the log into account that began when the run was at `known`. Where the log had not come that far, its
   * history is another one. (That the run has come further since then means nothing: the look is merely older.)
   */
  reconcile({ epoch, head }: StreamExtent, known?: Place): void {
    if (epoch !== this.#epoch || (known?.history === this.#history && head < known.seq)) {
      this.#epoch = epoch;
      this.#history = {};
      this.#parsed = new WeakMap();
      this.#expected = head;
      this.jump(head);
    }
    this.expect(head);
  }

  /** Entries of the log as followers get them, as far as this node can read them. Throws when that is not even the first. */
  items(entries: readonly LogEntry[]): FeedItem<Event>[] {
    const items: FeedItem<Event>[] = [];
    for (const entry of entries) {
      try {
        items.push(this.#item(entry));
      } catch (error) {
        if (items.length === 0) throw error;
        break;
      }
    }
    return items;
  }

  #item(entry: LogEntry, trace?: string): FeedItem<Event> {
    const known = this.#parsed.get(entry);
    if (known) return known;
    const { seq, at } = entry;
    const item: FeedItem<Event> = { stream: this.stream, epoch: this.#epoch, seq, at, event: this.#parse(entry) };
    if (trace !== undefined) item.trace = trace;
    this.#parsed.set(entry, item);
    return item;
  }

  #notify(): void {
    const woken = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of woken) wake();
  }
}
