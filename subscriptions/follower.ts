import type { Channel, FeedItem } from './channel.ts';
import type { StreamExtent } from './resume.ts';

/** How many events one read of the log brings. */
export const pageSize = 256;

/** What a follower needs of the feed that made it. */
export interface FollowerSource<Event> {
  /** Up to `pageSize` items after `after` from the log, or a rejection while the database is away. */
  page(after: number): Promise<FeedItem<Event>[]>;
  extent(): Promise<StreamExtent>;
  /** Settles at the feed's next beat: when to try again what just failed. */
  nextBeat(): Promise<void>;
  now(): number;
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
export class Follower<Event> implements AsyncIterableIterator<FeedItem<Event>> {
  readonly #channel: Channel<Event>;
  readonly #source: FollowerSource<Event>;
  readonly #ended = Promise.withResolvers<void>();
  #ready: FeedItem<Event>[] = [];
  #position: number;
  #epoch: string;
  #done = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    channel: Channel<Event>,
    source: FollowerSource<Event>,
    start: { after: number; first?: FeedItem<Event> },
  ) {
    this.#channel = channel;
    this.#source = source;
    this.#position = start.after;
    this.#epoch = channel.epoch;
    if (start.first) this.#ready.push(start.first);
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
      while (!this.#done) {
        const value = this.#ready.shift();
        if (value) return { done: false, value };
        await this.#fill();
      }
      return { done: true, value: undefined };
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #fill(): Promise<void> {
    if (this.#channel.epoch !== this.#epoch || this.#channel.head < this.#position) return this.#startOver();
    const live = this.#channel.since(this.#position);
    if (live?.length) return this.#take(live);
    if (live) return this.#until(this.#channel.change);
    const page = await this.#patiently(() => this.#source.page(this.#position));
    if (!page) return;
    if (page[0]?.seq === this.#position + 1) this.#take(page);
    else await this.#admitTrimmed();
  }

  #take(items: readonly FeedItem<Event>[]): void {
    this.#ready = [...items];
    this.#position = items.at(-1)?.seq ?? this.#position;
  }

  /** Retention overtook this follower. */
  async #admitTrimmed(): Promise<void> {
    const extent = await this.#patiently(() => this.#source.extent());
    if (!extent || extent.tail <= this.#position + 1) return;
    const missedTo = extent.tail - 1;
    this.#admit({ reason: 'TRIMMED', missedFrom: this.#position + 1, missedTo }, missedTo);
  }

  /** The database's history became another one under this follower. */
  async #startOver(): Promise<void> {
    const extent = await this.#patiently(() => this.#source.extent());
    if (!extent) return;
    this.#epoch = this.#channel.epoch;
    this.#admit({ reason: 'RESTORED', missedFrom: null, missedTo: null }, extent.tail - 1);
  }

  #admit(gap: NonNullable<FeedItem<Event>['gap']>, position: number): void {
    this.#position = position;
    const { stream, epoch } = this.#channel;
    this.#ready = [{ stream, epoch, seq: position, at: this.#source.now(), gap }];
  }

  async #patiently<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof UnknownEventError) throw error;
      await this.#until(this.#source.nextBeat());
      return undefined;
    }
  }

  async #until(moment: Promise<void>): Promise<void> {
    await Promise.race([moment, this.#ended.promise]);
  }

  #end(): void {
    if (this.#done) return;
    this.#done = true;
    this.#ready = [];
    this.#ended.resolve();
    this.#source.release();
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
