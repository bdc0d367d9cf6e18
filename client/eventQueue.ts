type Result<Item> = IteratorResult<Item, undefined>;
interface Waiter<Item> {
  resolve(result: Result<Item>): void;
  reject(error: unknown): void;
}

/** What has come and waits for the consumer. Ended or failed, it still gives out what it holds; then it says so. */
export class EventQueue<Item> {
  #items: Item[] = [];
  readonly #waiting: Waiter<Item>[] = [];
  #end: { error: unknown } | 'done' | undefined;
  #onTaken: (() => void) | undefined;

  get size(): number {
    return this.#items.length;
  }

  push(item: Item): void {
    if (this.#end) return;
    const waiter = this.#waiting.shift();
    if (waiter) waiter.resolve({ done: false, value: item });
    else this.#items.push(item);
  }

  /** The next item, once there is one. Rejects once with what the queue failed of. */
  next(): Promise<Result<Item>> {
    const [item] = this.#items;
    if (this.#items.length > 0 && item !== undefined) {
      this.#items.shift();
      this.#onTaken?.();
      return Promise.resolve({ done: false, value: item });
    }
    const end = this.#end;
    if (end === 'done') return Promise.resolve({ done: true, value: undefined });
    if (end) {
      this.#end = 'done';
      return Promise.reject(end.error);
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** No more will come. */
  end(): void {
    this.#end ??= 'done';
    for (const { resolve } of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
  }

  /** No more will come, because of this. */
  fail(error: unknown): void {
    if (this.#end) return;
    const [first, ...rest] = this.#waiting.splice(0);
    this.#end = first ? 'done' : { error };
    first?.reject(error);
    for (const { resolve } of rest) resolve({ done: true, value: undefined });
  }

  /** Ends it, and drops what it holds: the consumer has left. */
  drop(): void {
    this.#items = [];
    this.#end = 'done';
    this.end();
  }

  /** Resolves once at most `size` are waiting, or the signal is aborted. */
  drainedTo(size: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#items.length > size && !signal.aborted) return;
        this.#onTaken = undefined;
        signal.removeEventListener('abort', look);
        resolve();
      };
      this.#onTaken = look;
      signal.addEventListener('abort', look);
      look();
    });
  }
}
