import { entryOf, type Entry, type ProductEvent } from './productEvent.ts';

export interface EventBufferOptions {
  /** Appends entries in their order, and answers with those that it could not. Never rejects. */
  write(entries: readonly Entry[]): Promise<readonly Entry[]>;
  /** Events that wait at most; what comes then is dropped. */
  most: number;
  /** Written at once, at most. */
  batch: number;
  /** How long events are gathered, in milliseconds. */
  gatherMs: number;
  /** How long to wait after a write that failed. */
  retryMs: number;
  dropped(count: number): void;
}

/**
 * Events between those who add them and Redis: adding is a push on an array, and everything else is done later. While
 * Redis is away they wait and are tried again under the ids they have, so one of whose write nothing was heard may come
 * to be there twice; past `most` the newest are dropped.
 */
export class EventBuffer {
  readonly #options: EventBufferOptions;
  #waiting: ProductEvent[] = [];
  /** Being written, or to be tried again. */
  #batch: readonly Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  constructor(options: EventBufferOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#waiting.length + this.#batch.length;
  }

  add(event: ProductEvent): void {
    const { most, gatherMs, dropped } = this.#options;
    if (this.size >= most) return dropped(1);
    this.#waiting.push(event);
    this.#later(gatherMs);
  }

  /** Writes until nothing waits, or until a write fails: then it is tried again later. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** Tries once more. What can't be written is lost. */
  async stop(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
    if (this.size > 0) this.#options.dropped(this.size);
    this.#waiting = [];
    this.#batch = [];
  }

  async #write(): Promise<void> {
    const { write, batch, retryMs } = this.#options;
    while (this.size > 0) {
      if (this.#batch.length === 0) this.#batch = this.#waiting.splice(0, batch).map(entryOf);
      this.#batch = await write(this.#batch);
      if (this.#batch.length > 0) return this.#later(retryMs);
    }
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, ms).unref();
  }
}
