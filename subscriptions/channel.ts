import type { LogEntry } from './eventLog.ts';
import type { Gap, StreamExtent } from './resume.ts';

interface FeedItemBase {
  stream: string;
  epoch: string;
  seq: number;
  /** Unix time in milliseconds. */
  at: number;
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
  #events: FeedItem<Event>[] = [];
  #change = Promise.withResolvers<void>();
  readonly #parse: (entry: LogEntry) => Event;

  constructor({ stream, epoch, head }: StreamExtent, parse: (entry: LogEntry) => Event) {
    this.stream = stream;
    this.#epoch = epoch;
    this.#head = head;
    this.#parse = parse;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get head(): number {
    return this.#head;
  }

  /** Settles when the run grows or is reset. */
  get change(): Promise<void> {
    return this.#change.promise;
  }

  /** Adds what continues the run. False: `entries` begin past its end, and the log has to be read first. */
  offer(entries: readonly LogEntry[]): boolean {
    const fresh = entries.filter(({ seq }) => seq > this.#head);
    const [first] = fresh;
    if (!first) return true;
    if (first.seq !== this.#head + 1) return false;
    const items = fresh.map((entry) => this.item(entry));
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

  /** Takes a fresh look at the log into account. True: the log is ahead of the run. */
  reconcile({ epoch, head }: StreamExtent): boolean {
    if (epoch !== this.#epoch || head < this.#head) {
      this.#epoch = epoch;
      this.jump(head);
      return false;
    }
    return head > this.#head;
  }

  item(entry: LogEntry): FeedItem<Event> {
    return { stream: this.stream, epoch: this.#epoch, seq: entry.seq, at: entry.at, event: this.#parse(entry) };
  }

  #notify(): void {
    const { resolve } = this.#change;
    this.#change = Promise.withResolvers<void>();
    resolve();
  }
}
