import type { FeedItem } from '../../subscriptions/channel.ts';
import type { Cursor } from '../../subscriptions/cursor.ts';
import { Fanout, type Listener } from '../../subscriptions/fanout.ts';
import type { Feed } from '../../subscriptions/feed.ts';
import type { GameEvent } from '../../subscriptions/gameEvent.ts';
import type { Question } from '../../subscriptions/rememberedAnswers.ts';
import { Visitor } from './line.ts';
import { Notes } from './notes.ts';
import { RoomySink } from './roomySink.ts';
import { gameId } from './testNode.ts';

/** An item, and for whom it was made an answer. */
interface Told {
  key: string;
  item: FeedItem<GameEvent>;
  viewer: string | null;
}

/** The id of a throw whose event is the last for these people. */
export const lastThrow = (last: readonly string[]) => ['throw', ...last].join(' ');

/** For whom a story has its streams of games end with an event: those whom its throw's id names. */
export function endsForReaders(event: GameEvent): readonly string[] {
  return 'throwId' in event ? event.throwId.split(' ').slice(1) : [];
}

/** So many answers later, an item's may be forgotten. */
const remembered = 512;

/** A node's fan-out, and what was wrong about what it asked. */
export class TestFanout extends Fanout<Told> {
  readonly wrong: string[] = [];
  /** What the next answer waits for; undefined: nothing. */
  late: () => Promise<void> | undefined = () => undefined;
  readonly #asked = new WeakMap<object, Map<string, number>>();
  #answers = 0;

  question(key: string): Question<Told> {
    return {
      key,
      answer: (asked, viewer) => {
        const item = asked as FeedItem<GameEvent>;
        const already = this.#asked.get(item) ?? new Map<string, number>();
        const what = `${key} for ${viewer}`;
        this.#answers += 1;
        if (this.#answers - (already.get(what) ?? -Infinity) < remembered)
          this.wrong.push(`${item.seq} answered again: ${what}`);
        this.#asked.set(item, already.set(what, this.#answers));
        const told = { key, item, viewer };
        const late = this.late();
        return late ? late.then(() => told) : told;
      },
    };
  }
}

/** A client served by a fan-out, as `Reader` is by a feed; it takes as much at a time as its room allows. */
export class FanoutReader extends Notes {
  readonly key: string;
  readonly viewer: string | null;
  /** How many items its next connection, or what it has drained, has room for. */
  room = () => Number.POSITIVE_INFINITY;
  /** Who serves it; undefined while it is away. */
  fanout: TestFanout | undefined;
  /** Behind which number of its first history it began. */
  from = 0;
  /** Called when its last item has ended it; by then it is away. */
  ended: () => void = () => undefined;
  readonly #guests: Visitor[] = [];
  #listener: Listener<Told> | undefined;
  #sink: Connection | undefined;

  constructor(key: string, viewer: string | null) {
    super();
    this.key = key;
    this.viewer = viewer;
  }

  get connected(): boolean {
    return this.fanout !== undefined;
  }

  /** How often each connection's guest was told that it is over. */
  get told(): number[] {
    return this.#guests.map(({ told }) => told);
  }

  /** Goes on behind its last item; for the first time, behind `begin`. */
  async connect(feed: Feed, fanout: TestFanout, begin?: Cursor): Promise<void> {
    this.fanout = fanout;
    if (!this.last && begin) [this.last, this.from] = [begin, begin.seq];
    const sink = new Connection(this.room(), {
      note: (told) => this.#note(told, sink),
      end: (error) => this.#end(error, sink),
    });
    this.#sink = sink;
    const walk = await feed.follow('Game', gameId, this.last).catch(() => undefined);
    if (walk) {
      const guest = new Visitor();
      this.#guests.push(guest);
      walk.guest = guest;
    }
    if (this.#sink !== sink) return void (await walk?.return());
    // The database is away: it may try again.
    if (!walk) return this.cut();
    this.#listener = fanout.listen(walk, fanout.question(this.key), this.viewer, sink);
  }

  drain(): void {
    this.#sink?.drain(this.room());
  }

  cut(): void {
    this.#listener?.stop();
    this.#listener = undefined;
    this.#sink = undefined;
    this.fanout = undefined;
  }

  #note({ key, item, viewer }: Told, sink: Connection): void {
    if (sink !== this.#sink) this.wrong.push(`${item.seq} to who was gone`);
    if (key !== this.key) this.wrong.push(`${item.seq} as an answer to ${key}`);
    const own = item.event && 'thrower' in item.event && item.event.thrower.id === this.viewer;
    if (viewer !== (own ? this.viewer : null)) this.wrong.push(`${item.seq} made for ${viewer} to ${this.viewer}`);
    if (sink.full) this.wrong.push(`${item.seq} to who is full`);
    if (sink.last) this.wrong.push(`${item.seq} after the last`);
    sink.last = item.event !== undefined && endsForReaders(item.event).some((id) => id === this.viewer);
    this.take(item);
  }

  #end(error: unknown, sink: Connection): void {
    if (error !== undefined) throw new Error('Streams of a test never fail', { cause: error });
    if (sink !== this.#sink) this.wrong.push('An end to who was gone');
    if (!sink.last) this.wrong.push(`An end after ${this.last?.seq}`);
    this.cut();
    this.ended();
  }
}

class Connection extends RoomySink<Told> {
  /** Whether it was given what is the last item for its reader. */
  last = false;
  protected readonly note: (told: Told) => void;
  readonly end: (error?: unknown) => void;

  constructor(room: number, { note, end }: { note: (told: Told) => void; end: (error?: unknown) => void }) {
    super(room);
    this.note = note;
    this.end = end;
  }
}
