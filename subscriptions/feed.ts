import type { PubSubEngine } from 'graphql-subscriptions';
import { Channel, type FeedItem } from './channel.ts';
import type { Cursor } from './cursor.ts';
import type { EventLog, LogEntry } from './eventLog.ts';
import { Follower, pageSize, UnknownEventError } from './follower.ts';
import type { MessageSeal } from './messageSeal.ts';
import { resume, type StreamExtent } from './resume.ts';
import { SingleFlight } from './singleFlight.ts';
import { streamId, topics, type Topic, type TopicEvents, type TopicName } from './topics.ts';

/** What the feed tells whoever measures it. */
export interface FeedObserver {
  /** Events that no announcement brought and a read of the log did. */
  healed(events: number): void;
  /** A message that did not carry our signature, or was malformed. */
  forged(): void;
  /** The database or the announcements between nodes did not answer; the next beat tries again. */
  failed(what: 'beat' | 'publish' | 'subscribe', error: unknown): void;
}

export interface FeedOptions {
  log: EventLog;
  /** Carries announcements between nodes; may lose, repeat and reorder them. */
  bus: PubSubEngine;
  seal: MessageSeal;
  now: () => number;
  observer: FeedObserver;
  /** How often the heads of all followed streams are compared with the log, in milliseconds. */
  beatMs: number;
}

type AnyEvent = TopicEvents[TopicName];
type Member = { channel: Channel<AnyEvent>; leave: () => void };

/**
 * Live streams on this node. Announcements (from this node at once, from others over the bus) are the fast path; one
 * query per beat for all followed streams finds whatever they did not bring. Losing the bus costs at most a beat.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #members = new Map<string, Member>();
  readonly #extents = new SingleFlight<StreamExtent>();
  readonly #pages = new SingleFlight<LogEntry[]>();
  readonly #catchUps = new SingleFlight<void>();
  #beat = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer ??= setTimeout(() => void this.#onBeat(), this.#options.beatMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { leave } of this.#members.values()) leave();
    this.#members.clear();
    this.#beat.resolve();
  }

  /** Streams followed on this node now. */
  get size(): number {
    return this.#members.size;
  }

  /** Tells this node and the others what a commit appended. Never waits for the bus, never fails. */
  announce(stream: string, entries: LogEntry[]): void {
    const member = this.#members.get(stream);
    if (member) this.#offer(member.channel, entries);
    const { bus, seal, log, observer } = this.#options;
    bus
      .publish(stream, seal.seal({ stream, epoch: log.epoch, entries }))
      .catch((error: unknown) => observer.failed('publish', error));
  }

  /**
   * Follows the stream of `id` after `cursor`, or from the oldest event kept. Undefined: the cursor is another stream's.
   * The follower holds its channel open until it is returned.
   */
  async follow<Name extends TopicName>(
    name: Name,
    id: string,
    cursor: Cursor | undefined,
  ): Promise<Follower<TopicEvents[Name]> | undefined> {
    const stream = streamId(name, id);
    const extent = await this.#extent(stream);
    const start = resume(cursor, extent);
    if (!start) return undefined;
    const channel = this.#join(name, extent);
    const { after, gap } = start;
    const first: FeedItem<AnyEvent> | undefined = gap && {
      stream,
      epoch: extent.epoch,
      seq: after,
      at: this.#options.now(),
      gap,
    };
    return new Follower(
      channel,
      {
        page: async (from) => (await this.#page(stream, from)).map((entry) => channel.item(entry)),
        extent: () => this.#extent(stream),
        nextBeat: () => this.#beat.promise,
        now: this.#options.now,
        release: () => this.#leave(channel),
      },
      first ? { after, first } : { after },
    );
  }

  #join(name: TopicName, extent: StreamExtent): Channel<AnyEvent> {
    const { stream } = extent;
    let member = this.#members.get(stream);
    if (!member) {
      const channel = new Channel<AnyEvent>(extent, (entry) => parse(topics[name], stream, entry));
      member = { channel, leave: this.#listen(channel) };
      this.#members.set(stream, member);
    }
    const { channel } = member;
    channel.followers += 1;
    if (channel.reconcile(extent)) this.#catchUp(channel);
    return channel;
  }

  #leave(channel: Channel<AnyEvent>): void {
    channel.followers -= 1;
    const member = this.#members.get(channel.stream);
    if (channel.followers > 0 || member?.channel !== channel) return;
    this.#members.delete(channel.stream);
    member.leave();
  }

  #listen(channel: Channel<AnyEvent>): () => void {
    const { bus, seal, log, observer } = this.#options;
    const subscribed = bus.subscribe(
      channel.stream,
      (message: unknown) => {
        const announcement = seal.open(message);
        if (announcement?.stream !== channel.stream) observer.forged();
        else if (announcement.epoch === log.epoch) this.#offer(channel, announcement.entries);
      },
      {},
    );
    subscribed.catch((error: unknown) => observer.failed('subscribe', error));
    return () => void subscribed.then((subscription) => bus.unsubscribe(subscription)).catch(() => undefined);
  }

  #offer(channel: Channel<AnyEvent>, entries: LogEntry[]): void {
    if (!this.#add(channel, entries)) this.#catchUp(channel);
  }

  /** False: there is a hole before `entries`. */
  #add(channel: Channel<AnyEvent>, entries: LogEntry[]): boolean {
    try {
      return channel.offer(entries);
    } catch (error) {
      if (!(error instanceof UnknownEventError)) throw error;
      // Followers meet the unreadable event themselves, in their own read of the log.
      channel.jump(entries.at(-1)?.seq ?? channel.head);
      return true;
    }
  }

  /** Brings the channel up to the log's head. */
  #catchUp(channel: Channel<AnyEvent>): void {
    const { observer } = this.#options;
    this.#catchUps
      .run(channel.stream, async () => {
        for (let full = true; full;) {
          const before = channel.head;
          const page = await this.#page(channel.stream, before);
          // A hole that the log has too was trimmed: followers find that out for themselves.
          if (!this.#add(channel, page)) channel.jump(page.at(-1)?.seq ?? before);
          observer.healed(channel.head - before);
          full = page.length === pageSize;
        }
      })
      .catch((error: unknown) => observer.failed('beat', error));
  }

  #extent(stream: string): Promise<StreamExtent> {
    return this.#extents.run(stream, () => this.#options.log.extent(stream));
  }

  #page(stream: string, after: number): Promise<LogEntry[]> {
    return this.#pages.run(`${after} ${stream}`, () => this.#options.log.read(stream, after, pageSize));
  }

  async #onBeat(): Promise<void> {
    const { log, observer, beatMs } = this.#options;
    try {
      const streams = [...this.#members.keys()];
      const extents = streams.length ? await log.extents(streams) : [];
      for (const extent of extents) {
        const channel = this.#members.get(extent.stream)?.channel;
        if (channel?.reconcile(extent)) this.#catchUp(channel);
      }
    } catch (error) {
      observer.failed('beat', error);
    }
    const { resolve } = this.#beat;
    this.#beat = Promise.withResolvers<void>();
    resolve();
    if (this.#timer) this.#timer = setTimeout(() => void this.#onBeat(), beatMs);
  }
}

function parse(topic: Topic<AnyEvent>, stream: string, entry: LogEntry): AnyEvent {
  const event = topic.parse(entry.type, entry.version, entry.payload);
  if (!event) throw new UnknownEventError(stream, entry.seq, entry.type);
  return event;
}
