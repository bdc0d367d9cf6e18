import type { Delivery, EventTracing } from './eventTracing.ts';
import { type Question, RememberedAnswers } from './rememberedAnswers.ts';
import { takeGuest, type Guest, type Place, type Walk } from './walk.ts';

/** Where answers go. */
export interface Sink<Answer> {
  /** Takes one answer. False: it has enough, and `drained()` says when it can take more. Never throws. */
  write(answer: Answer): boolean;
  drained(): Promise<void>;
  /** Called once, after the last answer: the stream is over, or failed. */
  end(error?: unknown): void;
}

/** What goes on now, and what went on so far. */
export interface FanoutCounts {
  groups: number;
  /** Listeners in groups. */
  members: number;
  /** Answers made. */
  answered: number;
  /** Answers given, to one listener each. */
  written: number;
}

/**
 * Serves listeners of the same stream who ask the same question together: each item is answered once for all of them.
 *
 * A listener first walks alone, from wherever it begins. Once it has been given everything its group has, it joins the
 * group, which walks on for all: from there an item costs one `write` per listener and nothing else. One whose sink has
 * enough leaves the group and walks alone again, at its own pace, until it has caught up. So nothing is buffered for
 * anybody, and nothing is lost, repeated or reordered: a group and its members change only between two items, and a
 * member skips what it was given before it joined. Groups begin with their first member and end with their last.
 *
 * Whoever an item names as its `eyes` gets an answer of their own. Everyone else gets the one that was made for nobody.
 * Whose last item it is (`lastFor`) is given it like everyone, and then the end.
 */
export class Fanout<Answer extends object> {
  readonly counts: FanoutCounts = { groups: 0, members: 0, answered: 0, written: 0 };
  readonly passed: (item: object) => void;
  readonly #groups = new WeakMap<object, Map<string, Group<Answer>>>();
  readonly #answers: RememberedAnswers<Answer>;
  readonly #tracing: Pick<EventTracing, 'deliver'> | undefined;

  /**
   * `sizeOf`: about how many bytes an answer takes, with all that hangs on it. `passed`: told of each item, once for every
   * group, when all its members have been given it.
   */
  constructor(
    sizeOf?: (answer: Answer) => number,
    tracing?: Pick<EventTracing, 'deliver'>,
    passed: (item: object) => void = () => undefined,
  ) {
    this.#tracing = tracing;
    this.#answers = new RememberedAnswers(this.counts, sizeOf);
    this.passed = passed;
  }

  /** Gives `sink` the answers to whatever comes along, from where the walk stands. Takes the walk over, and its guest. */
  listen(walk: Walk, question: Question<Answer>, viewer: string | null, sink: Sink<Answer>): Listener<Answer> {
    const listener = new Listener(this, question, { viewer, sink, guest: takeGuest(walk) });
    void listener.walk(walk);
    return listener;
  }

  answer(question: Question<Answer>, item: object, viewer: string | null): Answer | Promise<Answer> {
    return this.#answers.of(question, item, viewer);
  }

  /** A group is about to answer an item and pass it on. Who walks alone, because they are catching up, is not traced. */
  deliver(item: object): Delivery | undefined {
    return this.#tracing?.deliver(item);
  }

  /** Takes the listener into its group, if it has been given all that the group has. */
  join(listener: Listener<Answer>, walk: Walk): Group<Answer> | undefined {
    const { along, place } = walk;
    if (!along || !place) return undefined;
    const groups = this.#groups.get(along) ?? new Map<string, Group<Answer>>();
    const { question } = listener;
    const group = groups.get(question.key);
    if (group) {
      if (place.history !== group.place.history || place.seq < group.place.seq) return undefined;
      group.add(listener, place.seq);
      void walk.return?.();
      return group;
    }
    if (!walk.idle) return undefined;
    const founded = new Group(this, walk, place, question, () => groups.delete(question.key));
    this.#groups.set(along, groups.set(question.key, founded));
    founded.add(listener, place.seq);
    void founded.walk();
    return founded;
  }
}

/** Whoever asks one question along one stream and has been given all that there is. */
class Group<Answer extends object> {
  /** What every member has been given. */
  place: Place;
  readonly #fanout: Fanout<Answer>;
  readonly #walk: Walk;
  readonly #question: Question<Answer>;
  readonly #ended: () => void;
  readonly #members = new Map<Sink<Answer>, Listener<Answer>>();
  /** Members who came with more than the group had, and how far they had come. */
  readonly #ahead = new Map<Listener<Answer>, number>();

  constructor(fanout: Fanout<Answer>, walk: Walk, place: Place, question: Question<Answer>, ended: () => void) {
    this.place = place;
    this.#fanout = fanout;
    this.#walk = walk;
    this.#question = question;
    this.#ended = ended;
    fanout.counts.groups += 1;
  }

  add(listener: Listener<Answer>, seq: number): void {
    // The same question: what made the other can go.
    listener.question = this.#question;
    this.#members.set(listener.sink, listener);
    if (seq > this.place.seq) this.#ahead.set(listener, seq);
    this.#fanout.counts.members += 1;
  }

  remove(listener: Listener<Answer>): void {
    if (!this.#members.delete(listener.sink)) return;
    this.#ahead.delete(listener);
    this.#fanout.counts.members -= 1;
    if (this.#members.size > 0) return;
    this.#fanout.counts.groups -= 1;
    this.#ended();
    void this.#walk.return?.();
  }

  async walk(): Promise<void> {
    try {
      for await (const item of this.#walk) {
        const delivery = this.#fanout.deliver(item);
        const answers = new Map<string | null, Answer>();
        for (let viewers = this.#lacking(item, answers); viewers.length > 0; viewers = this.#lacking(item, answers)) {
          for (const viewer of viewers) {
            answers.set(viewer, await this.#fanout.answer(this.#question, item, viewer));
          }
        }
        // Since the last look nothing else ran, and nothing does until all have their answer.
        const before = this.#fanout.counts.written;
        this.#pass(item, answers);
        delivery?.done(this.#fanout.counts.written - before);
        this.#fanout.passed(item);
      }
      this.#end();
    } catch (error) {
      this.#end(error);
    }
  }

  /** For whom an answer is still to be made. Somebody may join while one is. */
  #lacking(item: object, answers: ReadonlyMap<string | null, Answer>): (string | null)[] {
    if (!answers.has(null)) return [null];
    const eyes = new Set(this.#walk.eyes(item));
    if (eyes.size === 0) return [];
    const members = [...this.#members.values()].map(({ viewer }) => viewer);
    return [...new Set(members)].filter((viewer) => viewer !== null && eyes.has(viewer) && !answers.has(viewer));
  }

  #pass(item: object, answers: ReadonlyMap<string | null, Answer>): void {
    const { place } = this.#walk;
    const common = answers.get(null);
    if (!place || !common) throw new RangeError('A walk stands nowhere behind its own item');
    if (place.history !== this.place.history) this.#ahead.clear();
    this.place = place;
    const ending = this.#among(this.#walk.lastFor(item));
    /** Who goes on alone, and behind what. */
    const leaving = new Map<Listener<Answer>, number>();
    for (const [sink, member] of this.#members) {
      const given = this.#ahead.size > 0 ? this.#ahead.get(member) : undefined;
      if (given !== undefined) {
        if (given <= place.seq) this.#ahead.delete(member);
        // The group leapt over what this one stands behind: what it was told of that leap is not true for this one.
        if (given < place.seq) leaving.set(member, given);
        continue;
      }
      this.#fanout.counts.written += 1;
      const answer = answers.size > 1 ? (answers.get(member.viewer) ?? common) : common;
      if (!sink.write(answer)) leaving.set(member, place.seq);
    }
    for (const member of ending) member.end();
    for (const [member, seq] of leaving) {
      // It was its last item, or what another was given has stopped it.
      if (!this.#members.has(member.sink)) continue;
      const walk = this.#walk.fork(seq);
      this.remove(member);
      void member.walk(walk);
    }
  }

  /** Which members are these people, and are to be given the item at hand. */
  #among(people: readonly string[]): readonly Listener<Answer>[] {
    if (people.length === 0) return [];
    const named = new Set<string | null>(people);
    return [...this.#members.values()].filter((member) => named.has(member.viewer) && !this.#ahead.has(member));
  }

  #end(error?: unknown): void {
    for (const member of this.#members.values()) member.end(error);
  }
}

interface Audience<Answer> {
  viewer: string | null;
  sink: Sink<Answer>;
  guest: Guest | undefined;
}

/** One who listens: alone, until it has caught up, then as the member of a group. */
export class Listener<Answer extends object> {
  question: Question<Answer>;
  readonly viewer: string | null;
  readonly sink: Sink<Answer>;
  readonly #fanout: Fanout<Answer>;
  readonly #guest: Guest | undefined;
  #walk: Walk | undefined;
  #group: Group<Answer> | undefined;
  #over = false;

  constructor(fanout: Fanout<Answer>, question: Question<Answer>, { viewer, sink, guest }: Audience<Answer>) {
    this.#fanout = fanout;
    this.#guest = guest;
    this.question = question;
    this.viewer = viewer;
    this.sink = sink;
  }

  /** Walks alone until there is a group to go on with. */
  async walk(walk: Walk): Promise<void> {
    this.#walk = walk;
    this.#group = undefined;
    try {
      for (;;) {
        await this.sink.drained();
        if (this.#over || this.#joined(walk)) return;
        const step = await walk.next();
        if (step.done) return this.end();
        const { value: item } = step;
        const own = this.viewer !== null && walk.eyes(item).includes(this.viewer);
        const answer = await this.#fanout.answer(this.question, item, own ? this.viewer : null);
        if (this.#over) return;
        this.#fanout.counts.written += 1;
        this.sink.write(answer);
        if (this.viewer !== null && walk.lastFor(item).includes(this.viewer)) return this.end();
      }
    } catch (error) {
      this.end(error);
    }
  }

  #joined(walk: Walk): boolean {
    this.#group = this.#fanout.join(this, walk);
    if (this.#group) this.#walk = undefined;
    return this.#group !== undefined;
  }

  /** Wants nothing more. */
  stop(): void {
    if (this.#over) return;
    this.#over = true;
    void this.#walk?.return?.();
    this.#group?.remove(this);
    this.#guest?.gone();
  }

  end(error?: unknown): void {
    if (this.#over) return;
    this.stop();
    this.sink.end(error);
  }
}
