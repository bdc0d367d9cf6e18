import type { PubSubEngine } from 'graphql-subscriptions';
import { Channel, type FeedItem } from './channel.ts';
import type { Cursor } from './cursor.ts';
import type { EventLog, LogEntry } from './eventLog.ts';
import type { EventTracing } from './eventTracing.ts';
import { Follower, pageSize, UnknownEventError } from './follower.ts';
import type { Announcement, MessageSeal } from './messageSeal.ts';
import { resume, type StreamExtent } from './resume.ts';
import { SingleFlight } from './singleFlight.ts';
import { streamId, topics, type Topic, type TopicEvents, type TopicName } from './topics.ts';
import type { Place } from './walk.ts';

/** What the feed tells whoever measures it. */
export interface FeedObserver {
  /** Events that somebody follows here came: by a commit of this node, over the bus, or in a read of the log. */
  came(way: 'commit' | 'bus' | 'log', lagMs: number): void;
  /** An announcement was handed to the bus, or came from it with our signature. */
  announced(direction: 'sent' | 'received'): void;
  /** Events that no announcement brought and a read of the log did. */
  healed(events: number): void;
  /** A message that did not carry our signature, or was malformed. */
  forged(): void;
  /** The database or the announcements between nodes did not answer; the next beat tries again. */
  failed(what: 'beat' | 'publish' | 'subscribe', error: unknown): void;
}

export interface FeedOptions {
  log: EventLog;
  /** Carries announcements between nodes; may lose, repeat and reorder them. Null: this node tells nobody. */
  bus: PubSubEngine | null;
  seal: MessageSeal;
  now: () => number;
  observer: FeedObserver;
  tracing?: EventTracing | undefined;
  /** How often the heads of all followed streams are compared with the log, in milliseconds. */
  beatMs: number;
}

type AnyEvent = TopicEvents[TopicName];
type Member = { channel: Channel<AnyEvent>; leave: () => void };
/** What the log said, and how far the channel had come when it was asked. */
type Look = { extent: StreamExtent; known: Place | undefined };

/**
 * Live streams on this node. Announcements (from this node at once, from others over the bus) are the fast path; one
 * query per beat for all followed streams finds whatever they did not bring. Losing the bus costs at most a beat.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #members = new Map<string, Member>();
  readonly #looks = new SingleFlight<Look>();
  readonly #pages = new SingleFlight<LogEntry[]>();
  readonly #catchingUp = new Set<Channel<AnyEvent>>();
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

  /** Whether somebody follows the stream on this node. */
  follows(name: TopicName, id: string): boolean {
    return this.#members.has(streamId(name, id));
  }

  /** Tells this node and the others what a commit appended. Never waits for the bus, never fails. */
  announce(stream: string, entries: LogEntry[]): void {
    const { tracing } = this.#options;
    if (tracing) tracing.publish(stream, entries, (trace) => this.#tell(stream, entries, trace));
    else void this.#tell(stream, entries);
  }

  #tell(stream: string, entries: LogEntry[], trace?: string): Promise<void> {
    const { epoch } = this.#options.log;
    const channel = this.#members.get(stream)?.channel;
    if (channel?.epoch === epoch) this.#offer(channel, entries, 'commit', trace);
    return this.#publish({ stream, epoch, trace, entries });
  }

  async #publish(announcement: Announcement): Promise<void> {
    const { bus, seal, observer } = this.#options;
    if (!bus) return;
    try {
      await bus.publish(announcement.stream, seal.seal(announcement));
      observer.announced('sent');
    } catch (error) {
      observer.failed('publish', error);
    }
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
    let look = await this.#look(stream);
    // A look shared with others may have begun before what the cursor stands for was written.
    if (cursor && cursor.seq > look.extent.head) look = await this.#look(stream);
    const { extent } = look;
    const start = resume(cursor, extent);
    if (!start) return undefined;
    // A stream's events are those of its topic.
    const channel = this.#join(name, look) as unknown as Channel<TopicEvents[Name]>;
    const { after, gap } = start;
    const first: FeedItem<TopicEvents[Name]> | undefined = gap && {
      stream,
      epoch: extent.epoch,
      seq: after,
      at: this.#options.now(),
      gap,
    };
    return new Follower(
      channel,
      {
        page: async (from) => channel.items(await this.#page(stream, from)),
        extent: async () => (await this.#look(stream)).extent,
        nextBeat: () => this.#beat.promise,
        now: this.#options.now,
        eyes: (event) => topics[name].eyes(event),
        lastFor: (event) => topics[name].lastFor(event),
        hold: () => void (channel.followers += 1),
        release: () => this.#leave(channel),
      },
      first ? { after, first } : { after },
    );
  }

  #join(name: TopicName, { extent, known }: Look): Channel<AnyEvent> {
    const { stream } = extent;
    let member = this.#members.get(stream);
    if (!member) {
      const channel = new Channel<AnyEvent>(extent, (entry) => parse(topics[name], stream, entry));
      member = { channel, leave: this.#listen(channel) };
      this.#members.set(stream, member);
    }
    const { channel } = member;
    channel.followers += 1;
    channel.reconcile(extent, known);
    this.#catchUp(channel);
    return channel;
  }

  #leave(channel: Pick<Channel<AnyEvent>, 'stream' | 'followers'>): void {
    channel.followers -= 1;
    const member = this.#members.get(channel.stream);
    if (channel.followers > 0 || member?.channel !== channel) return;
    this.#members.delete(channel.stream);
    member.leave();
  }

  #listen(channel: Channel<AnyEvent>): () => void {
    const { bus, seal, observer } = this.#options;
    if (!bus) return () => undefined;
    const subscribed = bus.subscribe(
      channel.stream,
      (message: unknown) => {
        const announcement = seal.open(message);
        if (announcement?.stream !== channel.stream) return observer.forged();
        const { epoch, entries, trace } = announcement;
        observer.announced('received');
        if (epoch === channel.epoch) this.#offer(channel, entries, 'bus', trace);
      },
      {},
    );
    subscribed.catch((error: unknown) => observer.failed('subscribe', error));
    return () => void subscribed.then((subscription) => bus.unsubscribe(subscription)).catch(() => undefined);
  }

  #offer(channel: Channel<AnyEvent>, entries: LogEntry[], way: 'commit' | 'bus', trace?: string): void {
    const before = channel.head;
    if (this.#add(channel, entries, trace)) return this.#came(channel, entries, { way, before });
    channel.expect(entries.at(-1)?.seq ?? 0);
    this.#catchUp(channel);
  }

  /** False: there is a hole before `entries`. */
  #add(channel: Channel<AnyEvent>, entries: LogEntry[], trace?: string): boolean {
    try {
      return channel.offer(entries, trace);
    } catch (error) {
      if (!(error instanceof UnknownEventError)) throw error;
      // Followers meet the unreadable event themselves, in their own read of the log.
      channel.jump(entries.at(-1)?.seq ?? channel.head);
      return true;
    }
  }

  /** Nothing that was there before counts. The oldest of what came together is the latest. */
  #came(
    { head }: Channel<AnyEvent>,
    [oldest]: LogEntry[],
    { way, before }: { way: 'commit' | 'bus' | 'log'; before: number },
  ): void {
    const { observer, now } = this.#options;
    if (oldest && head > before) observer.came(way, now() - oldest.at);
  }

  /** Brings the channel up to what is known to be in the log, if it is behind and not on its way already. */
  #catchUp(channel: Channel<AnyEvent>): void {
    if (channel.head === channel.expected || this.#catchingUp.has(channel)) return;
    this.#catchingUp.add(channel);
    this.#readUp(channel)
      .catch((error: unknown) => this.#options.observer.failed('beat', error))
      .finally(() => this.#catchingUp.delete(channel));
  }

  async #readUp(channel: Channel<AnyEvent>): Promise<void> {
    while (channel.head < channel.expected) {
      const { history, head } = channel;
      const page = await this.#page(channel.stream, head);
      // What was read belongs to another history: the next round reads again.
      if (channel.history !== history) continue;
      const before = channel.head;
      const joined = this.#add(channel, page);
      // What is known to be there and does not come was trimmed: followers find that out for themselves.
      if (!joined || channel.head === head) channel.jump(page.at(-1)?.seq ?? channel.expected);
      this.#options.observer.healed(channel.head - before);
      this.#options.tracing?.healed(channel.stream, channel.head, channel.head - before);
      this.#came(channel, page, { way: 'log', before });
    }
  }

  #look(stream: string): Promise<Look> {
    return this.#looks.run(stream, async () => {
      const known = this.#members.get(stream)?.channel.place;
      return { extent: await this.#options.log.extent(stream), known };
    });
  }

  #page(stream: string, after: number): Promise<LogEntry[]> {
    return this.#pages.run(`${after} ${stream}`, () => this.#options.log.read(stream, after, pageSize));
  }

  async #onBeat(): Promise<void> {
    const { log, observer, beatMs } = this.#options;
    try {
      const looked = [...this.#members.values()].map(({ channel }) => ({ channel, known: channel.place }));
      const extents = looked.length ? await log.extents(looked.map(({ channel }) => channel.stream)) : [];
      for (const [index, extent] of extents.entries()) {
        const { channel, known } = looked[index] ?? {};
        channel?.reconcile(extent, known);
        if (channel) this.#catchUp(channel);
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
