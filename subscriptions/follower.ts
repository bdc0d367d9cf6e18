import type { Channel, FeedItem } from './channel.ts';
import type { StreamExtent } from './resume.ts';
import type { Guest, Place, Walk } from './walk.ts';
import { Waits } from './waits.ts';

/** How many events one read of the log brings. */
export const pageSize = 256;

/** What a follower needs of the feed that made it. */
export interface FollowerSource<Event> {
  /** Up to `pageSize` items after `after` from the log, or a rejection while the database is away. */
  page(after: number): Promise<FeedItem<Event>[]>;
  /** Of the log as it is after the call, or a little before it. */
  extent(): Promise<StreamExtent>;
  /** Settles at the feed's next beat: when to try again what just failed. */
  nextBeat(): Promise<void>;
  now(): number;
  /** See `Topic`. */
  eyes(event: Event): readonly string[];
  /** See `Topic`. */
  lastFor(event: Event): readonly string[];
  /** Another follower of the same channel begins. */
  hold(): void;
  /** Called once, however the follower ends. */
  release(): void;
}

/**
 * One subscriber's walk along a stream: every item once, in order, from the log while behind and from the node's
 * channel once there.
 *
 * It pulls: nothing is buffered for it beyond one page, so a slow reader costs no memory and loses nothing. It ends only
 * by `return()`, which also interrupts a pending `next()`, or by an event this node can't read, which `next()` throws.
 * A database that is away is waited for.
 */
export class Follower<Event> implements Walk<FeedItem<Event>> {
  /** Set by whoever made it, before it is handed on. */
  guest?: Guest | undefined;
  readonly #channel: Channel<Event>;
  readonly #source: FollowerSource<Event>;
  #ready: FeedItem<Event>[] = [];
  /** Where what is ready ends. */
  #position: number;
  /** The number of the last item given; undefined while a gap is to be given first. */
  #given: number | undefined;
  /** The history that this follower walks along. */
  #history: object;
  readonly #waits = new Waits();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    channel: Channel<Event>,
    source: FollowerSource<Event>,
    start: { after: number; first?: FeedItem<Event>; history?: object },
  ) {
    this.#channel = channel;
    this.#source = source;
    this.#position = start.after;
    this.#given = start.first ? undefined : start.after;
    this.#history = start.history ?? channel.history;
    if (start.first) this.#ready.push(start.first);
  }

  get along(): object {
    return this.#channel;
  }

  get place(): Place | undefined {
    return this.#given === undefined ? undefined : { history: this.#history, seq: this.#given };
  }

  get idle(): boolean {
    return this.#ready.length === 0 && !this.#broken && this.#channel.since(this.#position)?.length === 0;
  }

  /** Only while nothing is owed to this one alone. */
  fork(seq: number): Follower<Event> {
    if (this.#given === undefined) throw new RangeError('A gap comes first');
    this.#source.hold();
    return new Follower(this.#channel, this.#source, { after: seq, history: this.#history });
  }

  eyes({ event }: FeedItem<Event>): readonly string[] {
    return event ? this.#source.eyes(event) : [];
  }

  lastFor({ event }: FeedItem<Event>): readonly string[] {
    return event ? this.#source.lastFor(event) : [];
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<FeedItem<Event>, undefined>> {
    const result = this.#turn.then(() => this.#step());
    this.#turn = result.catch(() => undefined);
    return result;
  }

  return(): Promise<IteratorResult<FeedItem<Event>, undefined>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #step(): Promise<IteratorResult<FeedItem<Event>, undefined>> {
    try {
      while (!this.#waits.over) {
        const value = this.#ready.shift();
        if (value) {
          this.#given = value.seq;
          return { done: false, value };
        }
        await this.#fill();
      }
      return { done: true, value: undefined };
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #fill(): Promise<void> {
    if (this.#broken) return this.#startOver();
    const live = this.#channel.since(this.#position);
    if (live?.length) return this.#take(live);
    if (live) return this.#waits.until((wake) => this.#channel.onChange(wake));
    const page = await this.#patiently(() => this.#source.page(this.#position));
    if (!page || this.#broken) return;
    if (page[0]?.seq === this.#position + 1) this.#take(page);
    else await this.#admitTrimmed();
  }

  get #broken(): boolean {
    return this.#channel.history !== this.#history;
  }

  #take(items: readonly FeedItem<Event>[]): void {
    this.#ready = [...items];
    this.#position = items.at(-1)?.seq ?? this.#position;
  }

  /** Retention overtook this follower. */
  async #admitTrimmed(): Promise<void> {
    const extent = await this.#patiently(() => this.#source.extent());
    if (!extent || this.#broken) return;
    // Otherwise the hole has another cause, such as a history the channel hasn't noticed yet.
    const trimmed = extent.epoch === this.#channel.epoch && extent.tail > this.#position + 1;
    if (!trimmed) return this.#beat();
    const missedTo = extent.tail - 1;
    this.#admit({ reason: 'TRIMMED', missedFrom: this.#position + 1, missedTo }, extent);
  }

  /** The database's history became another one under this follower. */
  async #startOver(): Promise<void> {
    const { history, epoch } = this.#channel;
    const extent = await this.#patiently(() => this.#source.extent());
    if (!extent) return;
    // The history is about to be replaced once more.
    if (extent.epoch !== epoch) return this.#beat();
    this.#history = history;
    this.#admit({ reason: 'RESTORED', missedFrom: null, missedTo: null }, extent);
  }

  /** What is kept begins behind this gap. */
  #admit(gap: NonNullable<FeedItem<Event>['gap']>, { stream, epoch, tail }: StreamExtent): void {
    this.#position = tail - 1;
    this.#given = undefined;
    this.#ready = [{ stream, epoch, seq: tail - 1, at: this.#source.now(), gap }];
  }

  async #patiently<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof UnknownEventError) throw error;
      await this.#beat();
      return undefined;
    }
  }

  #beat(): Promise<void> {
    return this.#waits.until((wake) => void this.#source.nextBeat().then(wake));
  }

  #end(): void {
    if (!this.#waits.end()) return;
    this.#ready = [];
    this.#source.release();
    this.guest?.gone();
  }
}

/** An event of a type or version a later release writes. The subscriber resumes by cursor, on a node that knows it. */
export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';

  constructor(stream: string, seq: number, type: string) {
    super(
      `Event ${seq} of ${stream} is a ${type} this node does not know. Reconnect and resume after your last cursor.`,
    );
  }
}
