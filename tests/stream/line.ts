import type { Sink } from '../../subscriptions/fanout.ts';
import type { Question } from '../../subscriptions/rememberedAnswers.ts';
import type { Guest, Place, Walk } from '../../subscriptions/walk.ts';

/** An item of a hand-made stream. */
export interface Item {
  seq: number;
  eyes: readonly string[];
  /** For whom there is nothing behind it. */
  last: readonly string[];
}

/** A stream whose items a test adds by hand, and which counts the walks along it that are open. */
export class Line {
  readonly items: Item[] = [];
  history = {};
  /** Walks begun and not yet returned, ended or failed. */
  open = 0;
  /** Set once the stream is over. */
  over: { error?: unknown } | undefined;
  readonly #waiting = new Set<() => void>();

  add(...eyes: string[]): void {
    this.append({ eyes });
  }

  append({ eyes = [], last = [] }: Partial<Omit<Item, 'seq'>>): void {
    this.items.push({ seq: this.items.length + 1, eyes, last });
    this.wake();
  }

  /** Ends all walks once they have been given everything, with an error if there is one. */
  end(error?: unknown): void {
    this.over = error === undefined ? {} : { error };
    this.wake();
  }

  /** Another history, without items: those who walk on begin at its beginning. */
  startOver(): void {
    this.history = {};
    this.items.length = 0;
    this.wake();
  }

  walk(after = 0): LineWalk {
    return new LineWalk(this, after);
  }

  onChange(wake: () => void): void {
    this.#waiting.add(wake);
  }

  wake(): void {
    const woken = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of woken) wake();
  }
}

export class LineWalk implements Walk<Item> {
  readonly along: Line;
  guest?: Guest | undefined;
  #given: number;
  #history: object;
  #done = false;

  constructor(line: Line, given: number) {
    this.along = line;
    this.#given = given;
    this.#history = line.history;
    line.open += 1;
  }

  get place(): Place {
    return { history: this.#history, seq: this.#given };
  }

  get idle(): boolean {
    return this.#history === this.along.history && this.along.items.length <= this.#given;
  }

  fork(seq: number): LineWalk {
    if (this.#done) throw new RangeError('A walk that is over was forked');
    const fork = new LineWalk(this.along, seq);
    fork.#history = this.#history;
    return fork;
  }

  eyes({ eyes }: Item): readonly string[] {
    return eyes;
  }

  lastFor({ last }: Item): readonly string[] {
    return last;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    while (!this.#done) {
      if (this.#history !== this.along.history) [this.#history, this.#given] = [this.along.history, 0];
      const value = this.along.items[this.#given];
      if (value) {
        this.#given += 1;
        return { done: false, value };
      }
      if (this.along.over) {
        this.#end();
        if ('error' in this.along.over) throw this.along.over.error;
        break;
      }
      await new Promise<void>((resolve) => this.along.onChange(resolve));
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<Item, undefined>> {
    this.#end();
    this.along.wake();
    return Promise.resolve({ done: true, value: undefined });
  }

  #end(): void {
    if (this.#done) return;
    this.#done = true;
    this.along.open -= 1;
    this.guest?.gone();
  }
}

/** Notes how often it was told that its listener has gone. */
export class Visitor implements Guest {
  told = 0;

  gone(): void {
    this.told += 1;
  }
}

export interface Answer {
  text: string;
}

/** Asks for the number of each item, as `q 7`, or `q 7 for ada` where it is made for her; and notes what it was asked. */
export class Asking implements Question<Answer> {
  readonly key: string;
  readonly made: string[] = [];
  /** What an answer waits for; undefined: it comes at once. */
  late: ((item: Item) => Promise<unknown> | undefined) | undefined;

  constructor(key = 'q') {
    this.key = key;
  }

  answer(item: object, viewer: string | null): Answer | Promise<Answer> {
    const { seq } = item as Item;
    const answer = { text: `${this.key} ${seq}${viewer === null ? '' : ` for ${viewer}`}` };
    this.made.push(answer.text);
    const late = this.late?.(item as Item);
    return late ? late.then(() => answer) : answer;
  }
}

/** Takes answers until it is full, and notes what it was given. */
export class Ear implements Sink<Answer> {
  readonly heard: string[] = [];
  /** The very objects. */
  readonly given: Answer[] = [];
  /** How it ended, each time it was told. */
  readonly ends: unknown[] = [];
  /** What should never be: an answer to one who is full, or after the end. */
  readonly wrong: string[] = [];
  /** Called with each answer. */
  heed: ((answer: Answer) => void) | undefined;
  #room: number;
  #full: PromiseWithResolvers<void> | undefined;

  /** `room`: how many answers fill it. */
  constructor(room = Number.POSITIVE_INFINITY) {
    this.#room = room;
  }

  write(answer: Answer): boolean {
    if (this.#full) this.wrong.push(`${answer.text} when full`);
    if (this.ends.length > 0) this.wrong.push(`${answer.text} after the end`);
    this.heard.push(answer.text);
    this.given.push(answer);
    this.#room -= 1;
    if (this.#room <= 0) this.#full ??= Promise.withResolvers();
    this.heed?.(answer);
    return !this.#full;
  }

  get full(): boolean {
    return this.#full !== undefined;
  }

  drained(): Promise<void> {
    return this.#full?.promise ?? Promise.resolve();
  }

  /** Makes room. */
  drain(room = Number.POSITIVE_INFINITY): void {
    this.#room = room;
    this.#full?.resolve();
    this.#full = undefined;
  }

  end(error?: unknown): void {
    this.ends.push(error);
  }
}
